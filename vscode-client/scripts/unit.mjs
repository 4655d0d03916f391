// Bundles the unit tests and runs them with Node's own runner.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { build } from "esbuild";

const out = "out/test";
fs.rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: fs
    .readdirSync("test/unit")
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/unit/${name}`),
  outdir: out,
  bundle: true,
  platform: "node",
  logLevel: "warning",
});
const tests = fs.readdirSync(out).map((name) => `${out}/${name}`);
try {
  execFileSync(process.execPath, ["--test", ...tests], { stdio: "inherit" });
} catch {
  process.exitCode = 1;
}
