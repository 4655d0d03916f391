// Plays sessions in a real VS Code with the packages of dist, and keeps screenshots in artefacts.
//
//   node run.mjs [SESSION…]      all sessions, or those that are named; `measure` only by its name
//
// With KEEP=1 what they made stays in the folder for temporary files.
// Exit codes: 0 all passed (or something is missing, which is said), 1 a session failed.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { appears, Editor, obstacle, pause } from "./window.mjs";
import { measure } from "./measure.mjs";

const here = import.meta.dirname;
const client = path.join(here, "..", "..");
const examples = path.join(client, "..", "examples");
const artefacts = path.join(client, "artefacts");
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "rustmend-vscode-"));

const BROKEN = `fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    let first = names[0];
    println!("{first} and {} more", names.len() - 1);
}
`;

function crate(name, text = BROKEN) {
  const folder = path.join(scratch, name, "greeter");
  write(
    path.join(folder, "Cargo.toml"),
    '[package]\nname = "greeter"\nversion = "0.1.0"\nedition = "2021"\n',
  );
  write(path.join(folder, "src", "main.rs"), text);
  return folder;
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function packages(pattern) {
  const dist = path.join(client, "dist");
  const found = fs.readdirSync(dist).find((name) => pattern.test(name));
  if (!found) throw new Error("there is no package in dist: run `npm run package`");
  return path.join(dist, found);
}

const platform = () =>
  packages(new RegExp(`^rustmend-${process.platform}-${process.arch}-.*\\.vsix$`));
/** The package that README has people install, under its name there. */
function fromReadme() {
  const readme = fs.readFileSync(path.join(client, "..", "README.md"), "utf8");
  const [, name] = /code --install-extension (\S+)/.exec(readme);
  return path.join(client, name.replace("linux-x64", `${process.platform}-${process.arch}`));
}

const universal = () => packages(/^rustmend-[\d.]+\.vsix$/);

/** rust-analyzer's stand-in as a package. */
function rustAnalyzer() {
  const out = path.join(scratch, "rust-analyzer.vsix");
  if (!fs.existsSync(out)) {
    execFileSync(
      process.execPath,
      [
        path.join(client, "node_modules", "@vscode", "vsce", "vsce"),
        "package",
        "--out",
        out,
        "--allow-missing-repository",
        "--skip-license",
        "--no-dependencies",
      ],
      { cwd: path.join(here, "rust-analyzer"), stdio: "pipe" },
    );
  }
  return out;
}

let running;

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await running?.close();
    process.exit(130);
  });
}

async function session(name, options, play) {
  const editor = await Editor.start({ home: path.join(scratch, name, "home"), ...options });
  running = editor;
  const shot = (label, clip) => editor.shot(path.join(artefacts, `${name}-${label}.png`), clip);
  try {
    await play(editor, shot);
  } catch (failure) {
    await shot("failed").catch(() => undefined);
    throw failure;
  } finally {
    await editor.close();
  }
}

/** The first minute, and the whole way of one fix. */
async function fix() {
  const folder = crate("fix");
  await session("fix", { vsix: [fromReadme()] }, async (editor, shot) => {
    const { page } = editor;
    await editor.open(folder);
    await editor.status(/1 fix ready/);
    await editor.openFile("main.rs");
    await page.waitForSelector(".squiggly-error");
    await editor.goTo(3, 18);
    const { row } = await editor.lightBulb(/✓/);
    await shot("light-bulb");
    await shot("light-bulb-small", { x: 348, y: 88, width: 760, height: 210 });
    await row.click();
    await editor.until("the fix is made", async () => /&names|clone/.test(await text(page)));
    await page.keyboard.press("Control+S");
    await editor.status(/^\s*rustmend\s*$/);
    await editor.sentence(/No errors/);
    await page.waitForSelector(".squiggly-error", { state: "detached" });
    await shot("done");
    expect(cargo(folder) === 0, "cargo has no error left");
  });
}

