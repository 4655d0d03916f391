import * as vscode from "vscode";
import { STARTING, type Look } from "./look";

/** The item in the status bar; a click opens the menu of commands. */
export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = vscode.window.createStatusBarItem("rustmend", vscode.StatusBarAlignment.Left, 0);
    this.item.name = "rustmend";
    this.item.command = "rustmend.menu";
    this.show(STARTING);
    this.item.show();
  }

  show(look: Look): void {
    this.item.text = look.text;
    this.item.tooltip = look.sentence;
    this.item.accessibilityInformation = { label: `rustmend: ${look.sentence}` };
    this.item.backgroundColor = look.isProblem
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
  }

  dispose(): void {
    this.item.dispose();
  }
}
