-- Everything else that the plugin brings, one after the other: hover, the commands, a second
-- workspace in the same server, health, the manual, a server that is started anew.
--
-- Input by environment: STEPS, ANALYZER, OTHER (the source file of a broken crate in a nested
-- workspace, with two errors), ROOT (the folder of that workspace). Output: what the user sees.

local steps = dofile(vim.env.STEPS)
local is_new = vim.fn.has('nvim-0.11') == 1

local function check(holds, what)
  if not holds then
    error('not so: ' .. what .. '; it said: ' .. table.concat(steps.said, ' | '), 0)
  end
end

local function shown()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function print_block(title, text)
  io.stdout:write('\n== ' .. title .. ' ==\n' .. text .. '\n')
end

-- The text of the floating window, if there is one.
local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buf = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n')
    end
  end
  return ''
end

local function hover(rustmend)
  check((rustmend.server_capabilities.hoverProvider == false) ~= is_new, 'hover is off below 0.11')
  check(vim.fn.maparg('gK', 'n'):find('LspRustmendHover') ~= nil, 'gK explains the error')
  vim.fn.cursor(2, 18)
  local tries = 0
  repeat
    tries = tries + 1
    steps.said = {}
    vim.cmd('LspRustmendHover')
    steps.await('an answer about the place', function()
      return float() ~= '' or #steps.said > 0
    end)
    vim.wait(100)
  until float() ~= '' or tries > 600
  check(float():find('E0433') or float():find('E0425'), 'the hover names the error: ' .. float())
  print_block('hover', float())
  vim.cmd('LspRustmendHover')
  steps.await('the window to be entered', function()
    return vim.bo.filetype ~= 'rust'
  end)
  vim.cmd('close')
  steps.said = {}
end

local function explain()
  vim.cmd('LspRustmendExplain E0382')
  steps.await('the page about E0382', function()
    return vim.api.nvim_buf_get_name(0):find('E0382.md', 1, true) ~= nil
  end)
  check(shown():find('E0382', 1, true) ~= nil and not vim.bo.modifiable, 'a page to read')
  print_block('page', shown():sub(1, 400))
  vim.cmd('normal q')
  check(vim.bo.filetype == 'rust', 'q closes the page')
end

local function status(rustmend, word)
  steps.await('the status ' .. word, function()
    steps.said = {}
    vim.cmd('LspRustmendStatus')
    vim.wait(500, function()
      return #steps.said > 0
    end)
    return table.concat(steps.said, '\n'):find(word, 1, true) ~= nil
  end)
  print_block('status', table.concat(steps.said, '\n'))
  check(rustmend.config.cmd[1] == 'rustmend', 'the program of the PATH was started')
end

-- A file of another workspace goes to the same server, and is repaired by a command.
local function other_workspace(rustmend)
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.OTHER))
  check(require('rustmend').root(0) == vim.env.ROOT, 'the outermost workspace is the root')
  check(steps.await_rustmend().id == rustmend.id, 'one server for both')
  check(#rustmend.workspace_folders == 2, 'it knows both folders')
  local before = steps.text()
  vim.cmd('LspRustmendFixFile')
  steps.await('the edit of the command', function()
    return steps.text() ~= before
  end)
  steps.await('a word about it', function()
    return vim.fn.execute('messages'):find('Fixing main.rs: done: no errors', 1, true) ~= nil
  end)
  print_block('messages', vim.fn.execute('messages'))
  vim.cmd('silent write')
end

local function restart(rustmend)
  vim.cmd('LspRustmendRestart')
  local again = steps.await_rustmend()
  check(again.id ~= rustmend.id, 'another server runs')
  check(#steps.clients() == 2, 'and no third one')
end

local function manual()
  vim.cmd('helptags ALL')
  vim.cmd('help rustmend')
  check(vim.bo.filetype == 'help' and shown():find('rustmend%-install') ~= nil, 'the manual')
  for _, command in ipairs(vim.fn.getcompletion('LspRustmend', 'command')) do
    vim.cmd('help :' .. command)
  end
  vim.cmd('helpclose')
end

local function health()
  vim.cmd('checkhealth rustmend')
  check(shown():find('cargo: cargo 1') ~= nil, 'health knows cargo: ' .. shown())
  check(shown():find('ERROR') == nil, 'health finds no problem: ' .. shown())
  print_block('health', shown())
  vim.cmd('bdelete!')
end

steps.run(function()
  steps.start_analyzer()
  local rustmend = steps.await_rustmend()
  hover(rustmend)
  status(rustmend, 'errors: 1, with a fix: 1')
  explain()
  manual()
  other_workspace(rustmend)
  restart(rustmend)
  health()
  steps.stop()
end)
