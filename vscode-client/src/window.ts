import * as vscode from "vscode";
import { commands } from "./commands";
import { Preview } from "./preview";
import { shareCheck } from "./rustAnalyzer";
import type { Launch, Obstacle } from "./runtime";
import { Server } from "./server";

/** Everything that a window of VS Code has of rustmend; its server is still to be started. */
export function open(context: vscode.ExtensionContext, find: () => Launch | Obstacle): Server {
  const preview = new Preview();
  const server = new Server(context, find, preview);
  const share = told(() => shareCheck(context));
  context.subscriptions.push(
    server,
    preview,
    ...Object.entries(commands(server, preview)).map(([name, command]) =>
      vscode.commands.registerCommand(`rustmend.${name}`, told(command)),
    ),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("rustmend.server")) {
        await server.restart();
      } else if (event.affectsConfiguration("rustmend")) {
        await share();
      }
    }),
    vscode.extensions.onDidChange(() => server.settingsChanged()),
  );
  void share();
  return server;
}

/** A command that fails says why; VS Code itself would only mention its id. */
function told(command: () => unknown): () => Promise<void> {
  return async () => {
    try {
      await command();
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      void vscode.window.showErrorMessage(`rustmend: ${reason}`);
    }
  };
}
