/** What `WorkspaceConfiguration.inspect` says of one setting, as far as it concerns us. */
export interface Inspected {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/**
 * The settings that somebody made, under their dotted names. Defaults are left out: to the server
 * they would be the user's word, and would win over a `rustmend.toml`.
 */
export function settingsThatWereMade(
  names: readonly string[],
  inspect: (name: string) => Inspected | undefined,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const name of names) {
    const found = inspect(name);
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    if (value !== undefined) {
      made[name] = value;
    }
  }
  return made;
}
