--- Starts `rustmend lsp` for Rust files. No setup() is needed; `:help rustmend` has the options.
local M = {}
local THIS_FILE = debug.getinfo(1, 'S').source:sub(2)
local IS_NEW = vim.fn.has('nvim-0.11') == 1
local FOREIGN = [[/\.cargo/registry/\|/\.cargo/git/\|/rustlib/src/\|://]]
local WORKSPACE = [=[^\s*\[workspace[].]]=]

--- The user's command, else the program on the PATH, else the one of this plugin's checkout.
function M.command()
  local plugin = vim.fn.fnamemodify(vim.loop.fs_realpath(THIS_FILE) or THIS_FILE, ':h:h:h')
  local script = vim.fn.fnamemodify(plugin, ':h') .. '/rustmend'
  local own = vim.fn.executable('rustmend') == 0 and vim.fn.executable(script) == 1
  return (vim.g.rustmend or {}).cmd or { own and script or 'rustmend', 'lsp' }
end

local function is_there(cmd)
  local found = type(cmd) == 'function' or vim.fn.executable(cmd[1]) == 1
  if not found then
    local text = 'rustmend: there is no program `%s`. Put it on your PATH; see :help rustmend-install'
    vim.notify_once(text:format(cmd[1]), vim.log.levels.WARN)
  end
  return found
end

--- The folder to open for a buffer: its outermost Cargo workspace, else its package, else the
--- folder that the file is in. Nil for what is no file, or one of a dependency.
function M.root(buf)
  local file = vim.api.nvim_buf_get_name(buf)
  if file == '' or vim.bo[buf].buftype ~= '' or vim.fn.match(file, FOREIGN) >= 0 then
    return nil
  end
  local above, folder, package, workspace = vim.fn.fnamemodify(file, ':p:h'), nil, nil, nil
  while above ~= folder do
    folder, above = above, vim.fn.fnamemodify(above, ':h')
    local manifest = folder .. '/Cargo.toml'
    if vim.fn.filereadable(manifest) == 1 then
      package = package or folder
      workspace = vim.fn.match(vim.fn.readfile(manifest), WORKSPACE) >= 0 and folder or workspace
    end
  end
  return workspace or package or vim.fn.fnamemodify(file, ':p:h')
end

--- The running client, if there is one.
function M.client()
  for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
    if client.name == 'rustmend' and not client.is_stopped(client) then
      return client
    end
  end
end

--- Calls a method of a client, which takes itself as an argument in newer versions only.
function M.call(client, method, ...)
  return client[method](unpack(IS_NEW and { client, ... } or { ... }))
end

-- One server serves all workspaces: opens one more folder in it, as soon as it listens.
local function share(client, root)
  if not client.initialized then
    return vim.defer_fn(function() share(client, root) end, 50)
  end
  local folder = { uri = vim.uri_from_fname(root), name = root }
  local known = client.workspace_folders or {}
  if #vim.tbl_filter(function(one) return one.uri == folder.uri end, known) == 0 then
    client.workspace_folders = vim.list_extend({ folder }, known)
    local params = { event = { added = { folder }, removed = {} } }
    M.call(client, 'notify', 'workspace/didChangeWorkspaceFolders', params)
  end
end

local function reuse(client, config)
  if client.name ~= 'rustmend' or client.is_stopped(client) then
    return false
  end
  share(client, config.root_dir)
  return true
end

-- Neovim below 0.11 shows the hover of one server only, which is to be rust-analyzer's.
local function leave_hover(client)
  local resolved = client.resolved_capabilities or {}
  client.server_capabilities.hoverProvider, resolved.hover = IS_NEW, false
end

--- What Neovim wants to know about the server; below 0.11 the root is put in for each buffer.
function M.config()
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities.window.showDocument = { support = true }
  capabilities.experimental = { serverStatusNotification = true }
  local settings = { rustmend = (vim.g.rustmend or {}).settings or vim.empty_dict() }
  return {
    name = 'rustmend',
    cmd = M.command(),
    filetypes = { 'rust' },
    capabilities = capabilities,
    init_options = settings,
    settings = settings,
    handlers = require('rustmend.handlers'),
    reuse_client = reuse,
    on_init = leave_hover,
    root_dir = function(buf, start)
      local root = is_there(vim.lsp.config.rustmend.cmd) and M.root(buf)
      return root and start(root)
    end,
  }
end

-- Starts the server for a buffer in Neovim below 0.11; above, lsp/rustmend.lua is enough.
local function attach(buf)
  local config = M.config()
  config.root_dir = is_there(config.cmd) and M.root(buf) or nil
  if config.root_dir and vim.lsp.start then
    vim.api.nvim_buf_call(buf, function() vim.lsp.start(config, { reuse_client = reuse }) end)
  elseif config.root_dir then
    local running = M.started and vim.lsp.get_client_by_id(M.started)
    if not (running and reuse(running, config)) then
      config.on_attach = require('rustmend.commands').define
      M.started = vim.lsp.start_client(config)
    end
    vim.lsp.buf_attach_client(buf, M.started)
  end
end

--- Starts the server for the Rust files that are open, and for those to come.
function M.enable()
  if IS_NEW then
    return vim.lsp.enable('rustmend')
  end
  local group = vim.api.nvim_create_augroup('rustmend.start', {})
  local function start(event) attach(event.buf) end
  vim.api.nvim_create_autocmd('FileType', { group = group, pattern = 'rust', callback = start })
  vim.cmd('doautoall <nomodeline> rustmend.start FileType')
end

return M
