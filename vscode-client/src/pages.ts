import * as vscode from "vscode";

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
