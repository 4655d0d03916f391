import assert from "node:assert/strict";
import { test } from "node:test";
import { lookOf, type WorkspaceStatus } from "../../src/look";

const OK = { health: "ok", quiescent: true } as const;

function text(...workspaces: readonly WorkspaceStatus[]): string {
  return lookOf(OK, workspaces).text;
}

test("fixes of all workspaces are counted together", () => {
  const found = lookOf(OK, [{ errors: 2, fixable: 1 }, { errors: 1, fixable: 1 }, {}]);
  assert.equal(found.text, "$(lightbulb) rustmend: 2 fixes ready");
  assert.match(found.sentence, /^3 errors, 2 with a fix/);
});

test("one is one", () => {
  const found = lookOf(OK, [{ errors: 1, fixable: 1 }]);
  assert.equal(found.text, "$(lightbulb) rustmend: 1 fix ready");
  assert.match(found.sentence, /^1 error, 1 with/);
});

test("no error, no fix and nothing checked look different", () => {
  const looks = [text({ errors: 0, fixable: 0 }), text({ errors: 3, fixable: 0 }), text({})];
  assert.equal(looks[0], "$(check) rustmend");
  assert.equal(looks[1], "$(wrench) rustmend: no fix");
  assert.equal(looks[2], text());
  assert.equal(new Set(looks).size, 3);
});

test("a check shows that it runs", () => {
  const found = lookOf({ health: "ok", quiescent: false, message: "checking" }, []);
  assert.match(found.text, /loading.*checking/);
});

test("a problem is shown with the server's own sentence", () => {
  const message = "There is no cargo on the PATH. Install Rust from https://rustup.rs.";
  for (const health of ["warning", "error"] as const) {
    const found = lookOf({ health, quiescent: true, message }, [{ errors: 1, fixable: 1 }]);
    assert.deepEqual([found.sentence, found.isProblem], [message, true]);
  }
});
