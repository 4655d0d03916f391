import * as vscode from "vscode";
import { commands } from "./commands";
import { Preview } from "./preview";
import { shareCheck } from "./rustAnalyzer";
import { Server } from "./server";

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const preview = new Preview();
  const own = new Server(context, preview);
  server = own;
  const share = told(() => shareCheck(context));
  context.subscriptions.push(
    own,
    preview,
    ...Object.entries(commands(own, preview)).map(([name, command]) =>
      vscode.commands.registerCommand(`rustmend.${name}`, told(command)),
    ),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("rustmend.server")) {
        await own.restart();
      } else if (event.affectsConfiguration("rustmend")) {
        await share();
      }
    }),
    vscode.extensions.onDidChange(() => own.settingsChanged()),
  );
  void own.restart();
  void share();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
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
