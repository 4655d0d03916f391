import * as vscode from "vscode";
import { TextDocument } from "vscode-languageserver-textdocument";
import { TextDocumentEdit, type WorkspaceEdit } from "vscode-languageclient/node";
import { counted } from "./look";
import { exists, type Pages } from "./pages";

const CONTEXT = "rustmend.previewing";
const APPLY = "Apply";
const DISCARD = "Discard";

/** Shows all changes of an edit side by side and asks what is to become of them. */
export class Preview implements vscode.Disposable {
  private decide: (apply: boolean) => void = () => undefined;
  private shown = 0;
  private readonly tabs: vscode.Disposable;

  constructor(private readonly pages: Pages) {
    this.tabs = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.some((tab) => tab.label.startsWith(this.title()))) {
        this.decide(false);
      }
    });
  }

  /** Completes with true when the user wants the edit to be made. */
  async ask(edit: WorkspaceEdit): Promise<boolean> {
    this.decide(false);
    const changes = (edit.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
    this.shown++;
    const sides = await Promise.all(changes.map((change) => this.sides(change)));
    const edits = changes.reduce((sum, change) => sum + change.edits.length, 0);
    await vscode.commands.executeCommand("vscode.changes", this.title(), sides);
    await vscode.commands.executeCommand("setContext", CONTEXT, true);
    const decided = new Promise<boolean>((resolve) => {
      this.decide = resolve;
    });
    const question = `rustmend: apply ${counted(edits, "change")} in ${counted(changes.length, "file")}? Every step was compiled.`;
    void vscode.window.showInformationMessage(question, APPLY, DISCARD).then((answer) => {
      if (answer !== undefined) {
        this.answer(answer === APPLY);
      }
    });
    const apply = await decided;
    await vscode.commands.executeCommand("setContext", CONTEXT, false);
    await this.closeTab();
    await vscode.commands.executeCommand("notifications.clearAll");
    return apply;
  }

  answer(apply: boolean): void {
    this.decide(apply);
  }

  dispose(): void {
    this.decide(false);
    this.tabs.dispose();
  }

  private title(): string {
    return `rustmend: fixes (${String(this.shown)})`;
  }

  /** Label, text before, text after. A file that is to be made has no text before. */
  private async sides(change: TextDocumentEdit): Promise<readonly vscode.Uri[]> {
    const uri = vscode.Uri.parse(change.textDocument.uri);
    const isThere = await exists(uri);
    const before = isThere ? (await vscode.workspace.openTextDocument(uri)).getText() : "";
    const edits = change.edits.filter((edit) => "newText" in edit);
    const after = TextDocument.applyEdits(TextDocument.create(uri.path, "rust", 0, before), edits);
    const count = String(this.shown);
    const old = isThere ? uri : this.pages.document(uri.path, "", `${count}-new`);
    return [uri, old, this.pages.document(uri.path, after, count)];
  }

  private async closeTab(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter((tab) => tab.label.startsWith(this.title())));
  }
}
