import * as vscode from "vscode";
import { TextDocument } from "vscode-languageserver-textdocument";
import { TextDocumentEdit, type WorkspaceEdit } from "vscode-languageclient/node";
import { counted } from "./look";

const SCHEME = "rustmend-preview";
const CONTEXT = "rustmend.previewing";

/** Shows all changes of an edit side by side and asks what is to become of them. */
export class Preview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private decide: (apply: boolean) => void = () => undefined;
  private shown = 0;
  private readonly texts = new Map<string, string>();
  private readonly listeners = [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.some((tab) => tab.label.startsWith(this.title()))) {
        this.decide(false);
      }
    }),
  ];

  /** Completes with true when the user wants the edit to be made. */
  async ask(edit: WorkspaceEdit): Promise<boolean> {
    this.decide(false);
    this.shown++;
    this.texts.clear();
    const changes = (edit.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
    const sides = await Promise.all(changes.map((change) => this.sides(change)));
    const edits = changes.reduce((sum, change) => sum + change.edits.length, 0);
    await vscode.commands.executeCommand("vscode.changes", this.title(), sides);
    await vscode.commands.executeCommand("setContext", CONTEXT, true);
    const decided = new Promise<boolean>((resolve) => (this.decide = resolve));
    const question = `rustmend: apply ${counted(edits, "change")} in ${counted(changes.length, "file")}? Every step was compiled.`;
    void vscode.window.showInformationMessage(question, "Apply", "Discard").then((answer) => {
      if (answer !== undefined) {
        this.answer(answer === "Apply");
      }
    });
    const apply = await decided;
    await vscode.commands.executeCommand("setContext", CONTEXT, false);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter((tab) => tab.label.startsWith(this.title())));
    await vscode.commands.executeCommand("notifications.clearAll");
    return apply;
  }

  answer(apply: boolean): void {
    this.decide(apply);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  dispose(): void {
    this.decide(false);
    this.listeners.forEach((listener) => void listener.dispose());
  }

  private title(): string {
    return `rustmend: fixes (${String(this.shown)})`;
  }

  /** Label, text before, text after. A file that is to be made has no text before. */
  private async sides(change: TextDocumentEdit): Promise<readonly vscode.Uri[]> {
    const uri = vscode.Uri.parse(change.textDocument.uri);
    const query = String(this.shown);
    const after = vscode.Uri.from({ scheme: SCHEME, path: uri.path, query });
    const text = await vscode.workspace.openTextDocument(uri).then(
      (found) => found.getText(),
      () => undefined,
    );
    const edits = change.edits.filter((edit) => "newText" in edit);
    const document = TextDocument.create(uri.path, "rust", 0, text ?? "");
    this.texts.set(after.toString(), TextDocument.applyEdits(document, edits));
    return [uri, text === undefined ? after.with({ query: "new" }) : uri, after];
  }
}