/** What the error means: a hover, and a page beside the code. */
async function explain() {
  const folder = copy("explain", "weather");
  await session("explain", { vsix: [platform()] }, async (editor, shot) => {
    const { page } = editor;
    await editor.open(folder);
    await editor.openFile("lib.rs");
    await editor.status(/fixes ready/);
    await editor.goTo(21, 42);
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    const hover = page
      .locator(".monaco-hover:visible")
      .filter({ hasText: "has to be borrowed mutably" });
    await hover.waitFor();
    expect(/→ Change this to be mutable/.test(await hover.innerText()), "it names the fix");
    await pause(700);
    await shot("hover");
    await shot("hover-small", { x: 348, y: 120, width: 832, height: 300 });
    await page.keyboard.press("Escape");
    await editor.run("rustmend: Explain the Error at the Cursor");
    await page.waitForSelector('.tab[aria-label*="E0596"]');
    await pause(2500);
    await shot("page");
    await editor.answer("rustmend: Ask about Rust", "How do I read a file line by line?");
    await page.waitForSelector('.tab[aria-label*="answer"]');
    await pause(2500);
    await shot("answer");
    await editor.run("rustmend: Look for Problems (Doctor)");
    expect((await page.locator(".editor-group-container").count()) === 2, "pages share a column");
    await editor.until("the doctor has looked at everything", async () => {
      const lines = await page.locator(".terminal-wrapper .xterm-rows").first().innerText();
      return /shadow\s+the copy/.test(lines.replaceAll("\u00a0", " "));
    });
    await shot("doctor");
  });
}

/** All fixes of a workspace: looked at, discarded, looked at again, applied. */
async function workspace() {
  const folder = copy("workspace", "shop");
  await session("workspace", { vsix: [platform()] }, async (editor, shot) => {
    const { page } = editor;
    await editor.open(folder);
    await editor.status(/ready/);
    const before = fs.readFileSync(path.join(folder, "src", "stock.rs"), "utf8");
    for (const decision of ["Discard", "Apply"]) {
      await editor.run("rustmend: Fix the Workspace, with a Preview");
      await page.waitForSelector('.tab[aria-label*="rustmend: fixes"]');
      const question = editor.notification("rustmend: apply");
      await question.waitFor();
      await pause(1500);
      await shot(decision === "Apply" ? "preview" : "preview-first");
      await shot("preview-small", { x: 348, y: 36, width: 832, height: 650 });
      await question.getByRole("button", { name: decision }).click();
      await page.waitForSelector('.tab[aria-label*="rustmend: fixes"]', { state: "detached" });
      if (decision === "Discard") {
        await pause(500);
        expect(
          fs.readFileSync(path.join(folder, "src", "stock.rs"), "utf8") === before,
          "nothing changed",
        );
        expect((await page.locator(".tab.dirty").count()) === 0, "no file was edited");
      }
    }
    await editor.until(
      "the edit is made",
      async () => (await page.locator(".tab.dirty").count()) > 0,
    );
    await editor.run("File: Save All Files");
    await editor.sentence(/No errors/);
    await shot("done");
    expect(cargo(folder) === 0, "cargo has no error left");
  });
}

/** Nothing runs in a folder that nobody trusts. */
async function trust() {
  const folder = crate("trust");
  const settings = { "security.workspace.trust.startupPrompt": "always" };
  await session("trust", { vsix: [platform()], settings, trusts: false }, async (editor, shot) => {
    const { page } = editor;
    await editor.open(folder);
    const dialog = page.locator(".monaco-dialog-box");
    await dialog.waitFor();
    await shot("question");
    await pause(4000);
    expect(
      (await page.locator('.statusbar-item[id^="rustmend"]').count()) === 0,
      "it does not run yet",
    );
    expect(!fs.existsSync(path.join(editor.home, "cache")), "cargo was not started");
    await dialog.getByRole("button", { name: /Yes, I trust/ }).click();
    await editor.status(/1 fix ready/);
    await shot("trusted");
  });
}

/** The server is killed, and later started again by hand. */
async function restart() {
  const folder = crate("restart");
  await session("restart", { vsix: [platform()] }, async (editor, shot) => {
    await editor.open(folder);
    await editor.openFile("main.rs");
    await editor.status(/1 fix ready/);
    const first = serverOf(editor);
    process.kill(first, "SIGKILL");
    const second = await editor.until("another server runs", () => {
      const pid = serverOf(editor);
      return pid !== undefined && pid !== first && pid;
    });
    await editor.goTo(3, 18);
    await editor.lightBulb(/✓/);
    await editor.page.keyboard.press("Escape");
    await editor.run("rustmend: Restart the Server");
    await editor.until("a third server runs, and only that", () => {
      const pid = serverOf(editor);
      return pid !== undefined && pid !== second;
    });
    await editor.status(/1 fix ready/);
    await editor.page.locator('.statusbar-item[id^="rustmend.rustmend"]').click();
    await editor.page.waitForSelector('.quick-input-list .monaco-list-row[aria-label*="Doctor"]');
    await pause(500);
    await shot("menu");
  });
}

