import assert from "node:assert/strict";
import { test } from "node:test";
import { cargoArguments, settingsThatWereMade, type Inspected } from "../../src/settings";

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

function wanted(settings: Record<string, unknown>): string {
  return cargoArguments((name, other) => (settings[name] ?? other) as typeof other).join(" ");
}

test("rust-analyzer's cargo is asked for what rustmend would ask for", () => {
  assert.equal(wanted({}), "check --workspace --message-format=json");
  assert.equal(
    wanted({
      "check.command": "clippy",
      "check.allTargets": true,
      "check.noDefaultFeatures": true,
      "check.features": ["a", "b"],
      "check.extraArgs": ["--release"],
    }),
    "clippy --workspace --message-format=json --all-targets --no-default-features --features=a,b --release",
  );
  assert.match(wanted({ "check.features": "all" }), /--all-features$/);
  assert.match(wanted({ "check.features": ["all"] }), /--all-features$/);
});
