import * as vscode from "vscode";
import { STARTING, type Look } from "./look";

const LEFT = vscode.StatusBarAlignment.Left;

/** The item in the status bar; a click opens the menu of commands. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("rustmend", LEFT, 0);

  constructor() {
    this.item.name = "rustmend";
    this.item.command = "rustmend.menu";
    this.show(STARTING);
    this.item.show();
  }

  show({ text, sentence, isProblem }: Look): void {
    this.item.text = text;
    this.item.tooltip = sentence;
    this.item.accessibilityInformation = { label: `rustmend: ${sentence}` };
    const warning = new vscode.ThemeColor("statusBarItem.warningBackground");
    this.item.backgroundColor = isProblem ? warning : undefined;
  }

  dispose(): void {
    this.item.dispose();
  }
}
