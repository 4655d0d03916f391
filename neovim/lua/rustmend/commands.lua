--- The commands of a buffer that rustmend is attached to.
local rustmend = require('rustmend')
local M = {}
-- Commands of the server; what is typed after one is its question, code, description or id.
local WORDS = 'FixFile FixWorkspace Explain Ask Generate Check Cancel ForgetLearned NotUseful'

local function run(client, word, text, answered)
  local command = 'rustmend.server.' .. word:gsub('^.', string.lower)
  if not vim.tbl_contains(client.server_capabilities.executeCommandProvider.commands, command) then
    return vim.notify('rustmend: this version of the server has no command ' .. command)
  end
  local at = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local argument = text == '' and { position = at.position }
    or { question = text, description = text, code = text, learned = text, runId = text }
  argument.uri = at.textDocument.uri
  local params = { command = command, arguments = { argument } }
  rustmend.call(client, 'request', 'workspace/executeCommand', params, function(problem, answer)
    if problem then
      return vim.notify('rustmend: ' .. problem.message, vim.log.levels.WARN)
    end
    return answered and answered(answer)
  end, 0)
end

function M.Status(client)
  run(client, 'Status', '', function(answer)
    local lines = { 'rustmend ' .. answer.version }
    for _, one in ipairs(answer.workspaces) do
      local found = one.errors and ('errors: %d, with a fix: %d'):format(one.errors, one.fixable)
      local state = one.failure or one.checking and 'checking' or found or 'not checked yet'
      table.insert(lines, one.root .. ': ' .. state)
    end
    vim.notify(table.concat(lines, '\n'))
  end)
end

function M.Hover(client)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  rustmend.call(client, 'request', 'textDocument/hover', params, function(_, answer)
    if not (answer and answer.contents) then
      return vim.notify('rustmend: there is no error here that it knows of')
    end
    local lines = vim.split(answer.contents.value, '\n')
    vim.lsp.util.open_floating_preview(lines, 'markdown', { focus_id = 'rustmend', max_width = 100 })
  end, 0)
end

function M.Restart(client)
  rustmend.call(client, 'stop')
  vim.wait(5000, function() return not rustmend.client() end, 20)
  rustmend.enable()
end

for word in WORDS:gmatch('%a+') do
  M[word] = function(client, text) run(client, word, text) end
end

--- Makes the commands of a buffer of ours, and `gK` for hovers where that key is free.
local function define(owner, buf)
  if owner.name ~= 'rustmend' then
    return
  end
  for name, action in pairs(M) do
    vim.api.nvim_buf_create_user_command(buf, 'LspRustmend' .. name, function(given)
      local client = rustmend.client()
      if not client then
        return vim.notify('rustmend: the server does not run; see :checkhealth rustmend')
      end
      action(client, given.args)
    end, { nargs = '*' })
  end
  local chosen = (vim.g.rustmend or {}).hover_key
  local key = chosen == nil and 'gK' or chosen
  if key and vim.fn.maparg(key, 'n') == '' then
    vim.api.nvim_buf_set_keymap(buf, 'n', key, '<Cmd>LspRustmendHover<CR>', { noremap = true })
  end
end

return { define = define }
