import * as vscode from "vscode";
import { findLaunch, run, type Launch, type Obstacle } from "./runtime";

let stop: (() => Promise<void>) | undefined;

/** The server starts before the code that talks to it is loaded. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const find = (): Launch | Obstacle => {
    const settings = vscode.workspace.getConfiguration("rustmend.server");
    return findLaunch({
      extension: context.extensionPath,
      serverPath: settings.get("path", ""),
      javaHome: settings.get("javaHome", ""),
      environment: process.env,
    });
  };
  const found = find();
  const child = "problem" in found ? undefined : run(found);
  child?.catch(() => undefined); // whoever takes it over says why
  const { open } = await import("./window.js");
  const server = open(context, find);
  stop = () => server.stop();
  void server.takeOver(found, child);
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
