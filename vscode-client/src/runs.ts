import * as vscode from "vscode";
import {
  ExecuteCommandRequest,
  State,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  type LanguageClient,
  type Middleware,
  type ProgressToken,
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

/** Progress that no command has asked for: it stays in the status bar. */
const OF_THE_WORKSPACE = /^(Checking|Indexing)/;
const TOKEN = "rustmend-run-";

interface Run {
  readonly report: (message: string) => void;
  /** Takes the notification away. */
  readonly finish: () => void;
  readonly previews: boolean;
}

/** Commands of the server, each shown as a notification that can cancel it. */
export class Runs {
  private count = 0;
  private run: Run | undefined;
  private readonly diverted = new Set<ProgressToken>();

  /** Runs a command to its end, of which the server tells under our token. */
  async execute(client: LanguageClient, word: string, target: Target, asks = false): Promise<void> {
    const workDoneToken = `${TOKEN}${String(++this.count)}`;
    const call = { command: `rustmend.server.${word}`, arguments: [target], workDoneToken };
    const title = TITLES[word];
    if (title === undefined || !tellsTheEnd(client)) {
      await client.sendRequest(ExecuteCommandRequest.type, call);
      return;
    }
    const location = vscode.ProgressLocation.Notification;
    const options = { location, title, cancellable: true };
    await vscode.window.withProgress(options, async (progress, cancel) => {
      const listeners: { dispose(): void }[] = [];
      const ended = new Promise<void>((finish) => {
        const report = (message: string): void => {
          progress.report({ message });
        };
        this.run = { report, finish, previews: asks };
        listeners.push(
          client.onProgress(WorkDoneProgress.type, workDoneToken, (note) => {
            if (note.kind === "end") {
              finish();
            }
          }),
          client.onDidChangeState(({ newState }) => {
            if (newState === State.Stopped) {
              finish();
            }
          }),
          cancel.onCancellationRequested(() =>
            client.sendNotification(WorkDoneProgressCancelNotification.type, {
              token: workDoneToken,
            }),
          ),
        );
      });
      const { run } = this;
      try {
        await client.sendRequest(ExecuteCommandRequest.type, call);
        await ended;
      } finally {
        listeners.forEach((listener) => {
          listener.dispose();
        });
        this.run = this.run === run ? undefined : this.run;
      }
    });
  }

  /** Whether the edit that comes now is to be looked at. */
  previews(): boolean {
    return this.run?.previews === true;
  }

  /** Takes the notification away before its run has ended: what it was about is there. */
  finish(): void {
    this.run?.finish();
  }

  /** What a run reports goes into its notification; other progress goes where it always goes. */
  readonly progress: NonNullable<Middleware["handleWorkDoneProgress"]> = (token, params, next) => {
    const own = String(token).startsWith(TOKEN);
    if (params.kind === "begin" && this.run && !own && !OF_THE_WORKSPACE.test(params.title)) {
      this.diverted.add(token);
    }
    if (!this.diverted.has(token)) {
      next(token, params);
    } else if (params.kind === "end") {
      this.diverted.delete(token);
    } else if (params.message !== undefined) {
      this.run?.report(params.message);
    }
  };
}

/** An older server, by `rustmend.server.path`, tells no end. */
function tellsTheEnd(client: LanguageClient): boolean {
  return client.initializeResult?.capabilities.executeCommandProvider?.workDoneProgress === true;
}
