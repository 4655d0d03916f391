// How long it takes from opening a folder to the first verified fix in the light bulb, beside a bare
// cold `cargo check` of the same crate. Nothing is judged here: a loaded machine is no broken program.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { Editor } from "./window.mjs";

const BROKEN = `pub fn first(names: Vec<String>) -> String {
    let first = names[0];
    first
}
`;

/** A crate with local dependencies that take some seconds to check, and one error. */
function generated(scratch) {
  const root = path.join(scratch, "measured");
  const names = Array.from({ length: 4 }, (_, at) => `part${at}`);
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  const manifest = (name, dependencies) =>
    `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n${dependencies}`;
  for (const name of names) {
    const functions = Array.from(
      { length: 400 },
      (_, at) => `pub fn f${at}(a: &[u32]) -> Vec<(usize, u32)> {
    let mut all: Vec<_> = a.iter().copied().enumerate().filter(|(i, _)| i % ${at + 2} != 1).collect();
    all.sort_by_key(|(i, n)| (*n, *i));
    all
}
`,
    );
    write(`${name}/Cargo.toml`, manifest(name, ""));
    write(`${name}/src/lib.rs`, functions.join("\n"));
  }
  write(
    "Cargo.toml",
    `${manifest("measured", names.map((name) => `${name} = { path = "${name}" }\n`).join(""))}\n[workspace]\n`,
  );
  write("src/lib.rs", BROKEN);
  return { root, file: "lib.rs", line: 2, column: 18 };
}

/** When VS Code began to load the extension, in milliseconds since 1970, by its own log. */
function activation(editor) {
  const logs = path.join(editor.home, "data", "logs");
  const log = fs
    .readdirSync(logs, { recursive: true })
    .find((f) => f.endsWith("remoteexthost.log"));
  const lines = fs.readFileSync(path.join(logs, log), "utf8").split("\n");
  const line = lines.find((text) => text.includes("_doActivateExtension rustmend.rustmend"));
  return new Date(line.slice(0, 23)).getTime();
}

export async function measure(scratch, vsix, rounds = "3") {
  const crate = generated(scratch);
  for (let round = 1; round <= Number(rounds); round++) {
    const env = { ...process.env, CARGO_TARGET_DIR: path.join(scratch, `target-${round}`) };
    const began = Date.now();
    try {
      execFileSync("cargo", ["check"], { cwd: crate.root, env, stdio: "ignore" });
    } catch {
      // it has an error
    }
    const cold = Date.now() - began;
    const editor = await Editor.start({
      home: path.join(scratch, `measure-${round}`),
      vsix: [vsix],
    });
    try {
      const start = Date.now();
      await editor.open(crate.root);
      const opened = Date.now() - start;
      await editor.openFile(path.basename(crate.file));
      await editor.status(/1 fix ready/);
      const ready = Date.now() - start;
      await editor.goTo(crate.line, crate.column);
      await editor.lightBulb(/✓/);
      const bulb = Date.now() - start;
      const asked = activation(editor) - start;
      const bound = 2.5 * cold + 2000;
      const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
      console.log(
        `cold cargo check ${seconds(cold)} · window ${seconds(opened)} · fix ready ${seconds(ready)} · in the light bulb ${seconds(bulb)} after the folder was asked for, ${seconds(bulb - asked)} after VS Code had started so far that it called the extension · 2.5 times + 2 s: ${seconds(bound)}`,
      );
    } finally {
      await editor.close();
    }
  }
}
