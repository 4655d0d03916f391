/** `experimental/serverStatus`, as rust-analyzer sends it as well. */
export interface ServerStatus {
  readonly health: "ok" | "warning" | "error";
  readonly quiescent: boolean;
  readonly message?: string;
}

/** What `rustmend.server.status` answers for each workspace. */
export interface WorkspaceStatus {
  readonly errors?: number;
  readonly fixable?: number;
}

/** What the item in the status bar shows: a text with its icon, and a sentence. */
export interface Look {
  readonly text: string;
  readonly sentence: string;
  readonly isProblem: boolean;
}

const CHECKING = look(
  "$(loading~spin) rustmend: checking",
  "cargo checks your code, and rustmend compiles possible fixes.",
);
export const STARTING = look("$(loading~spin) rustmend: starting", "The server starts.");
export const IDLE = look(
  "$(wrench) rustmend",
  "Nothing was checked yet: open a Rust file of a Cargo package.",
);

export function problem(sentence: string): Look {
  return { ...look("$(warning) rustmend", sentence), isProblem: true };
}

/** How the item looks at this status of the server and what it has ready. */
export function lookOf(status: ServerStatus, workspaces: readonly WorkspaceStatus[]): Look {
  if (status.health !== "ok") {
    return problem(status.message ?? "The server reports a problem; its log says more.");
  }
  if (!status.quiescent) {
    return CHECKING;
  }
  const checked = workspaces.filter(({ errors }) => errors !== undefined);
  const errors = checked.reduce((sum, workspace) => sum + (workspace.errors ?? 0), 0);
  const fixable = checked.reduce((sum, workspace) => sum + (workspace.fixable ?? 0), 0);
  if (errors === 0) {
    return checked.length === 0 ? IDLE : look("$(check) rustmend", "No errors.");
  }
  return fixable === 0
    ? look("$(wrench) rustmend: no fix", `${counted(errors, "error")}, none with a verified fix.`)
    : look(
        `$(lightbulb) rustmend: ${counted(fixable, "fix", "fixes")} ready`,
        `${counted(errors, "error")}, ${String(fixable)} with a fix that was compiled. Put the cursor on an error and open the light bulb.`,
      );
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

function look(text: string, sentence: string): Look {
  return { text, sentence, isProblem: false };
}
