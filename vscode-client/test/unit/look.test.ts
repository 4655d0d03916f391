import assert from "node:assert/strict";
import { test } from "node:test";
import { lookOf, type ServerStatus } from "../../src/look";

function look(status: Partial<ServerStatus>): ReturnType<typeof lookOf> {
  return lookOf({ health: "ok", quiescent: true, ...status });
}

test("fixes that are ready are counted", () => {
  const found = look({ errors: 3, fixable: 2 });
  assert.equal(found.text, "$(lightbulb) rustmend: 2 fixes ready");
  assert.match(found.sentence, /^3 errors, 2 with a fix/);
});

test("one is one", () => {
  const found = look({ errors: 1, fixable: 1 });
  assert.equal(found.text, "$(lightbulb) rustmend: 1 fix ready");
  assert.match(found.sentence, /^1 error, 1 with/);
});

test("no error, no fix and nothing checked look different", () => {
  const looks = [look({ errors: 0, fixable: 0 }), look({ errors: 3, fixable: 0 }), look({})];
  assert.deepEqual(
    looks.map(({ text }) => text),
    ["$(check) rustmend", "$(wrench) rustmend: no fix", "$(wrench) rustmend"],
  );
});

test("a check shows that it runs", () => {
  const found = look({ quiescent: false, message: "checking", errors: 1, fixable: 1 });
  assert.match(found.text, /loading.*checking/);
});

test("a problem is shown with the server's own sentence", () => {
  const message = "There is no cargo on the PATH. Install Rust from https://rustup.rs.";
  for (const health of ["warning", "error"] as const) {
    const found = look({ health, message, errors: 1, fixable: 1 });
    assert.deepEqual([found.sentence, found.isProblem], [message, true]);
  }
});

test("checks that wait say what for", () => {
  const message = "paused while `cargo build` runs in this workspace";
  const found = look({ message, errors: 1, fixable: 1 });
  assert.deepEqual(found, {
    text: "$(debug-pause) rustmend: paused",
    sentence: `Checks are ${message}.`,
  });
});
