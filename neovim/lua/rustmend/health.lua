--- `:checkhealth rustmend`: whether the server runs here, and what `rustmend doctor` finds.
local rustmend = require('rustmend')

local function report(kind, ...)
  local own = vim.health and (vim.health[kind] or vim.health['report_' .. kind])
  return (own or vim.fn['health#report_' .. kind])(...)
end

local function doctor(program)
  local output = vim.fn.system({ program, 'doctor', '--json', vim.fn.getcwd() })
  local is_json, found = pcall(vim.fn.json_decode, output:match('%b{}') or '')
  if not is_json then
    return report('error', ('`%s doctor` says: %s'):format(program, output))
  end
  for _, check in ipairs(found.checks) do
    local text = check.name .. ': ' .. check.detail
    if check.ok then
      report('ok', text)
    else
      report('error', text, { check.remedy })
    end
  end
end

local function check()
  report('start', 'rustmend')
  local cmd = vim.lsp.config and vim.lsp.config.rustmend.cmd or rustmend.command()
  if type(cmd) == 'table' and vim.fn.executable(cmd[1]) == 0 then
    return report('error', ('there is no program `%s`'):format(cmd[1]), { 'See :help rustmend-install' })
  end
  local state = rustmend.client() and 'runs' or 'starts with the first Rust file'
  report('info', 'the server ' .. state .. ': ' .. (type(cmd) == 'table' and table.concat(cmd, ' ') or ''))
  if vim.fn.has('nvim-0.11') == 0 then
    report('info', 'hover is left to rust-analyzer; use gK or :LspRustmendHover')
  end
  doctor(type(cmd) == 'table' and cmd[1] or 'rustmend')
end

return { check = check }
