import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, rename } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  State,
  type ConfigurationParams,
  type ErrorHandler,
  type Middleware,
} from "vscode-languageclient/node";
import { IDLE, lookOf, problem, STARTING, type ServerStatus, type WorkspaceStatus } from "./look";
import { exists, isPage, showMarkdown } from "./pages";
import type { Preview } from "./preview";
import { hasRustAnalyzer } from "./rustAnalyzer";
import { Runs, TITLES, type Target } from "./runs";
import { findLaunch, type Launch, type Places } from "./runtime";
import { settingsThatWereMade } from "./settings";
import type { StatusItem } from "./status";

/** How often the server may die within three minutes. */
const MOST_DEATHS = 5;

/** The language server: started, started again, and asked to do things. */
export class Server implements vscode.Disposable {
  /** How the server was started; none where it could not be. */
  launch: Launch | undefined;
  private client: LanguageClient | undefined;
  private training: ChildProcess | undefined;
  private changing: Promise<void> = Promise.resolve();
  private readonly runs = new Runs();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly status: StatusItem,
    private readonly preview: Preview,
  ) {}

  /** Ends the server, if there is one, and starts it as the settings say now. */
  restart(): Promise<void> {
    this.changing = this.changing.then(() => this.stop()).then(() => this.start());
    return this.changing;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose();
  }

  dispose(): void {
    this.training?.kill();
  }

  /** Runs a command of the server; `asks`: its edit is to be looked at before it is made. */
  async execute(word: string, target: Target, asks = false): Promise<void> {
    if (this.client?.state !== State.Running) {
      throw new Error("the server does not run; its item in the status bar says why.");
    }
    await this.runs.execute(this.client, word, target, asks);
  }

  /** Has the server read the settings again. */
  async settingsChanged(): Promise<void> {
    await this.client?.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  private async start(): Promise<void> {
    this.status.show(STARTING);
    const found = findLaunch(this.places());
    if ("problem" in found) {
      this.launch = undefined;
      this.status.show(problem(found.problem));
      this.log.error(found.problem);
      void vscode.window.showErrorMessage(found.problem, "Open Settings").then((answer) => {
        if (answer !== undefined) {
          void vscode.commands.executeCommand("workbench.action.openSettings", found.setting);
        }
      });
      return;
    }
    this.launch = found;
    this.log.info([found.command, ...found.prefix, "lsp"].join(" "));
    this.client = this.newClient(found);
    try {
      await this.client.start();
      await this.checkFolders(this.client);
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      this.status.show(problem(`The server could not be started: ${reason}. Its log says more.`));
    }
  }

  private newClient(launch: Launch): LanguageClient {
    const env = { ...process.env, ...launch.environment };
    const client = new LanguageClient(
      "rustmend",
      "rustmend",
      { command: launch.command, args: [...launch.prefix, "lsp"], options: { env } },
      {
        documentSelector: [{ scheme: "file", language: "rust" }],
        outputChannel: this.log,
        middleware: this.middleware(),
        errorHandler: this.restarts(),
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
    client.onNotification("experimental/serverStatus", (status: ServerStatus) =>
      this.showStatus(client, status),
    );
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) {
        return;
      }
      if (newState === State.Running) {
        this.status.show(IDLE);
      } else if (newState === State.Starting) {
        this.status.show(STARTING);
      } else {
        this.status.show(problem("The server has stopped. Restart it; its log says why."));
      }
    });
    return client;
  }

  /** Starts a server that died again, quietly; one that dies over and over stays down. */
  private restarts(): ErrorHandler {
    const deaths: number[] = [];
    return {
      // what can not be written any more is followed by the end of the connection
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        deaths.push(Date.now());
        const again = Date.now() - (deaths.at(-MOST_DEATHS) ?? 0) > 180_000;
        return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  private async showStatus(client: LanguageClient, status: ServerStatus): Promise<void> {
    let workspaces: readonly WorkspaceStatus[] = [];
    if (status.quiescent && status.health === "ok") {
      const call = { command: "rustmend.server.status" };
      const answer: unknown = await client.sendRequest(ExecuteCommandRequest.type, call);
      ({ workspaces } = answer as { readonly workspaces: readonly WorkspaceStatus[] });
      this.train();
    }
    this.status.show(lookOf(status, workspaces));
  }

  private middleware(): Middleware {
    return {
      executeCommand: (command, args: unknown[], next): unknown => {
        const word = command.replace("rustmend.server.", "");
        return word in TITLES ? this.execute(word, (args[0] ?? {}) as Target) : next(command, args);
      },
      handleWorkDoneProgress: this.runs.progress,
      workspace: {
        configuration: (params) => configuration(this.context, params),
        // an empty reason is the user's own choice, and the server does not complain
        handleApplyEdit: async (params, next) => {
          if (this.runs.previews()) {
            this.runs.finish();
            if (!(await this.preview.ask(params.edit))) {
              return { applied: false, failureReason: "" };
            }
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
          this.runs.finish();
          return { success: true };
        },
      },
    };
  }

  /** A folder that is opened is checked before a file of it is. */
  private async checkFolders(client: LanguageClient): Promise<void> {
    if (vscode.workspace.textDocuments.some((open) => open.languageId === "rust")) {
      return;
    }
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      if (await exists(vscode.Uri.joinPath(uri, "Cargo.toml"))) {
        await this.runs.execute(client, "check", { uri: uri.toString() });
      }
    }
  }

  /**
   * Writes the archive of classes with which the next starts are faster: once for a version, when
   * the first check is over, and at low priority.
   */
  private train(): void {
    const { launch } = this;
    if (launch?.archive === undefined || this.training !== undefined) {
      return;
    }
    const { archive } = launch;
    const fresh = `${archive}.${String(process.pid)}`;
    mkdirSync(path.dirname(archive), { recursive: true });
    this.training = spawn(
      launch.command,
      [`-XX:AOTCacheOutput=${fresh}`, ...launch.prefix, "training"],
      { env: { ...process.env, ...launch.environment }, stdio: "ignore" },
    )
      .on("spawn", () => {
        os.setPriority(this.training?.pid ?? 0, os.constants.priority.PRIORITY_LOW);
      })
      .on("error", (failure) => {
        this.log.warn(`The archive of classes could not be written: ${failure.message}`);
      })
      .on("exit", () => {
        rename(fresh, archive, () => undefined);
      });
  }

  private places(): Places {
    const settings = vscode.workspace.getConfiguration("rustmend");
    return {
      extension: this.context.extensionPath,
      storage: this.context.globalStorageUri.fsPath,
      serverPath: settings.get("server.path", ""),
      javaHome: settings.get("server.javaHome", ""),
      environment: process.env,
    };
  }
}

/** Answers the server's question for settings with those that somebody made. */
function configuration(context: vscode.ExtensionContext, params: ConfigurationParams): unknown[] {
  const { contributes } = context.extension.packageJSON as {
    readonly contributes: {
      readonly configuration: readonly { readonly properties: Record<string, unknown> }[];
    };
  };
  const ofTheServer = Object.keys(contributes.configuration[0]?.properties ?? {});
  const names = ofTheServer.map((name) => name.replace("rustmend.", ""));
  const settings = vscode.workspace.getConfiguration("rustmend");
  const made = settingsThatWereMade(names, (name) => settings.inspect(name));
  // Without rust-analyzer nobody would show what cargo complains about.
  const shown = hasRustAnalyzer() ? {} : { "diagnostics.publish": "auto" };
  return params.items.map((item) => (item.section === "rustmend" ? { ...shown, ...made } : null));
}
