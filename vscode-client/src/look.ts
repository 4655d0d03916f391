/** `experimental/serverStatus`, as rust-analyzer sends it as well, with what the checks have found. */
export interface ServerStatus {
  readonly health: "ok" | "warning" | "error";
  readonly quiescent: boolean;
  readonly message?: string;
  readonly errors?: number;
  readonly fixable?: number;
}

/** What the item in the status bar shows: a text with its icon, and a sentence. */
export interface Look {
  readonly text: string;
  readonly sentence: string;
  readonly isProblem?: true;
}

export const STARTING: Look = {
  text: "$(loading~spin) rustmend: starting",
  sentence: "The server starts.",
};

export function problem(sentence: string): Look {
  return { text: "$(warning) rustmend", sentence, isProblem: true };
}

/** How the item looks at this status of the server. */
export function lookOf({ health, quiescent, message, errors, fixable = 0 }: ServerStatus): Look {
  if (health !== "ok") {
    return problem(message ?? "The server reports a problem; its log says more.");
  }
  if (!quiescent) {
    return { text: "$(loading~spin) rustmend: checking", sentence: "cargo checks your code." };
  }
  if (message?.startsWith("paused ") === true) {
    return { text: "$(debug-pause) rustmend: paused", sentence: `Checks are ${message}.` };
  }
  if (errors === undefined) {
    return { text: "$(wrench) rustmend", sentence: "Nothing was checked yet: open a Rust file." };
  }
  if (errors === 0) {
    return { text: "$(check) rustmend", sentence: "No errors." };
  }
  const found = `${counted(errors, "error")}, ${String(fixable)} with a fix that was compiled.`;
  return fixable === 0
    ? { text: "$(wrench) rustmend: no fix", sentence: found }
    : {
        text: `$(lightbulb) rustmend: ${counted(fixable, "fix", "fixes")} ready`,
        sentence: `${found} Put the cursor on an error and open the light bulb.`,
      };
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
