import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import type { Launch } from "./runtime";
import { showMarkdown, type Pages } from "./pages";
import type { Server, Target } from "./server";

/** One line of `rustmend kb list --learned --json`. */
interface Learned {
  readonly id: string;
  readonly title: string;
}

/** One line of `rustmend doctor --json`. */
interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly remedy?: string;
}

/** The commands of the palette, by the last part of their ids. */
export function commands(
  server: Server,
  pages: Pages,
  log: vscode.LogOutputChannel,
): Readonly<Record<string, () => unknown>> {
  return {
    fixFile: () => server.execute("fixFile", "rustmend: fixing the file", here()),
    fixWorkspace: () =>
      server.execute("fixWorkspace", "rustmend: fixing the workspace", folder(), true),
    check: () => server.execute("check", "rustmend: checking", folder()),
    explain: () => explain(server),
    ask: async () => {
      const question = await vscode.window.showInputBox({
        title: "Ask about Rust",
        prompt:
          "The answer comes from rustmend's knowledge base and your toolchain's documentation.",
        placeHolder: "How do I read a file line by line?",
      });
      await (question && server.execute("ask", "rustmend: looking for an answer", { question }));
    },
    generate: () => generate(server),
    forgetLearned: () => withLearned(server, "forgetLearned", "Forget which learned fix?"),
    notUseful: () => withLearned(server, "notUseful", "Which learned fix was not useful?"),
    doctor: () => doctor(server, pages),
    restart: () => server.restart(),
    showLog: () => {
      log.show();
    },
    menu,
  };
}

/** The place of the cursor, as far as there is a file of ours. */
function here(): Target {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "rust") {
    return {};
  }
  return { uri: editor.document.uri.toString() };
}

/** The folder of the open file, else the first one. */
function folder(): Target {
  const open = vscode.window.activeTextEditor?.document.uri;
  const found = open && vscode.workspace.getWorkspaceFolder(open);
  const uri = (found ?? vscode.workspace.workspaceFolders?.[0])?.uri;
  return open?.path.endsWith(".rs") ? here() : uri ? { uri: uri.toString() } : {};
}

/** Explains the error under the cursor; where there is none, a code that the user gives. */
async function explain(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const at = editor?.selection.active;
  const errors = editor
    ? vscode.languages
        .getDiagnostics(editor.document.uri)
        .filter((one) => at && one.range.contains(at) && /rust|clippy/.test(one.source ?? ""))
    : [];
  if (at && errors.length > 0) {
    const target = { ...here(), line: at.line, character: at.character };
    await server.execute("explain", "rustmend: explaining", target);
    return;
  }
  const code = await vscode.window.showInputBox({
    title: "Explain an error code or a lint",
    placeHolder: "E0382",
    validateInput: (text) =>
      /^(E\d{4}|[a-z_]+(::[a-z_]+)?)?$/.test(text) ? undefined : "A code such as E0382, or a lint.",
  });
  await (code && server.execute("explain", "rustmend: explaining", { code }));
}

async function generate(server: Server): Promise<void> {
  const description = await vscode.window.showInputBox({
    title: "Generate a project",
    prompt: "What is it to do? It is compiled and its tests are run before you see it.",
    placeHolder: "a command-line tool that counts the words of files",
  });
  if (!description) {
    return;
  }
  const chosen = await vscode.window.showOpenDialog({
    title: "The folder in which the project is made",
    openLabel: "Generate here",
    canSelectFiles: false,
    canSelectFolders: true,
  });
  const out = chosen?.[0]?.toString();
  await (out &&
    server.execute("generate", "rustmend: generating a project", { description, uri: out }));
}

async function withLearned(server: Server, word: string, title: string): Promise<void> {
  const list = JSON.parse(await output(server, ["kb", "list", "--learned", "--json"])) as {
    readonly entries?: readonly Learned[];
  };
  const picks = (list.entries ?? []).map((one) => ({ label: one.title, description: one.id }));
  if (picks.length === 0) {
    void vscode.window.showInformationMessage("rustmend has learned no fix from you yet.");
    return;
  }
  const pick = await vscode.window.showQuickPick(picks, { title, matchOnDescription: true });
  await (pick && server.execute(word, title, { ...here(), learned: pick.description }));
}

async function doctor(server: Server, pages: Pages): Promise<void> {
  const { checks } = JSON.parse(await output(server, ["doctor", "--json"])) as {
    readonly checks: readonly Check[];
  };
  const lines = checks.map(({ name, ok, detail, remedy }) => {
    const mark = ok ? (remedy ? "○" : "✓") : "✗";
    return `- ${mark} **${name}**: ${detail}${remedy ? `  \n  → ${remedy}` : ""}`;
  });
  const text = `# What rustmend found\n\n${lines.join("\n")}\n`;
  await showMarkdown(pages.document("/doctor.md", text));
}

/** What rustmend prints for other arguments; exit codes above 1 are failures. */
async function output(server: Server, args: readonly string[]): Promise<string> {
  const launch: Launch | undefined = server.launch;
  if (!launch) {
    throw new Error("rustmend can not be started; its status in the bar below says why.");
  }
  const directory = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const done = promisify(execFile)(launch.command, [...launch.prefix, ...args], {
    ...(directory === undefined ? {} : { cwd: directory }),
    env: { ...process.env, ...launch.environment },
    maxBuffer: 1 << 26,
  });
  return done.then(
    ({ stdout }) => stdout,
    (failure: unknown) => {
      const { stdout, stderr } = failure as { readonly stdout?: string; readonly stderr?: string };
      if (stdout) {
        return stdout;
      }
      throw new Error(stderr?.trim() ?? "rustmend could not be run.");
    },
  );
}

async function menu(): Promise<void> {
  const items = [
    ["$(lightbulb) Fix this file", "fixFile"],
    ["$(diff-multiple) Fix the workspace, with a preview", "fixWorkspace"],
    ["$(refresh) Check now", "check"],
    ["$(book) Explain an error", "explain"],
    ["$(question) Ask about Rust", "ask"],
    ["$(pulse) Look for problems (doctor)", "doctor"],
    ["$(output) Show the log", "showLog"],
    ["$(debug-restart) Restart the server", "restart"],
  ] as const;
  const picks = items.map(([label, command]) => ({ label, command }));
  const pick = await vscode.window.showQuickPick(picks, { title: "rustmend" });
  await (pick && vscode.commands.executeCommand(`rustmend.${pick.command}`));
}
