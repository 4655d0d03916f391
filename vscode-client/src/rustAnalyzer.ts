import * as path from "node:path";
import * as vscode from "vscode";

const ID = "rust-lang.rust-analyzer";

/** The part of rust-analyzer's extension that other extensions may call. */
interface Api {
  addConfiguration?(extension: string, settings: Record<string, unknown>): Promise<void>;
}

export function hasRustAnalyzer(): boolean {
  return vscode.extensions.getExtension(ID) !== undefined;
}

/**
 * Has rust-analyzer run cargo through our script, so that one run serves both, or takes that back.
 * No file of settings is touched, and what the user has set for rust-analyzer counts more; without
 * our extension rust-analyzer drops it.
 */
export async function shareCheck(context: vscode.ExtensionContext): Promise<void> {
  const settings = vscode.workspace.getConfiguration("rustmend.rustAnalyzer");
  const wanted = settings.get<boolean>("shareCheck", false) && process.platform !== "win32";
  const script = path.join(context.extensionPath, "server", "rustmend-cargo.sh");
  const api = await vscode.extensions.getExtension<Api | undefined>(ID)?.activate();
  await api?.addConfiguration?.(
    context.extension.id,
    wanted ? { "check.overrideCommand": ["sh", script] } : {},
  );
}
