/** `experimental/serverStatus`, as rust-analyzer sends it as well. */
export interface ServerStatus {
  readonly health: "ok" | "warning" | "error";
  readonly quiescent: boolean;
  readonly message?: string;
}

/** What `rustmend.server.status` answers for each workspace. */
export interface WorkspaceStatus {
  readonly root: string;
  readonly errors?: number;
  readonly fixable?: number;
}

/** What the item shows: a text with its icon, and the sentence of the tooltip. */
export interface Look {
  readonly text: string;
  readonly sentence: string;
  readonly isProblem: boolean;
}

/** How the item looks once a check is over. */
export function lookOf(status: ServerStatus, workspaces: readonly WorkspaceStatus[]): Look {
  if (status.health !== "ok") {
    return problem(status.message ?? "The server reports a problem; its log says more.");
  }
  if (!status.quiescent) {
    return {
      text: "$(loading~spin) rustmend: checking",
      sentence: "cargo checks your code, and rustmend compiles possible fixes.",
      isProblem: false,
    };
  }
  const sum = (count: (of: WorkspaceStatus) => number | undefined): number =>
    workspaces.reduce((total, workspace) => total + (count(workspace) ?? 0), 0);
  const errors = sum((workspace) => workspace.errors);
  const fixable = sum((workspace) => workspace.fixable);
  if (errors === 0) {
    const known = workspaces.some((workspace) => workspace.errors !== undefined);
    return {
      text: known ? "$(check) rustmend" : "$(wrench) rustmend",
      sentence: known ? "No errors." : "Nothing was checked yet: open a Rust file of a crate.",
      isProblem: false,
    };
  }
  const counted = errors === 1 ? "1 error" : `${String(errors)} errors`;
  return {
    text:
      fixable === 0
        ? "$(wrench) rustmend: no fix"
        : `$(lightbulb) rustmend: ${fixable === 1 ? "1 fix" : `${String(fixable)} fixes`} ready`,
    sentence: `${counted}, ${String(fixable)} with a fix that was compiled. Put the cursor on an error and open the light bulb (Ctrl+.).`,
    isProblem: false,
  };
}

export function problem(sentence: string): Look {
  return { text: "$(warning) rustmend", sentence, isProblem: true };
}

export const STARTING: Look = {
  text: "$(loading~spin) rustmend: starting",
  sentence: "The server starts.",
  isProblem: false,
};
