import * as vscode from "vscode";
import type { Preview } from "./preview";
import type { Target } from "./runs";
import type { Server } from "./server";

/** The commands of the palette, by the last part of their ids. */
export function commands(server: Server, preview: Preview): Record<string, () => unknown> {
  return {
    fixFile: () => server.execute("fixFile", here()),
    fixWorkspace: () => server.execute("fixWorkspace", workspace()),
    check: () => server.execute("check", workspace()),
    cancel: () => server.execute("cancel"),
    explain: () => server.execute("explain", here()),
    ask: () => ask(server),
    generate: () => generate(server),
    forgetLearned: () => chooseLearned(server, "forgetLearned"),
    notUseful: () => chooseLearned(server, "notUseful"),
    doctor: () => doctor(server),
    restart: () => server.restart(),
    showLog: () => {
      server.log.show();
    },
    applyPreview: () => {
      preview.answer(true);
    },
    discardPreview: () => {
      preview.answer(false);
    },
    menu: () => menu(server),
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
  const { learned } = (await server.execute("status")) as {
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

/** Runs `rustmend doctor` in a terminal, as people know it from there. */
async function doctor({ launch }: Server): Promise<void> {
  if (launch === undefined) {
    throw new Error("it can not be started; its item in the status bar says why.");
  }
  const { command, prefix, environment } = launch;
  const options = { env: { ...environment } };
  const run = new vscode.ProcessExecution(command, [...prefix, "doctor"], options);
  const scope = vscode.workspace.workspaceFolders?.[0] ?? vscode.TaskScope.Global;
  const task = new vscode.Task({ type: "rustmend" }, scope, "doctor", "rustmend", run);
  task.presentationOptions = { echo: false, clear: true, focus: true };
  await vscode.tasks.executeTask(task);
}

/** What the palette has and a person may want here, under the titles that it has there. */
async function menu({ manifest }: Server): Promise<void> {
  const picks = manifest.contributes.commands.filter(({ icon, enablement }) => icon && !enablement);
  const pick = await vscode.window.showQuickPick(
    picks.map(({ icon = "", title, command }) => ({ label: `${icon} ${title}`, command })),
    { title: "rustmend" },
  );
  await (pick && vscode.commands.executeCommand(pick.command));
}
