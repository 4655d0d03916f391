package dev.rustmend.lsp;

import java.util.List;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// The answer to `initialize`: what the server can do, all of it announced statically, since Neovim
/// does not attach buffers to what is registered later and refuses commands that are not listed.
record Offer(ClientProfile client, String version) {

  InitializeResult result() {
    return new InitializeResult(capabilities(), new ServerInfo("rustmend", version));
  }

  private ServerCapabilities capabilities() {
    var capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(client.encoding());
    capabilities.setTextDocumentSync(sync());
    capabilities.setCodeActionProvider(codeActions());
    capabilities.setHoverProvider(true);
    capabilities.setExecuteCommandProvider(commands());
    capabilities.setWorkspace(folders());
    return capabilities;
  }

  private static ExecuteCommandOptions commands() {
    var commands = new ExecuteCommandOptions(ServerCommand.ids());
    commands.setWorkDoneProgress(true);
    return commands;
  }

  private static TextDocumentSyncOptions sync() {
    var save = new SaveOptions();
    save.setIncludeText(false);
    var sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(save);
    return sync;
  }

  private static CodeActionOptions codeActions() {
    var actions = new CodeActionOptions(List.copyOf(CodeActionKinds.OURS));
    actions.setResolveProvider(true);
    return actions;
  }

  private static WorkspaceServerCapabilities folders() {
    var folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(Either.forRight(true));
    return new WorkspaceServerCapabilities(folders);
  }
}
