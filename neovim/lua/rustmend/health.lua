--- `:checkhealth rustmend`: whether the server runs here, and what `rustmend doctor` finds.
local rustmend = require('rustmend')

local function report(kind, ...)
  local own = vim.health and (vim.health[kind] or vim.health['report_' .. kind])
  return (own or vim.fn['health#report_' .. kind])(...)
end

local function check()
  report('start', 'rustmend')
  local cmd = vim.lsp.config and vim.lsp.config.rustmend.cmd or rustmend.command()
  local program = type(cmd) == 'table' and cmd[1] or 'rustmend'
  if vim.fn.executable(program) == 0 then
    return report('error', ('there is no program `%s`'):format(program), { 'See :help rustmend-install' })
  end
  local state = rustmend.client() and 'runs' or 'starts with the first Rust file'
  report('info', ('the server %s: %s'):format(state, program))
  if vim.fn.has('nvim-0.11') == 0 then
    report('info', 'hover is left to rust-analyzer; use gK or :LspRustmendHover')
  end
  local output = vim.fn.system({ program, 'doctor', '--json', vim.fn.getcwd() })
  local is_json, found = pcall(vim.fn.json_decode, output:match('%b{}') or '')
  for _, one in ipairs(is_json and found.checks or {}) do
    local advice = not one.ok and { { one.remedy } } or {}
    report(one.ok and 'ok' or 'error', one.name .. ': ' .. one.detail, unpack(advice))
  end
  if not is_json then
    report('error', ('`%s doctor` says: %s'):format(program, output))
  end
end

return { check = check }
