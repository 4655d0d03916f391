-- What the sessions in Neovim have in common: they are started with the plugin installed as README
-- says, in a home folder of their own, and end with code 1 and a sentence on stderr when anything is
-- not as it should be. Works in Neovim 0.7 and newer.

local steps = { patience = 120 * 1000, said = {} }

function steps.await(what, condition)
  if not vim.wait(steps.patience, condition, 50) then
    error('gave up waiting for ' .. what .. '; it said: ' .. table.concat(steps.said, ' | '), 0)
  end
end

-- Keeps what is said to the user by a message.
local notify = vim.notify
vim.notify = function(text, ...)
  table.insert(steps.said, text)
  return notify(text, ...)
end

function steps.await_word(text)
  steps.await('a message with ' .. text, function()
    return table.concat(steps.said, '\n'):find(text, 1, true) ~= nil
  end)
  steps.said = {}
end

-- The stand-in for rust-analyzer, which is no business of the plugin's.
function steps.start_analyzer()
  local id = vim.lsp.start_client({
    name = 'rust-analyzer',
    cmd = vim.fn.json_decode(vim.env.ANALYZER),
    root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':h:h'),
  })
  vim.lsp.buf_attach_client(0, id)
end

-- The client that the plugin has started by itself for the current buffer.
function steps.await_rustmend()
  local found
  steps.await('the plugin to start rustmend', function()
    found = require('rustmend').client()
    return found ~= nil and vim.lsp.buf_is_attached(0, found.id)
  end)
  return found
end

function steps.text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

function steps.clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

function steps.stop()
  vim.lsp.stop_client(steps.clients())
  steps.await('both servers to end', function()
    return #steps.clients() == 0
  end)
end

-- Runs `main` when Neovim has started, and ends it.
function steps.run(main)
  local function guarded()
    local ok, problem = pcall(main)
    if not ok then
      io.stderr:write('neovim: ' .. tostring(problem) .. '\n')
      vim.cmd('cquit 1')
    end
    vim.cmd('qall!')
  end
  vim.api.nvim_create_autocmd('VimEnter', { callback = vim.schedule_wrap(guarded) })
end

return steps
