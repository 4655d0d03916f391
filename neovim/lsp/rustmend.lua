-- What Neovim 0.11 and newer know the server by: change it with vim.lsp.config('rustmend', {…}).
return require('rustmend').config()
