//! Starts `rustmend lsp` for Rust files, beside rust-analyzer.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{self as zed, serde_json::Value, LanguageServerId, Result, Worktree};

const PROGRAM: &str = "rustmend";

struct Rustmend;

impl zed::Extension for Rustmend {
    fn new() -> Self {
        Rustmend
    }

    /// The program that the settings name under `lsp.rustmend.binary`, else the one of the
    /// worktree's PATH.
    fn language_server_command(
        &mut self,
        _server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<zed::Command> {
        let chosen = LspSettings::for_worktree(PROGRAM, worktree)?.binary;
        let (path, arguments) = match chosen {
            Some(binary) => (binary.path, binary.arguments),
            None => (None, None),
        };
        let command = path.or_else(|| worktree.which(PROGRAM)).ok_or(
            "there is no program `rustmend` on the PATH: put it there, or name it in the settings \
             under lsp.rustmend.binary.path",
        )?;
        Ok(zed::Command {
            command,
            args: arguments.unwrap_or_else(|| vec!["lsp".to_owned()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        _server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(PROGRAM, worktree)?.initialization_options)
    }

    fn language_server_workspace_configuration(
        &mut self,
        _server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(PROGRAM, worktree)?.settings)
    }
}

zed::register_extension!(Rustmend);
