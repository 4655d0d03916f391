import * as vscode from "vscode";

export const PAGES = "rustmend-page";

/** Texts of our own that VS Code shows as documents that can not be edited. */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(PAGES, this);
  readonly onDidChange = this.changes.event;

  /** A document with this text; `path` gives its name and, by its suffix, its language. */
  document(path: string, text: string, query = ""): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: PAGES, path, query });
    this.texts.set(uri.toString(), text);
    this.changes.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }
}

/** Shows Markdown as it is meant to be read, beside the code, where other such pages are. */
export async function showMarkdown(uri: vscode.Uri): Promise<void> {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  if (activeTab?.input instanceof vscode.TabInputWebview) {
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
  }
  await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
}

/** Whether a document that the server shows is a page of its own, and not a file of the user's. */
export function isPage(uri: vscode.Uri): boolean {
  return uri.path.endsWith(".md") && vscode.workspace.getWorkspaceFolder(uri) === undefined;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