/** Beside rust-analyzer: no doubled squiggles, and one run of cargo for both where that is wanted. */
async function beside() {
  const folder = crate("beside");
  const checks = path.join(scratch, "beside", "checks.txt");
  const settings = { "rustmend.rustAnalyzer.shareCheck": true, "rustmend.check.onType": false };
  const options = {
    vsix: [rustAnalyzer(), platform()],
    settings,
    environment: { RUSTMEND_TEST_CHECKS: checks },
  };
  await session("beside", options, async (editor, shot) => {
    const { page } = editor;
    await editor.open(folder);
    await editor.openFile("main.rs");
    await editor.status(/1 fix ready/);
    await page.waitForSelector(".squiggly-error");
    expect((await page.locator(".squiggly-error").count()) === 1, "one squiggle");
    await editor.until("rust-analyzer runs our script", () =>
      fs.readFileSync(checks, "utf8").includes("rustmend-cargo.sh"),
    );
    await editor.goTo(3, 18);
    const { row } = await editor.lightBulb(/✓/);
    await shot("light-bulb");
    await row.click();
    await page.keyboard.press("Control+S");
    await page.waitForSelector(".squiggly-error", { state: "detached" });
    await editor.sentence(/No errors/);
    const tee = path.join(editor.home, "cache", "tee", fs.realpathSync(folder), "@check");
    const run = fs.readFileSync(tee, "utf8");
    expect(run.includes('"arguments":["check","--workspace"'), "the copy of its check is there");
    expect(run.includes("build-finished"), "and it is whole");
  });
}

/** What was learned is marked and forgotten, and what takes long is cancelled, from the palette. */
async function palette() {
  const folder = crate("palette");
  await session("palette", { vsix: [platform()] }, async (editor, shot) => {
    const { page } = editor;
    const choose = async (title) => {
      await editor.until(`“${title}” has something to choose`, async () => {
        await editor.run(`rustmend: ${title}`);
        const list = page.locator(".quick-input-widget:visible", { hasText: "Which learned fix?" });
        const shown = await appears(list);
        if (!shown) await editor.run("Notifications: Clear All Notifications");
        return shown;
      });
      await pause(400);
      await shot("learned");
      await page.keyboard.press("Enter");
    };
    await editor.open(folder);
    await editor.openFile("main.rs");
    await editor.status(/1 fix ready/);
    await editor.goTo(3, 25);
    await page.keyboard.type(".clone()");
    await page.keyboard.press("Control+S");
    await editor.sentence(/No errors/);
    await choose("Mark a Learned Fix as Not Useful");
    await choose("Forget a Learned Fix");
    await editor.notification("forgot").waitFor();
    await editor.run("rustmend: Forget a Learned Fix");
    await editor.notification("nothing was learned from you yet").waitFor();
  });
  const slow = crate("palette-slow");
  write(
    path.join(slow, "build.rs"),
    "fn main() { std::thread::sleep(std::time::Duration::from_secs(300)); }\n",
  );
  await session("palette-slow", { vsix: [platform()] }, async (editor, shot) => {
    const ended = () =>
      editor.until(
        "cargo has ended",
        () => !running().some((line) => line.includes("build-script")),
      );
    const running = () => commandLines(path.join(editor.home, "cache"));
    await editor.open(slow);
    await editor.until("the build script runs", () =>
      running().some((line) => line.includes("build-script-build")),
    );
    await editor.status(/checking/);
    await editor.run("rustmend: Cancel What Is under Way");
    await editor.sentence(/Nothing was checked yet/);
    await ended();
    await editor.run("rustmend: Fix the Workspace, with a Preview");
    const toast = editor.notification("rustmend: fixing the workspace");
    await toast.waitFor();
    await editor.until("the build script runs again", () =>
      running().some((line) => line.includes("build-script-build")),
    );
    await shot("cancel");
    await toast.hover();
    await toast.getByRole("button", { name: "Cancel" }).click();
    await toast.waitFor({ state: "detached" });
    await ended();
  });
}

/** The command lines of processes that name a place. */
function commandLines(place) {
  return fs.readdirSync("/proc").flatMap((pid) => {
    try {
      const line = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return /^\d+$/.test(pid) && line.includes(place) ? [line] : [];
    } catch {
      return [];
    }
  });
}

