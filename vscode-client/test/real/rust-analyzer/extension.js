// A stand-in for rust-analyzer's extension, which can not be had on every machine. What rustmend
// meets is the same: the id; diagnostics of cargo's check after each save, whose code is a link to a
// view and whose `data` holds rustc's rendered text; and `addConfiguration` for other extensions.
const { execFile } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const USUAL = ["cargo", "check", "--workspace", "--message-format=json", "--all-targets"];

exports.activate = (context) => {
  const shown = vscode.languages.createDiagnosticCollection("rustc");
  const configurations = {};
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;

  const check = () => {
    const others = Object.values(configurations);
    const command = others.map((one) => one["check.overrideCommand"]).find(Boolean) ?? USUAL;
    const env = {
      ...process.env,
      CARGO_TARGET_DIR: path.join(context.globalStorageUri.fsPath, "target"),
    };
    const log = process.env.RUSTMEND_TEST_CHECKS;
    if (log) fs.appendFileSync(log, JSON.stringify(command) + "\n");
    execFile(command[0], command.slice(1), { cwd: root, env, maxBuffer: 1 << 26 }, (_, stdout) => {
      const files = new Map();
      const said = new Set();
      for (const line of stdout.split("\n").filter((text) => text.startsWith("{"))) {
        const { reason, message } = JSON.parse(line);
        // a crate that is checked for its tests as well says everything twice
        if (said.has(message?.rendered)) continue;
        said.add(message?.rendered);
        const span = message?.spans?.find((one) => one.is_primary);
        if (reason === "compiler-message" && span) {
          const file = path.resolve(root, span.file_name);
          files.set(file, [...(files.get(file) ?? []), diagnostic(message, span)]);
        }
      }
      shown.clear();
      files.forEach((list, file) => shown.set(vscode.Uri.file(file), list));
    });
  };

  context.subscriptions.push(shown, vscode.workspace.onDidSaveTextDocument(check));
  if (root) check();
  return {
    addConfiguration: async (extension, settings) => {
      configurations[extension] = settings;
      if (root) check();
    },
  };
};

function diagnostic(message, span) {
  const range = new vscode.Range(
    span.line_start - 1,
    span.column_start - 1,
    span.line_end - 1,
    span.column_end - 1,
  );
  const severity =
    message.level === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const label = span.label ? `\n${span.label}` : "";
  const made = new vscode.Diagnostic(range, message.message + label, severity);
  made.source = "rustc";
  made.code = {
    value: "Click for full compiler diagnostic",
    target: vscode.Uri.parse(
      `rust-analyzer-diagnostics-view:/diagnostic%20message%20[0]?0#${span.file_name}`,
    ),
  };
  made.data = { rendered: message.rendered };
  return made;
}
