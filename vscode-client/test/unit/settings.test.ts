import assert from "node:assert/strict";
import { test } from "node:test";
import { settingsThatWereMade, type Inspected } from "../../src/settings";

function made(inspected: Record<string, Inspected>): Record<string, unknown> {
  return settingsThatWereMade(Object.keys(inspected), (name) => inspected[name]);
}

test("a default is not sent: a rustmend.toml would lose against it", () => {
  const defaulted = { defaultValue: "check" } as Inspected;
  assert.deepEqual(made({ "check.command": defaulted, hover: {} }), {});
});

test("the nearer place wins, also with false and the empty text", () => {
  const found = made({
    hover: { globalValue: true, workspaceValue: false },
    "model.path": { globalValue: "" },
    "check.features": { workspaceValue: ["a"], workspaceFolderValue: ["b"] },
  });
  assert.deepEqual(found, { hover: false, "model.path": "", "check.features": ["b"] });
});
