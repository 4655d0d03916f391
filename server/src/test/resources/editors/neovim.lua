-- One repair in Neovim, with two servers attached to the buffer, as a user would do it: open, wait,
-- open the menu of code actions, choose, save; twice, since the first fix reveals the second error.
--
-- Input by environment: FILE, EXPECTED (a file with the text to end with), ANALYZER and RUSTMEND
-- (JSON arrays: the servers' commands). Output: one line per menu. Ends with code 1 and a sentence
-- on stderr when anything is not as it should be. Needs nothing newer than Neovim 0.7.

local PATIENCE = 120 * 1000

local function await(what, condition)
  if not vim.wait(PATIENCE, condition, 50) then
    error('gave up waiting for ' .. what, 0)
  end
end

local function start(name, variable)
  local id = vim.lsp.start_client({
    name = name,
    cmd = vim.fn.json_decode(vim.env[variable]),
    root_dir = vim.fn.fnamemodify(vim.env.FILE, ':h:h'),
  })
  if not id then
    error(name .. ' did not start', 0)
  end
  vim.lsp.buf_attach_client(0, id)
  return id
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function starts_with(title, proof)
  return title:sub(1, #proof) == proof
end

-- Whether rustmend has an action with this proof where the cursor is.
local function has_fix(rustmend, proof)
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000) or {}
  for _, action in ipairs((answers[rustmend] or {}).result or {}) do
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
    if not vim.lsp.get_client_by_id(rustmend) then
      error('rustmend has ended', 0)
    end
    if tries > PATIENCE / 200 then
      error('rustmend never offered a fix that begins with ' .. proof, 0)
    end
    vim.wait(200)
  end
end

-- Opens the menu, takes the first action with this proof, and waits for the text to change.
local function choose(proof)
  local before, chosen = text(), nil
  vim.ui.select = function(items, _, on_choice)
    local titles = {}
    for index, item in ipairs(items) do
      titles[index] = item[2].title
      if not chosen and starts_with(item[2].title, proof) then
        chosen = item
      end
    end
    io.stdout:write('\nmenu: ' .. table.concat(titles, ' | ') .. '\n')
    on_choice(chosen)
  end
  vim.lsp.buf.code_action()
  await('the menu with ' .. proof, function()
    return chosen ~= nil
  end)
  await('the edit of ' .. chosen[2].title, function()
    return text() ~= before
  end)
end

local function mend(rustmend, message, proof)
  await('rust-analyzer to show: ' .. message, function()
    local first = vim.diagnostic.get(0)[1]
    return first ~= nil and first.message:find(message, 1, true) ~= nil
  end)
  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  await_fix(rustmend, proof)
  choose(proof)
  vim.cmd('write')
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.FILE))
  start('rust-analyzer', 'ANALYZER')
  local rustmend = start('rustmend', 'RUSTMEND')
  mend(rustmend, 'Ordering', '→ ')
  mend(rustmend, 'borrow of moved value', '✓ ')
  await('rust-analyzer to show no error', function()
    return #vim.diagnostic.get(0) == 0
  end)
  local expected = table.concat(vim.fn.readfile(vim.env.EXPECTED), '\n') .. '\n'
  if text() ~= expected then
    error('the text ended as\n' .. text() .. 'and should be\n' .. expected, 0)
  end
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  await('both servers to end', function()
    return #vim.lsp.get_active_clients() == 0
  end)
end

local ok, problem = pcall(main)
if not ok then
  io.stderr:write('neovim: ' .. tostring(problem) .. '\n')
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
