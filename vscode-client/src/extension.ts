import * as vscode from "vscode";
import { commands } from "./commands";
import { Pages } from "./pages";
import { Preview } from "./preview";
import { shareCheck } from "./rustAnalyzer";
import { Server } from "./server";
import { StatusItem } from "./status";

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("rustmend", { log: true });
  const status = new StatusItem();
  const pages = new Pages();
  const preview = new Preview(pages);
  const own = new Server(context, log, status, preview);
  server = own;
  context.subscriptions.push(own, preview, pages, status, log);

  const all = {
    ...commands(own, pages, log),
    applyPreview: () => {
      preview.answer(true);
    },
    discardPreview: () => {
      preview.answer(false);
    },
  };
  for (const [name, command] of Object.entries(all)) {
    context.subscriptions.push(
      vscode.commands.registerCommand(`rustmend.${name}`, () => told(command)),
    );
  }
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("rustmend.server")) {
        void own.restart();
      } else if (event.affectsConfiguration("rustmend")) {
        void shareCheck(context).catch((failure: unknown) => {
          log.warn(String(failure));
        });
      }
    }),
    vscode.extensions.onDidChange(() => own.settingsChanged()),
  );
  void own.restart();
  void shareCheck(context).catch((failure: unknown) => {
    log.warn(String(failure));
  });
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** A command that fails says so; VS Code itself would only mention its id. */
async function told(command: () => unknown): Promise<void> {
  try {
    await command();
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    void vscode.window.showErrorMessage(`rustmend: ${reason}`);
  }
}
