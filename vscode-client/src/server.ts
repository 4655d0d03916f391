import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, rename } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import {
  ExecuteCommandRequest,
  LanguageClient,
  State,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  type ConfigurationParams,
  type Middleware,
  type ProgressToken,
} from "vscode-languageclient/node";
import { lookOf, problem, STARTING, type ServerStatus, type WorkspaceStatus } from "./look";
import { isPage, showMarkdown } from "./pages";
import type { Preview } from "./preview";
import { hasRustAnalyzer } from "./rustAnalyzer";
import { findLaunch, usualHomes, type Launch } from "./runtime";
import { settingsThatWereMade } from "./settings";
import type { StatusItem } from "./status";

/** What a command of the server is about; the server's `CommandTarget` reads it. */
export type Target = Readonly<Record<string, unknown>>;

interface Run {
  readonly report: (message: string) => void;
  readonly previews: boolean;
}

/** The language server: started, started again, and asked to do things. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private launched: Launch | undefined;
  private training: ChildProcess | undefined;
  private changing: Promise<void> = Promise.resolve();
  private runs = 0;
  private run: Run | undefined;
  private readonly diverted = new Set<ProgressToken>();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly status: StatusItem,
    private readonly preview: Preview,
  ) {}

  /** How the server was started; none where it could not be. */
  get launch(): Launch | undefined {
    return this.launched;
  }

  /** Ends the server, if there is one, and starts it as the settings say now. */
  restart(): Promise<void> {
    this.changing = this.changing.then(() => this.stop()).then(() => this.start());
    return this.changing;
  }

  /** Has the server read the settings again. */
  async settingsChanged(): Promise<void> {
    await this.client?.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  /**
   * Runs a command to its end, with a notification that can cancel it. The server answers at once
   * and tells the end under our token.
   */
  async execute(word: string, title: string, target: Target, previews = false): Promise<void> {
    const client = this.client;
    if (client?.state !== State.Running) {
      void vscode.window.showWarningMessage("rustmend: the server does not run. See its status.");
      return;
    }
    const token = `rustmend-run-${String(++this.runs)}`;
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    await vscode.window.withProgress(options, async (progress, cancel) => {
      const ended = new Promise<void>((resolve) => {
        client.onProgress(WorkDoneProgress.type, token, (note) => {
          if (note.kind === "end") {
            resolve();
          }
        });
        client.onDidChangeState(({ newState }) => {
          if (newState === State.Stopped) {
            resolve();
          }
        });
      });
      cancel.onCancellationRequested(() =>
        client.sendNotification(WorkDoneProgressCancelNotification.type, { token }),
      );
      this.run = {
        previews,
        report: (message) => {
          progress.report({ message });
        },
      };
      await client.sendRequest(ExecuteCommandRequest.type, {
        command: `rustmend.server.${word}`,
        arguments: [target],
        workDoneToken: token,
      });
      await ended;
      this.run = undefined;
    });
  }

  dispose(): void {
    this.training?.kill();
    void this.stop();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose();
  }

  private async start(): Promise<void> {
    this.status.show(STARTING);
    const found = findLaunch(this.places());
    if ("problem" in found) {
      this.launched = undefined;
      this.status.show(problem(found.problem));
      this.log.error(found.problem);
      void vscode.window.showErrorMessage(found.problem, "Open Settings").then((answer) => {
        if (answer !== undefined) {
          void vscode.commands.executeCommand("workbench.action.openSettings", found.setting);
        }
      });
      return;
    }
    this.launched = found;
    this.log.info([found.command, ...found.prefix, "lsp"].join(" "));
    const client = this.newClient(found);
    this.client = client;
    try {
      await client.start();
      await this.checkFolders(client);
      this.trainLater(found);
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      this.status.show(problem(`The server could not be started: ${reason}. Its log says more.`));
    }
  }

  private newClient(launch: Launch): LanguageClient {
    const environment = { ...process.env, ...launch.environment };
    const client = new LanguageClient(
      "rustmend",
      "rustmend",
      {
        command: launch.command,
        args: [...launch.prefix, "lsp"],
        options: { env: environment },
      },
      {
        documentSelector: [{ scheme: "file", language: "rust" }],
        outputChannel: this.log,
        middleware: this.middleware(),
      },
    );
    client.registerFeature({
      getState: () => ({ kind: "static" }),
      clear: () => undefined,
      initialize: () => undefined,
      fillClientCapabilities: (capabilities) => {
        capabilities.experimental = { serverStatusNotification: true };
      },
    });
    client.onNotification("experimental/serverStatus", (status: ServerStatus) => {
      void this.showStatus(client, status);
    });
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) {
        return;
      }
      if (newState === State.Running) {
        this.status.show(lookOf({ health: "ok", quiescent: true }, []));
      } else {
        this.status.show(
          newState === State.Starting
            ? STARTING
            : problem("The server has stopped. Restart it; its log says why."),
        );
      }
    });
    return client;
  }

  private async showStatus(client: LanguageClient, status: ServerStatus): Promise<void> {
    const idle = status.quiescent && status.health === "ok";
    const answer: unknown = idle
      ? await client.sendRequest(ExecuteCommandRequest.type, { command: "rustmend.server.status" })
      : { workspaces: [] };
    const { workspaces } = answer as { workspaces: readonly WorkspaceStatus[] };
    this.status.show(lookOf(status, workspaces));
  }

  private middleware(): Middleware {
    return {
      executeCommand: (command, args: unknown[], next): unknown => {
        const word = command.replace("rustmend.server.", "");
        const title = TITLES[word];
        return title === undefined
          ? next(command, args)
          : this.execute(word, title, (args[0] ?? {}) as Target);
      },
      handleWorkDoneProgress: (token, params, next) => {
        if (params.kind === "begin" && this.run && !params.title.startsWith("Checking")) {
          this.diverted.add(token);
        }
        if (!this.diverted.has(token)) {
          next(token, params);
          return;
        }
        if (params.kind === "end") {
          this.diverted.delete(token);
        } else if (params.message !== undefined) {
          this.run?.report(params.message);
        }
      },
      workspace: {
        configuration: (params) => configuration(this.context, params),
        handleApplyEdit: async (params, next) => {
          if (this.run?.previews === true && !(await this.preview.ask(params.edit))) {
            return { applied: false, failureReason: "you discarded it" };
          }
          return next(params, new vscode.CancellationTokenSource().token);
        },
      },
      window: {
        showDocument: async (params, token, next) => {
          const uri = vscode.Uri.parse(params.uri);
          if (!isPage(uri)) {
            return next(params, token);
          }
          await showMarkdown(uri);
          return { success: true };
        },
      },
    };
  }

  /** A folder that is opened is checked before a file of it is. */
  private async checkFolders(client: LanguageClient): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const manifest = vscode.Uri.joinPath(folder.uri, "Cargo.toml");
      const opened = vscode.workspace.textDocuments.some((open) => open.languageId === "rust");
      const isPackage = await vscode.workspace.fs.stat(manifest).then(
        () => true,
        () => false,
      );
      if (isPackage && !opened) {
        await client.sendRequest(ExecuteCommandRequest.type, {
          command: "rustmend.server.check",
          arguments: [folder.uri.toString()],
        });
      }
    }
  }

  /** Writes the archive of classes with which the next starts are faster, once and at low priority. */
  private trainLater({ command, environment, training }: Launch): void {
    if (training === undefined || this.training !== undefined) {
      return;
    }
    mkdirSync(path.dirname(training.archive), { recursive: true });
    const fresh = `${training.archive}.${String(process.pid)}`;
    const child = spawn(command, [`-XX:AOTCacheOutput=${fresh}`, ...training.prefix, "training"], {
      env: { ...process.env, ...environment },
      stdio: "ignore",
    });
    this.training = child;
    child.on("spawn", () => {
      os.setPriority(child.pid ?? 0, os.constants.priority.PRIORITY_LOW);
    });
    child.on("error", (failure) => {
      this.log.warn(`the archive of classes could not be written: ${failure.message}`);
    });
    child.on("exit", () => {
      rename(fresh, training.archive, () => undefined);
    });
  }

  private places(): Parameters<typeof findLaunch>[0] {
    const settings = vscode.workspace.getConfiguration("rustmend");
    const programs = process.env["ProgramFiles"] ?? "C:\\Program Files";
    return {
      extension: this.context.extensionPath,
      storage: this.context.globalStorageUri.fsPath,
      version: String((this.context.extension.packageJSON as { version: unknown }).version),
      serverPath: settings.get("server.path", ""),
      javaHome: settings.get("server.javaHome", ""),
      environment: process.env,
      platform: process.platform,
      usualHomes: usualHomes(process.platform, os.homedir(), programs),
    };
  }
}

/** The commands that take long enough to be shown, with what the notification says. */
const TITLES: Readonly<Record<string, string>> = {
  fixFile: "rustmend: fixing the file",
  fixWorkspace: "rustmend: fixing the workspace",
  explain: "rustmend: explaining",
  ask: "rustmend: looking for an answer",
  generate: "rustmend: generating a project",
};

/** Answers the server's question for settings with those that somebody made. */
function configuration(context: vscode.ExtensionContext, params: ConfigurationParams): unknown[] {
  const { contributes } = context.extension.packageJSON as {
    contributes: { configuration: readonly { properties: Record<string, unknown> }[] };
  };
  const names = Object.keys(contributes.configuration[0]?.properties ?? {}).map((name) =>
    name.replace("rustmend.", ""),
  );
  const settings = vscode.workspace.getConfiguration("rustmend");
  const made = settingsThatWereMade(names, (name) => settings.inspect(name));
  // Without rust-analyzer nobody would show what cargo complains about.
  const shown = hasRustAnalyzer() ? {} : { "diagnostics.publish": "auto" };
  return params.items.map((item) => (item.section === "rustmend" ? { ...shown, ...made } : null));
}
