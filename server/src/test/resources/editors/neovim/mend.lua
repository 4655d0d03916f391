-- One repair in Neovim, with two servers attached to the buffer, as a user would do it: open, wait,
-- open the menu of code actions, choose, save; twice, since the first fix reveals the second error.
--
-- Input by environment: STEPS (the file steps.lua), EXPECTED (a file with the text to end with),
-- ANALYZER (a JSON array: the command of the stand-in). Output: one line per menu.

local steps = dofile(vim.env.STEPS)

local function starts_with(title, proof)
  return title:sub(1, #proof) == proof
end

-- Whether rustmend has an action with this proof where the cursor is.
local function has_fix(rustmend, proof)
  local params = vim.lsp.util.make_range_params(0, rustmend.offset_encoding)
  local known = vim.lsp.diagnostic.get_line_diagnostics
  params.context = { diagnostics = known and known() or {} }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000) or {}
  for _, action in ipairs((answers[rustmend.id] or {}).result or {}) do
    if starts_with(action.title, proof) then
      return true
    end
  end
  return false
end

-- How many checks have begun and not ended, by the progress that rustmend shows.
local checks = { begun = 0, ended = 0 }
local show_progress = vim.lsp.handlers['$/progress']
vim.lsp.handlers['$/progress'] = function(problem, result, context, config)
  local kind = result.value.kind
  checks.begun = checks.begun + (kind == 'begin' and 1 or 0)
  checks.ended = checks.ended + (kind == 'end' and 1 or 0)
  return show_progress(problem, result, context, config)
end

local function await_fix(rustmend, proof)
  local tries = 0
  while not (checks.begun == checks.ended and has_fix(rustmend, proof)) do
    tries = tries + 1
    if not vim.lsp.get_client_by_id(rustmend.id) then
      error('rustmend has ended', 0)
    end
    if tries > steps.patience / 200 then
      error('rustmend never offered a fix that begins with ' .. proof, 0)
    end
    vim.wait(200)
  end
end

-- Opens the menu, takes the first action with this proof, and waits for the text to change.
local function choose(proof)
  local before, chosen = steps.text(), nil
  vim.ui.select = function(items, _, on_choice)
    local titles = {}
    for index, item in ipairs(items) do
      titles[index] = (item.action or item[2]).title
      if not chosen and starts_with(titles[index], proof) then
        chosen = item
      end
    end
    io.stdout:write('\nmenu: ' .. table.concat(titles, ' | ') .. '\n')
    on_choice(chosen)
  end
  vim.lsp.buf.code_action()
  steps.await('the menu with ' .. proof, function()
    return chosen ~= nil
  end)
  steps.await('the edit of the first fix with ' .. proof, function()
    return steps.text() ~= before
  end)
end

local function mend(rustmend, message, proof)
  steps.await('rust-analyzer to show: ' .. message, function()
    local first = vim.diagnostic.get(0)[1]
    return first ~= nil and first.message:find(message, 1, true) ~= nil
  end)
  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  await_fix(rustmend, proof)
  choose(proof)
  vim.cmd('write')
end

steps.run(function()
  steps.start_analyzer()
  local rustmend = steps.await_rustmend()
  mend(rustmend, 'Ordering', '→ ')
  mend(rustmend, 'borrow of moved value', '✓ ')
  steps.await('rust-analyzer to show no error', function()
    return #vim.diagnostic.get(0) == 0
  end)
  local expected = table.concat(vim.fn.readfile(vim.env.EXPECTED), '\n') .. '\n'
  if steps.text() ~= expected then
    error('the text ended as\n' .. steps.text() .. 'and should be\n' .. expected, 0)
  end
  steps.stop()
end)
