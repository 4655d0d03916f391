import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";
import {
  ErrorAction,
  LanguageClient,
  State,
  type ErrorHandler,
  type Middleware,
} from "vscode-languageclient/node";
import { lookOf, problem, STARTING, type ServerStatus } from "./look";
import { isPage, showMarkdown } from "./pages";
import type { Preview } from "./preview";
import { hasRustAnalyzer } from "./rustAnalyzer";
import { Runs, TITLES, type Target } from "./runs";
import { run, type Launch, type Obstacle } from "./runtime";
import { settingsThatWereMade } from "./settings";
import { StatusItem } from "./status";

/** What the extension's own package.json says of commands and settings. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly (Record<"command" | "title", string> &
      Partial<Record<"icon" | "enablement", string>>)[];
    readonly configuration: readonly { readonly properties: Record<string, unknown> }[];
  };
}

/** The language server: started, started again, and asked to do things. */
export class Server implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel("rustmend", { log: true });
  readonly manifest: Manifest;
  /** How the server was started; none where it could not be. */
  launch: Launch | undefined;
  private readonly status = new StatusItem();
  private readonly runs = new Runs();
  private client: LanguageClient | undefined;
  private changing: Promise<void> = Promise.resolve();

  constructor(
    context: vscode.ExtensionContext,
    private readonly find: () => Launch | Obstacle,
    private readonly preview: Preview,
  ) {
    this.manifest = context.extension.packageJSON as Manifest;
  }

  /** Ends the server, if there is one, and starts it as the settings say now. */
  restart(): Promise<void> {
    this.changing = this.changing.then(() => this.stop()).then(() => this.start(this.find()));
    return this.changing;
  }

  /** Takes over a server that was started while this code was still being loaded. */
  takeOver(found: Launch | Obstacle, child?: Promise<ChildProcess>): Promise<void> {
    this.changing = this.start(found, child);
    return this.changing;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose();
  }

  dispose(): void {
    this.status.dispose();
    this.log.dispose();
  }

  /** Runs a command of the server and gives its answer. */
  async execute(word: string, target: Target = {}): Promise<unknown> {
    if (this.client?.state !== State.Running) {
      throw new Error("the server does not run; its item in the status bar says why.");
    }
    return this.runs.execute(this.client, word, target);
  }

  /** Has the server read the settings again. */
  async settingsChanged(): Promise<void> {
    await this.client?.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  private async start(found: Launch | Obstacle, child?: Promise<ChildProcess>): Promise<void> {
    this.status.show(STARTING);
    this.launch = "problem" in found ? undefined : found;
    if ("problem" in found) {
      this.status.show(problem(found.problem));
      this.log.error(found.problem);
      void vscode.window.showErrorMessage(found.problem, "Open Settings").then((answer) => {
        if (answer !== undefined) {
          void vscode.commands.executeCommand("workbench.action.openSettings", found.setting);
        }
      });
      return;
    }
    this.log.info([found.command, ...found.prefix, "lsp"].join(" "));
    this.client = this.newClient(found, child);
    try {
      await this.client.start();
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      this.status.show(problem(`The server could not be started: ${reason}. Its log says more.`));
    }
  }

  private newClient(launch: Launch, first?: Promise<ChildProcess>): LanguageClient {
    let child = first;
    // one that died is started again, quietly; one that dies over and over stays down
    const restarts: ErrorHandler = {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: async () => ({ ...(await usual.closed()), handled: true }),
    };
    const client = new LanguageClient(
      "rustmend",
      "rustmend",
      () => {
        const next = child ?? run(launch);
        child = undefined;
        return next;
      },
      {
        documentSelector: [{ scheme: "file", language: "rust" }],
        initializationOptions: () => this.settings(),
        outputChannel: this.log,
        middleware: this.middleware(),
        errorHandler: restarts,
      },
    );
    const usual = client.createDefaultErrorHandler();
    client.registerFeature({
      getState: () => ({ kind: "static" }),
      clear: () => undefined,
      initialize: () => undefined,
      fillClientCapabilities: (capabilities) => {
        capabilities.experimental = { serverStatusNotification: true };
      },
    });
    client.onNotification("experimental/serverStatus", (status: ServerStatus) => {
      this.status.show(lookOf(status));
    });
    client.onDidChangeState(({ newState }) => {
      if (this.client === client) {
        this.status.show(
          newState === State.Running
            ? lookOf({ health: "ok", quiescent: true })
            : newState === State.Starting
              ? STARTING
              : problem("The server has stopped. Restart it; its log says why."),
        );
      }
    });
    return client;
  }

  private middleware(): Middleware {
    return {
      executeCommand: (command, args: unknown[], next): unknown => {
        const word = command.replace("rustmend.server.", "");
        return word in TITLES ? this.execute(word, (args[0] ?? {}) as Target) : next(command, args);
      },
      workspace: {
        configuration: ({ items }) =>
          items.map(({ section }) => (section === "rustmend" ? this.settings() : null)),
        // an empty reason is the user's own choice, and the server does not complain
        handleApplyEdit: async (params, next) =>
          this.runs.hide() !== "fixWorkspace" || (await this.preview.ask(params.edit))
            ? next(params, new vscode.CancellationTokenSource().token)
            : { applied: false, failureReason: "" },
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

  /** What somebody set; without rust-analyzer nobody else would show what cargo complains about. */
  private settings(): Record<string, unknown> {
    const properties = this.manifest.contributes.configuration[0]?.properties ?? {};
    const names = Object.keys(properties).map((name) => name.replace("rustmend.", ""));
    const settings = vscode.workspace.getConfiguration("rustmend");
    const shown = hasRustAnalyzer() ? {} : { "diagnostics.publish": "auto" };
    return { ...shown, ...settingsThatWereMade(names, (name) => settings.inspect(name)) };
  }
}
