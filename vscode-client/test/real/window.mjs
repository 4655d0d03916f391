// A real VS Code (code-server) with extensions installed from .vsix files, and a hand for its window.
import { spawn, execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as net from "node:net";
import * as path from "node:path";
import { chromium } from "playwright-core";

const here = import.meta.dirname;
export const PATIENCE = 120_000;

const SETTINGS = {
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "security.workspace.trust.banner": "never",
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "editor.minimap.enabled": false,
  // text in the page, which can be read, and not on a canvas
  "terminal.integrated.gpuAcceleration": "off",
};

/** Whether everything is there, or why not. */
export function obstacle() {
  if (!fs.existsSync(path.join(here, "node_modules", "code-server"))) {
    return "code-server is missing: run `npm run setup` in vscode-client";
  }
  return browser() ? undefined : "Chromium is missing: install it, or name it in CHROMIUM";
}

function browser() {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return places.find((file) => file && fs.existsSync(file));
}

export class Editor {
  /** `vsix`: packages or folders of extensions; `trusts`: whether folders are trusted unasked. */
  static async start({
    home,
    vsix,
    settings = {},
    environment = {},
    trusts = true,
    tests = false,
  }) {
    const editor = new Editor();
    editor.home = home;
    editor.port = await freePort();
    // what is the machine's counts only there, since to VS Code the server is a remote machine
    for (const place of ["User", "Machine"]) {
      const file = path.join(home, "data", place, "settings.json");
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, JSON.stringify({ ...SETTINGS, ...settings }));
    }
    fs.writeFileSync(path.join(home, "config.yaml"), "");
    editor.environment = {
      ...process.env,
      RUSTMEND_CACHE_DIR: path.join(home, "cache"),
      RUSTMEND_LEARNED_DIR: path.join(home, "learned"),
      ...environment,
    };
    for (const file of vsix) {
      editor.codeServer(["--install-extension", file, "--force"]);
    }
    editor.server = spawn(
      process.execPath,
      [
        ...editor.command(),
        "--auth",
        "none",
        "--bind-addr",
        `127.0.0.1:${editor.port}`,
        "--disable-telemetry",
        "--disable-update-check",
        "--disable-getting-started-override",
        "--ignore-last-opened",
        ...(trusts ? ["--disable-workspace-trust"] : []),
        ...(tests ? ["--vscode-option", "enable-smoke-test-driver"] : []),
      ],
      { env: editor.environment, stdio: ["ignore", "pipe", "pipe"], detached: true },
    );
    const log = fs.createWriteStream(path.join(home, "code-server.log"));
    editor.server.stdout.pipe(log);
    editor.server.stderr.pipe(log);
    await editor.listening();
    editor.browser = await chromium.launch({
      executablePath: browser(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    const context = await editor.browser.newContext({ viewport: { width: 1180, height: 720 } });
    editor.page = await context.newPage();
    editor.page.setDefaultTimeout(PATIENCE);
    return editor;
  }

  command() {
    return [
      path.join(here, "node_modules", "code-server", "out", "node", "entry.js"),
      "--user-data-dir",
      path.join(this.home, "data"),
      "--extensions-dir",
      path.join(this.home, "extensions"),
      "--config",
      path.join(this.home, "config.yaml"),
    ];
  }

  codeServer(args) {
    return execFileSync(process.execPath, [...this.command(), ...args], {
      env: this.environment,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  async listening() {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      try {
        if ((await fetch(`http://127.0.0.1:${this.port}/healthz`)).ok) return;
      } catch {
        await pause(200);
      }
    }
    throw new Error("code-server does not answer");
  }

  /** Opens a folder and waits for the workbench. */
  async open(folder, query = "") {
    await this.page.goto(
      `http://127.0.0.1:${this.port}/?folder=${encodeURIComponent(folder)}${query}`,
    );
    await this.page.waitForSelector(".monaco-workbench .part.statusbar");
  }

  async openFile(name) {
    await this.page.keyboard.press("Control+P");
    await this.page.waitForSelector(".quick-input-widget input");
    await this.page.keyboard.type(name);
    await this.page.waitForSelector(
      `.quick-input-list .monaco-list-row[aria-label*="${path.basename(name)}"]`,
    );
    await this.page.keyboard.press("Enter");
    await this.page.waitForSelector(`.tab[aria-label*="${path.basename(name)}"].active`);
    await this.page.waitForSelector(".editor-instance .view-line");
  }

  /** Puts the cursor at a one-based line and column. */
  async goTo(line, column) {
    await this.page.keyboard.press("Control+G");
    await this.page.waitForSelector(".quick-input-widget input");
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.waitForSelector(".quick-input-widget", { state: "hidden" });
  }

  /** Runs a command of the palette by its title. A page that takes the focus closes the palette. */
  async run(title) {
    const row = `.quick-input-list .monaco-list-row[aria-label*="${title}"]`;
    await this.until(`the palette has “${title}”`, async () => {
      await this.page.keyboard.press("F1");
      await pause(300);
      await this.page.keyboard.type(title);
      if (await appears(this.page.locator(row).first())) return true;
      await this.page.keyboard.press("Escape");
      return false;
    });
    await this.page.keyboard.press("Enter");
  }

  /** Runs a command that asks for a text, and gives it. */
  async answer(title, text) {
    const input = this.page.locator(".quick-input-widget:visible input.input");
    await this.until(`“${title}” asks`, async () => {
      await this.run(title);
      return appears(input);
    });
    await input.fill(text);
    await input.press("Enter");
  }

  /** The item of rustmend, once its text matches. */
  async status(pattern, patience = PATIENCE) {
    return this.until(
      `the status bar says ${pattern}`,
      async () => {
        const texts = await this.page
          .locator('.statusbar-item[id^="rustmend.rustmend"]')
          .allInnerTexts();
        return texts.find((text) => pattern.test(text));
      },
      patience,
    );
  }

  /** What the item of rustmend says to a screen reader: its whole sentence. */
  async sentence(pattern) {
    return this.until(`the status says ${pattern}`, async () => {
      const item = this.page.locator('.statusbar-item[id^="rustmend.rustmend"] a').first();
      const label = await item.getAttribute("aria-label", { timeout: 1000 }).catch(() => "");
      return pattern.test(label ?? "") ? label : undefined;
    });
  }

  /** The light bulb's menu at the cursor, opened anew until a row matches. */
  async lightBulb(pattern) {
    return this.until(`the light bulb offers ${pattern}`, async () => {
      await this.page.keyboard.press("Control+.");
      await this.page.waitForSelector(".action-widget", { timeout: 1500 }).catch(() => undefined);
      const rows = this.page.locator(".action-widget .monaco-list-row.action");
      const texts = await rows.allInnerTexts();
      const at = texts.findIndex((text) => pattern.test(text));
      if (at >= 0) return { row: rows.nth(at), texts };
      await this.page.keyboard.press("Escape");
      return undefined;
    });
  }

  /** The notification with this text. */
  notification(text) {
    return this.page.locator(".notification-toast").filter({ hasText: text });
  }

  async until(what, look, patience = PATIENCE) {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      await pause(100);
    }
    await this.shot(path.join(this.home, "failure.png"));
    throw new Error(`waited in vain: ${what}`);
  }

  async shot(file, clip) {
    await this.page.screenshot({ path: file, ...(clip ? { clip } : {}) });
  }

  async close() {
    await this.browser?.close();
    try {
      process.kill(-this.server.pid, "SIGTERM");
    } catch {
      // it has ended by itself
    }
  }
}

/** Whether something is there within a few seconds. */
export function appears(locator) {
  return locator.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
