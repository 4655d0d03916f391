-- Installing the plugin is all the set-up there is; `vim.g.rustmend = { enable = false }` stops it.
if vim.g.loaded_rustmend or (vim.g.rustmend or {}).enable == false then
  return
end
vim.g.loaded_rustmend = true
require('rustmend').enable()
if vim.fn.exists('##LspAttach') == 1 then
  local function define(event)
    require('rustmend.commands').define(vim.lsp.get_client_by_id(event.data.client_id), event.buf)
  end
  vim.api.nvim_create_autocmd('LspAttach', { callback = define })
end
