// Makes the .vsix files in dist: a universal one, which runs on a Java of the user's, and one for
// this machine's platform with a Java runtime and the embedding model in it.
//
//   npm run package [-- universal|platform]
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const client = path.dirname(import.meta.dirname);
const server = path.join(client, "..", "server");
const target = path.join(server, "target");
const dist = path.join(client, "dist");
const executable = process.platform === "win32" ? ".exe" : "";
const MIB = 1 << 20;

/** What VS Code calls the platforms that the server's native libraries exist for. */
const PLATFORMS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"];

function fail(sentence) {
  console.error(`package: ${sentence}`);
  process.exit(3);
}

function run(program, args, options = {}) {
  return execFileSync(program, args, { encoding: "utf8", ...options });
}

function findJdk() {
  const homes = [process.env.JAVA_HOME ?? "", ...listed("/usr/lib/jvm")];
  const fits = (home) => {
    const release = path.join(home, "release");
    const version = home && fs.existsSync(release) && fs.readFileSync(release, "utf8");
    const jlink = path.join(home, "bin", `jlink${executable}`);
    return (
      Number(/^JAVA_VERSION="(\d+)/m.exec(version || "")?.[1] ?? 0) >= 25 && fs.existsSync(jlink)
    );
  };
  return homes.find(fits) ?? fail("a JDK 25 or newer is needed: set JAVA_HOME to its folder");
}

function listed(folder) {
  return fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

/** Everything but the server. */
function stage(name) {
  const folder = path.join(dist, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, ".vscodeignore"), ".vscodeignore\n");
  for (const part of [
    "out",
    "media",
    "package.json",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "NOTICE.md",
  ]) {
    fs.cpSync(path.join(client, part), path.join(folder, part), { recursive: true });
  }
  for (const part of ["LICENSE-APACHE", "LICENSE-MIT"]) {
    fs.cpSync(path.join(client, "..", part), path.join(folder, part));
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  delete manifest.scripts;
  delete manifest.devDependencies;
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  return folder;
}

/** The server, as the release archive has it: `image` for this platform, or `universal`. */
function program(folder, kind) {
  const root = path.join(client, "..");
  const release = path.join(root, "release/src/main/java/dev/rustmend/release/Release.java");
  const out = path.join(folder, "server");
  run(java, [release, kind, out], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const script = "src/main/resources/dev/rustmend/cargo/rustmend-cargo.sh";
  fs.cpSync(path.join(server, script), path.join(out, "rustmend-cargo.sh"));
}

/** The time of the jars for which an archive of classes is made; src/runtime.ts gives it to them. */
const MADE = new Date("2026-01-01T00:00:00Z");

/**
 * The archive of the classes that a server loads, which halves the time of its start. The JVM wants
 * to find the same jars, beside each other and of the same time, and the same runtime.
 */
function archive(folder) {
  const server = path.join(folder, "server");
  const jar = path.join(server, "rustmend-server.jar");
  const lib = path.join(server, "lib");
  for (const file of [jar, ...fs.readdirSync(lib).map((name) => path.join(lib, name))]) {
    fs.utimesSync(file, MADE, MADE);
  }
  run(
    path.join(server, "runtime", "bin", `java${executable}`),
    [
      `-XX:AOTCacheOutput=${path.join(server, "classes.aot")}`,
      `@${path.join(server, "jvm.options")}`,
      ...["-cp", jar, "dev.rustmend.cli.Main", "training"],
    ],
    { stdio: ["ignore", "ignore", "ignore"] },
  );
}

function vsix(folder, name, most, args) {
  const out = path.join(dist, name);
  const vsce = path.join(client, "node_modules", "@vscode", "vsce", "vsce");
  run(
    process.execPath,
    [
      vsce,
      "package",
      "--no-dependencies",
      "--allow-missing-repository",
      "--no-rewrite-relative-links",
      "--out",
      out,
      ...args,
    ],
    { cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
  );
  const size = fs.statSync(out).size / MIB;
  console.log(`${path.relative(client, out)}: ${size.toFixed(1)} MiB`);
  if (size > most) {
    fail(`${name} has ${size.toFixed(1)} MiB and may have ${most}`);
  }
}

const version = JSON.parse(fs.readFileSync(path.join(client, "package.json"), "utf8")).version;
const wanted = process.argv.slice(2);
if (!fs.existsSync(path.join(target, "rustmend-server.jar"))) {
  fail("there is no server yet: run `mvn package -DskipTests` in the folder above");
}
const home = findJdk();
const java = path.join(home, "bin", `java${executable}`);
run(process.execPath, [path.join(client, "scripts", "bundle.mjs")], { cwd: client });

if (wanted.length === 0 || wanted.includes("universal")) {
  const folder = stage("universal");
  program(folder, "universal");
  vsix(folder, `rustmend-${version}.vsix`, 60, []);
}
if (wanted.length === 0 || wanted.includes("platform")) {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    fail(`there are no native libraries for ${platform}`);
  }
  const folder = stage(platform);
  program(folder, "image");
  archive(folder);
  vsix(folder, `rustmend-${platform}-${version}.vsix`, 120, ["--target", platform]);
}
