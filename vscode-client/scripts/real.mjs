// Plays the sessions of test/real with the Node.js 24 that its code-server wants.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const real = path.join(import.meta.dirname, "..", "test", "real");
const node = path.join(real, "node", "node_modules", "node", "bin", "node");
if (!fs.existsSync(node)) {
  console.log("skipped: no VS Code is here to test in: run `npm run setup` in vscode-client");
  process.exit(process.env.RUSTMEND_VSCODE === "required" ? 1 : 0);
}
const run = spawnSync(node, [path.join(real, "run.mjs"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(run.status ?? 1);
