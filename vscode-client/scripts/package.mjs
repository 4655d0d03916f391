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

/** Names of this platform in the jars that hold native libraries, by VS Code's name for it. */
const PLATFORMS = {
  "linux-x64": ["linux-x64", "Linux/x86_64", "x86_64-linux-gnu"],
  "linux-arm64": ["linux-aarch64", "Linux/aarch64", "aarch64-linux-gnu"],
  "darwin-x64": ["osx-x64", "Mac/x86_64", "x86_64-macos"],
  "darwin-arm64": ["osx-aarch64", "Mac/aarch64", "aarch64-macos"],
  "win32-x64": ["win-x64", "Windows/x86_64", "x86_64-windows"],
};
const NATIVES = /^(onnxruntime|llama|tree-sitter)/;
const NATIVE =
  "^(ai/onnxruntime/native|de/kherud/llama|lib)/.*\\.(so|dll|dylib|pdb|metal)$|\\.dSYM/";
const EMBEDDING_MODEL = /^langchain4j-embeddings/;

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
  fs.mkdirSync(path.join(folder, "server", "lib"), { recursive: true });
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
  const script = "src/main/resources/dev/rustmend/cargo/rustmend-cargo.sh";
  fs.cpSync(path.join(server, script), path.join(folder, "server", "rustmend-cargo.sh"));
  fs.cpSync(
    path.join(target, "rustmend-server.jar"),
    path.join(folder, "server", "rustmend-server.jar"),
  );
  fs.writeFileSync(path.join(folder, "server", "java.options"), `${JVM_OPTIONS.join("\n")}\n`);
  return folder;
}

/** The options that every JVM of ours starts with, for people and for the archive of classes. */
const JVM_OPTIONS = [
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:+UseCompactObjectHeaders",
  "-Xms16m",
  "-Xmx1g",
  "-XX:-UsePerfData",
  "--enable-native-access=ALL-UNNAMED",
  "-Xlog:disable",
  "-Dstdout.encoding=UTF-8",
  "-Dstderr.encoding=UTF-8",
];

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
      `@${path.join(server, "java.options")}`,
      ...["-cp", jar, "dev.rustmend.cli.Main", "training"],
    ],
    { stdio: ["ignore", "ignore", "ignore"] },
  );
}

/** Copies the libraries; `left` matches the native libraries that stay behind, by jar. */
function libraries(folder, java, isWanted, left) {
  for (const jar of fs.readdirSync(path.join(target, "lib"))) {
    const from = path.join(target, "lib", jar);
    const to = path.join(folder, "server", "lib", jar);
    if (NATIVES.test(jar) && left(jar) !== undefined) {
      const cached = path.join(dist, "cache", `${path.basename(folder)}-${jar}`);
      if (!isFresh(cached, from)) {
        fs.mkdirSync(path.dirname(cached), { recursive: true });
        run(java, [path.join(client, "scripts", "Repack.java"), from, cached, left(jar)]);
      }
      fs.cpSync(cached, to);
    } else if (isWanted(jar)) {
      fs.cpSync(from, to);
    }
  }
}

/** A runtime with the modules that the server uses, and no more. */
function runtime(folder, home) {
  const tool = (name) => path.join(home, "bin", `${name}${executable}`);
  const lib = path.join(folder, "server", "lib");
  const jars = fs.readdirSync(lib).map((jar) => path.join(lib, jar));
  const modules = run(tool("jdeps"), [
    "--ignore-missing-deps",
    "--print-module-deps",
    "--multi-release=25",
    "--recursive",
    `--class-path=${jars.join(path.delimiter)}`,
    path.join(folder, "server", "rustmend-server.jar"),
  ]).trim();
  // no jar names these: elliptic curves for https, and names of hosts with other letters
  const all = `${modules},jdk.crypto.ec,jdk.charsets`;
  const made = path.join(dist, "cache", "runtime");
  if (!isFresh(path.join(made, "release"), path.join(home, "release"))) {
    fs.rmSync(made, { recursive: true, force: true });
    run(tool("jlink"), [
      `--add-modules=${all}`,
      "--strip-debug",
      "--no-header-files",
      "--no-man-pages",
      "--generate-cds-archive",
      `--output=${made}`,
    ]);
  }
  // one of the four archives of the JDK's classes fits the options that we start with
  fs.cpSync(made, path.join(folder, "server", "runtime"), {
    recursive: true,
    filter: (file) => !file.endsWith(".jsa") || file.endsWith("classes_coh.jsa"),
  });
}

function isFresh(file, source) {
  return fs.existsSync(file) && fs.statSync(file).mtimeMs > fs.statSync(source).mtimeMs;
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
  libraries(
    folder,
    java,
    (jar) => !EMBEDDING_MODEL.test(jar),
    (jar) => (jar.startsWith("onnxruntime") ? NATIVE : undefined),
  );
  vsix(folder, `rustmend-${version}.vsix`, 60, []);
}
if (wanted.length === 0 || wanted.includes("platform")) {
  const platform = `${process.platform}-${process.arch}`;
  const names = PLATFORMS[platform] ?? fail(`there are no native libraries for ${platform}`);
  const folder = stage(platform);
  const others = Object.values(PLATFORMS)
    .flat()
    .filter((name) => !names.includes(name));
  const left = `^(?=.*(${others.join("|")}|Android|Windows/x86/)).*\\.(so|dll|dylib|pdb|metal)$|\\.dSYM/`;
  libraries(
    folder,
    java,
    () => true,
    () => left,
  );
  runtime(folder, home);
  archive(folder);
  vsix(folder, `rustmend-${platform}-${version}.vsix`, 120, ["--target", platform]);
}
