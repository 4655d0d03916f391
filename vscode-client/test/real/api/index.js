// Runs inside of VS Code's extension host: what other extensions see of rustmend. A failure throws.
const assert = require("node:assert/strict");
const vscode = require("vscode");

const PATIENCE = 120_000;

exports.run = async () => {
  const root = vscode.workspace.workspaceFolders[0].uri;
  const uri = vscode.Uri.joinPath(root, "src", "main.rs");
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const error = document.positionAt(document.getText().indexOf("names[0]") + 1);
  const at = new vscode.Range(error, error);

  const extension = vscode.extensions.getExtension("rustmend.rustmend");
  assert.ok(extension, "the extension is installed");
  await until("it is active", () => extension.isActive);

  await fixes(uri, at);
  await hover(uri, error);
  await diagnostics(uri);
  await foreignActions(uri);
  await commands(extension);
  settings();
  await apply(document, at);
  await explain();
  await ask();
};

async function actions(uri, at, kind) {
  return vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, at, kind, 30);
}

async function fixes(uri, at) {
  const found = await until("a fix is offered", async () => {
    const all = await actions(uri, at, "quickfix");
    const ours = all.filter((one) => one.title.startsWith("✓ "));
    return ours.length > 0 && ours;
  });
  assert.ok(
    found.every((one) => one.kind.value === "quickfix"),
    "all are quick fixes",
  );
  assert.equal(found.filter((one) => one.isPreferred).length, 1, "one is preferred");
  assert.ok(found[0].edit.has(uri), "the edit is of this file");
  const unasked = await actions(uri, at);
  assert.ok(!unasked.some((one) => one.kind?.value.startsWith("source.fixAll")));
  const all = await actions(uri, at, "source.fixAll");
  assert.ok(
    all.some((one) => one.kind.value === "source.fixAll.rustmend"),
    "fix all is there",
  );
}

async function hover(uri, error) {
  const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, error);
  const text = hovers.flatMap((one) => one.contents.map((part) => part.value ?? part)).join("\n");
  assert.match(text, /E0507/);
  assert.match(text, /✓/, "the hover names the verified fix");
  const elsewhere = new vscode.Position(0, 0);
  const none = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, elsewhere);
  assert.equal(none.length, 0, "no hover where there is no error");
}

/** rust-analyzer shows the error, so rustmend does not. */
async function diagnostics(uri) {
  const shown = await until("the diagnostics are there", () => {
    const all = vscode.languages.getDiagnostics(uri);
    return all.length > 0 && all;
  });
  assert.equal(shown.filter((one) => one.severity === 0).length, 1, "no squiggle is doubled");
}

/** The diagnostic that VS Code sends along is mangled; its range leads to the fix all the same. */
async function foreignActions(uri) {
  const [foreign] = vscode.languages.getDiagnostics(uri);
  assert.equal(foreign.code.value, "Click for full compiler diagnostic");
  const found = await actions(uri, foreign.range, "quickfix");
  assert.ok(found.some((one) => one.title.startsWith("✓ ")));
}

async function commands(extension) {
  const known = await vscode.commands.getCommands(true);
  for (const { command } of extension.packageJSON.contributes.commands) {
    assert.ok(known.includes(command), `${command} is registered`);
  }
  assert.ok(known.includes("rustmend.server.fixWorkspace"));
}

/** The workspace's own settings.json names an address and a program; neither counts. */
function settings() {
  const section = vscode.workspace.getConfiguration("rustmend");
  for (const name of ["model.endpoint", "embedding.endpoint", "server.path", "server.javaHome"]) {
    assert.equal(section.inspect(name).workspaceValue, undefined, `${name} is the machine's`);
    assert.equal(section.get(name), "", `${name} is not taken from the workspace`);
  }
  assert.equal(section.get("check.onType"), false, "other settings of the workspace count");
}

async function apply(document, at) {
  const [fix] = (await actions(document.uri, at, "quickfix")).filter((one) => one.isPreferred);
  const resolved = (
    await vscode.commands.executeCommand(
      "vscode.executeCodeActionProvider",
      document.uri,
      at,
      fix.kind.value,
      30,
    )
  ).find((one) => one.title === fix.title);
  assert.ok(await vscode.workspace.applyEdit(resolved.edit), "the edit is made");
  assert.ok(!document.getText().includes("= names[0];"), document.getText());
  await document.save();
  await until("the error is gone", () =>
    vscode.languages.getDiagnostics(document.uri).every((one) => one.severity !== 0),
  );
  await until(
    "no fix is left",
    async () => (await actions(document.uri, at, "quickfix")).length === 0,
  );
}

async function explain() {
  await vscode.commands.executeCommand("rustmend.server.explain", { code: "E0382" });
  await until("the page is shown", () => tabs().some((label) => /E0382/.test(label)));
}

async function ask() {
  await vscode.commands.executeCommand("rustmend.server.ask", {
    question: "How do I sort a vector?",
  });
  await until("the answer is shown", () => tabs().some((label) => /answer|sort/i.test(label)));
}

function tabs() {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
}

async function until(what, look) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain: ${what}; tabs: ${tabs().join(", ")}`);
}
