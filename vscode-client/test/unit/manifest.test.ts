import assert from "node:assert/strict";
import * as fs from "node:fs";
import { test } from "node:test";

interface Support {
  readonly supported: boolean;
  readonly description: string;
}

const manifest = JSON.parse(fs.readFileSync("package.json", "utf8")) as {
  readonly extensionKind: readonly string[];
  readonly capabilities: Readonly<Record<"untrustedWorkspaces" | "virtualWorkspaces", Support>>;
  readonly contributes: {
    readonly commands: readonly Readonly<Record<"command" | "category", string>>[];
  };
};

test("in a remote window it runs where the folder and cargo are", () => {
  assert.deepEqual(manifest.extensionKind, ["workspace"]);
});

test("a folder that is not trusted, and one that is on no disk, are told why nothing happens", () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  assert.equal(untrustedWorkspaces.supported, false);
  assert.match(untrustedWorkspaces.description, /Trust the folder to get fixes\./);
  assert.equal(virtualWorkspaces.supported, false);
  assert.match(virtualWorkspaces.description, /needs files on a disk\./);
});

test("the palette shows whose every command is", () => {
  assert.ok(manifest.contributes.commands.every(({ category }) => category === "rustmend"));
});
