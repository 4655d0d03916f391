import * as vscode from "vscode";
import {
  ExecuteCommandRequest,
  State,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  type LanguageClient,
} from "vscode-languageclient/node";

/** What a command of the server is about; the server's `CommandTarget` reads it. */
export type Target = Readonly<Record<string, unknown>>;

/** The commands that take long enough to be shown, with what the notification says. */
export const TITLES: Readonly<Record<string, string>> = {
  fixFile: "rustmend: fixing the file",
  fixWorkspace: "rustmend: fixing the workspace",
  explain: "rustmend: explaining",
  ask: "rustmend: looking for an answer",
  generate: "rustmend: generating a project",
};

/** Commands of the server, each shown as a notification that can cancel it. */
export class Runs {
  private count = 0;
  private shown: { readonly word: string; readonly hide: () => void } | undefined;

  /** Runs a command to its end, of which the server tells under our token, and gives its answer. */
  async execute(client: LanguageClient, word: string, target: Target): Promise<unknown> {
    const workDoneToken = `rustmend-run-${String(++this.count)}`;
    const call = { command: `rustmend.server.${word}`, arguments: [target], workDoneToken };
    const title = TITLES[word];
    if (title === undefined) {
      return client.sendRequest(ExecuteCommandRequest.type, call);
    }
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(options, async (progress, cancel) => {
      const ended = new Promise<void>((hide) => {
        this.shown = { word, hide };
        client.onProgress(WorkDoneProgress.type, workDoneToken, (note) => {
          if (note.kind === "end") {
            hide();
          } else if (note.message !== undefined) {
            progress.report({ message: note.message });
          }
        });
        const stopped = client.onDidChangeState(({ newState }) => {
          if (newState === State.Stopped) {
            stopped.dispose();
            hide();
          }
        });
        cancel.onCancellationRequested(() =>
          client.sendNotification(WorkDoneProgressCancelNotification.type, {
            token: workDoneToken,
          }),
        );
      });
      await client.sendRequest(ExecuteCommandRequest.type, call);
      await ended;
    });
  }

  /** Takes the notification away before its run has ended, and says which command it was about. */
  hide(): string | undefined {
    const { shown } = this;
    this.shown = undefined;
    shown?.hide();
    return shown?.word;
  }
}
