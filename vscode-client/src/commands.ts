import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { showMarkdown, type Pages } from "./pages";
import type { Target } from "./runs";
import type { Server } from "./server";

/** The commands of the palette, by the last part of their ids. */
export function commands(server: Server, pages: Pages): Readonly<Record<string, () => unknown>> {
  return {
    fixFile: () => server.execute("fixFile", here()),
    fixWorkspace: () => server.execute("fixWorkspace", workspace(), true),
    check: () => server.execute("check", workspace()),
    explain: () => server.execute("explain", here()),
    ask: () => ask(server),
    generate: () => generate(server),
    forgetLearned: () => chooseLearned(server, "forgetLearned"),
    notUseful: () => chooseLearned(server, "notUseful"),
    doctor: () => doctor(server, pages),
    restart: () => server.restart(),
    menu,
  };
}

/** The place of the cursor in a Rust file. */
function here(): Target {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "rust") {
    return {};
  }
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), line, character };
}

/** The open Rust file, whose workspace is meant, else the first folder. */
function workspace(): Target {
  const uri = here()["uri"] ?? vscode.workspace.workspaceFolders?.[0]?.uri.toString();
  return uri === undefined ? {} : { uri };
}

async function ask(server: Server): Promise<void> {
  const question = await vscode.window.showInputBox({
    title: "Ask about Rust",
    prompt: "Answered from rustmend's knowledge base and your toolchain's documentation",
    placeHolder: "How do I read a file line by line?  ·  E0382",
  });
  await (question && server.execute("ask", { question }));
}

async function generate(server: Server): Promise<void> {
  const description = await vscode.window.showInputBox({
    title: "Generate a Project",
    prompt: "What is it to do? It is compiled and its tests are run before you see it.",
    placeHolder: "a command-line tool that counts the words of files",
  });
  const chosen =
    description &&
    (await vscode.window.showOpenDialog({
      title: "The folder in which the project is made",
      openLabel: "Generate here",
      canSelectFiles: false,
      canSelectFolders: true,
    }));
  await (chosen && server.execute("generate", { description, uri: chosen[0]?.toString() }));
}

async function chooseLearned(server: Server, word: string): Promise<void> {
  const { learned } = (await output(server, ["kb", "list", "--learned", "--json"])) as {
    readonly learned: readonly Readonly<Record<"id" | "code" | "rewrite", string>>[];
  };
  if (learned.length === 0) {
    void vscode.window.showInformationMessage("rustmend: nothing was learned from you yet.");
    return;
  }
  const picks = learned.map(({ id, code, rewrite }) => ({
    label: code,
    description: id,
    detail: rewrite.trimEnd().split("\n").at(-1) ?? "",
  }));
  const pick = await vscode.window.showQuickPick(picks, { title: "Which learned fix?" });
  await (pick && server.execute(word, { ...here(), learned: pick.description }));
}

async function doctor(server: Server, pages: Pages): Promise<void> {
  const { checks } = (await output(server, ["doctor", "--json"])) as {
    readonly checks: readonly {
      readonly name: string;
      readonly ok: boolean;
      readonly detail: string;
      readonly remedy?: string;
    }[];
  };
  const lines = checks.map(({ name, ok, detail, remedy }) => {
    const what = `- ${ok ? "✓" : "✗"} **${name}** · ${detail}`;
    return remedy ? `${what}  \n  → ${remedy}` : what;
  });
  const text = `# What rustmend found\n\n${lines.join("\n")}\n`;
  await showMarkdown(pages.document("/rustmend doctor.md", text));
}

/** The document that rustmend prints for these arguments; it exits with 1 where problems remain. */
async function output({ launch }: Server, args: readonly string[]): Promise<unknown> {
  if (!launch) {
    throw new Error("it can not be started; its item in the status bar says why.");
  }
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const env = { ...process.env, ...launch.environment };
  const done = promisify(execFile)(launch.command, [...launch.prefix, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env,
  });
  const { stdout, stderr } = await done.catch(
    (failure: unknown) => failure as Awaited<typeof done>,
  );
  if (!stdout) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout);
}

async function menu(): Promise<void> {
  const picks = [
    { label: "$(lightbulb) Fix This File", command: "fixFile" },
    { label: "$(diff-multiple) Fix the Workspace, with a Preview", command: "fixWorkspace" },
    { label: "$(book) Explain the Error at the Cursor", command: "explain" },
    { label: "$(question) Ask about Rust", command: "ask" },
    { label: "$(refresh) Check Now", command: "check" },
    { label: "$(pulse) Look for Problems (Doctor)", command: "doctor" },
    { label: "$(output) Show the Log", command: "showLog" },
    { label: "$(debug-restart) Restart the Server", command: "restart" },
  ];
  const pick = await vscode.window.showQuickPick(picks, { title: "rustmend" });
  await (pick && vscode.commands.executeCommand(`rustmend.${pick.command}`));
}