/** What is missing has its sentence. */
async function missing() {
  const folder = crate("missing");
  const settings = { "rustmend.server.javaHome": "/nowhere/java" };
  await session("missing", { vsix: [universal()], settings }, async (editor, shot) => {
    await editor.open(folder);
    await editor.sentence(/there is no Java in \/nowhere\/java\. Correct or remove/);
    await editor.notification("no Java").waitFor();
    await shot("java");
  });
  const home = path.join(scratch, "missing", "nobody");
  const environment = { PATH: "/usr/bin:/bin", HOME: home, CARGO_HOME: home, RUSTUP_HOME: home };
  fs.mkdirSync(home);
  await session("missing-cargo", { vsix: [platform()], environment }, async (editor, shot) => {
    await editor.open(folder);
    await editor.openFile("main.rs");
    await editor.sentence(/There is no cargo on the PATH/);
    await shot("cargo");
  });
  const lonely = path.join(scratch, "lonely");
  write(path.join(lonely, "single.rs"), BROKEN);
  await session("missing-package", { vsix: [platform()] }, async (editor, shot) => {
    await editor.open(lonely);
    await editor.openFile("single.rs");
    await editor.status(/1 fix ready/);
    await editor.goTo(3, 18);
    await editor.lightBulb(/✓/);
    await shot("package");
  });
}

/** What other extensions see, asked from within the extension host; the universal package. */
async function api() {
  const folder = crate("api");
  write(
    path.join(folder, ".vscode", "settings.json"),
    JSON.stringify({
      "rustmend.model.endpoint": "http://127.0.0.1:9/v1",
      "rustmend.embedding.endpoint": "http://127.0.0.1:9/v1",
      "rustmend.server.path": "/bin/false",
      "rustmend.server.javaHome": "/nowhere",
      "rustmend.check.onType": false,
    }),
  );
  const environment = { JAVA_HOME: javaHome() };
  const options = { vsix: [rustAnalyzer(), universal()], environment, tests: true };
  await session("api", options, async (editor) => {
    const lines = [];
    const ended = new Promise((resolve) => {
      void editor.page.exposeFunction("codeAutomationLog", (_, texts) =>
        lines.push(texts.join(" ")),
      );
      void editor.page.exposeFunction("codeAutomationExit", resolve);
    });
    const remote = (place) => `vscode-remote://remote${place}`;
    const payload = [
      ["extensionDevelopmentPath", remote(path.join(here, "api"))],
      ["extensionTestsPath", remote(path.join(here, "api", "index.js"))],
    ];
    await editor.open(folder, `&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    const code = await ended;
    expect(code === 0, `the tests in the extension host:\n${lines.slice(-6).join("\n")}`);
  });
}

function javaHome() {
  const homes = [
    process.env.JAVA_HOME ?? "",
    ...fs.readdirSync("/usr/lib/jvm").map((name) => `/usr/lib/jvm/${name}`),
  ];
  return homes.find((home) => {
    const release = path.join(home, "release");
    return (
      home &&
      fs.existsSync(release) &&
      /JAVA_VERSION="2[5-9]/.test(fs.readFileSync(release, "utf8"))
    );
  });
}

function copy(name, example) {
  const folder = path.join(scratch, name, example);
  fs.cpSync(path.join(examples, example), folder, { recursive: true });
  return folder;
}

async function text(page) {
  return (await page.locator(".editor-instance .view-lines").first().innerText()).replaceAll(
    "\u00a0",
    " ",
  );
}

function cargo(folder) {
  try {
    const env = { ...process.env, CARGO_TARGET_DIR: path.join(scratch, "target") };
    execFileSync("cargo", ["check", "--quiet"], { cwd: folder, env, stdio: "pipe" });
    return 0;
  } catch (failure) {
    return failure.status;
  }
}

/** The process id of the server that this editor runs, by the path of its own copy of the jar. */
function serverOf(editor) {
  const jar = path.join(editor.home, "extensions");
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const words = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return words.some((word) => word.startsWith(jar)) && words.at(-2) === "lsp";
      } catch {
        return false;
      }
    });
}

function expect(holds, what) {
  if (!holds) throw new Error(`it does not hold: ${what}`);
}

const SESSIONS = { fix, explain, workspace, trust, restart, beside, palette, missing, api };
const why = obstacle();
if (why) {
  console.log(`skipped: ${why}`);
  process.exit(process.env.RUSTMEND_VSCODE === "required" ? 1 : 0);
}
fs.mkdirSync(artefacts, { recursive: true });
const wanted = process.argv.slice(2);
let failed = 0;
if (wanted[0] === "measure") {
  await measure(scratch, platform(), wanted[1]);
} else {
  for (const name of wanted.length > 0 ? wanted : Object.keys(SESSIONS)) {
    const began = Date.now();
    try {
      await SESSIONS[name]();
      console.log(`✓ ${name}, ${Math.round((Date.now() - began) / 1000)} s`);
    } catch (failure) {
      failed++;
      console.log(`✗ ${name}: ${failure.stack}`);
    }
  }
}
if (failed === 0 && !process.env.KEEP)
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
else console.log(`what is left of it: ${scratch}`);
process.exit(failed === 0 ? 0 : 1);
