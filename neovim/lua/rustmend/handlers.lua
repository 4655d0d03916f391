--- What the server says by itself: pages to show, its state, the progress of what takes a while.
local M = {}
local titles = {}

M['window/showDocument'] = function(_, params)
  local file = vim.uri_to_fname(params.uri)
  local window = vim.fn.bufwinid(file)
  if window ~= -1 then
    vim.api.nvim_set_current_win(window)
  end
  vim.cmd((window == -1 and 'keepalt split ' or 'edit! ') .. vim.fn.fnameescape(file))
  vim.bo.modifiable, vim.bo.bufhidden, vim.wo.wrap, vim.wo.linebreak = false, 'wipe', true, true
  vim.api.nvim_buf_set_keymap(0, 'n', 'q', '<Cmd>close<CR>', { nowait = true })
  return { success = true }
end

M['experimental/serverStatus'] = function(_, params)
  vim.g.rustmend_status = params.message
  vim.cmd('silent doautocmd <nomodeline> User RustmendStatus')
end

M['$/progress'] = function(problem, params, ...)
  local value, title = params.value, params.value.title or titles[params.token] or ''
  titles[params.token] = value.kind ~= 'end' and title or nil
  if value.kind ~= 'report' and not title:find('^Checking ') then
    local how = value.kind == 'begin' and ' …' or ': ' .. (value.message or 'done')
    vim.api.nvim_echo({ { 'rustmend: ' .. title .. how } }, value.kind == 'end', {})
  end
  return vim.lsp.handlers['$/progress'](problem, params, ...)
end

return M
