import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { findLaunch, type Launch, type Obstacle, type Places } from "../../src/runtime";

const JAVA = process.platform === "win32" ? "java.exe" : "java";
let folder = "";

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "rustmend-unit-")));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function javaHome(name: string, version: string): string {
  const home = path.join(folder, name);
  fs.mkdirSync(path.join(home, "bin"), { recursive: true });
  fs.writeFileSync(path.join(home, "bin", JAVA), "");
  fs.writeFileSync(path.join(home, "release"), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
  return home;
}

function find(places: Partial<Places>): Launch | Obstacle {
  return findLaunch({
    extension: path.join(folder, "extension"),
    serverPath: "",
    javaHome: "",
    environment: {},
    ...places,
  });
}

function launch(places: Partial<Places>): Launch {
  const found = find(places);
  assert.ok("command" in found, JSON.stringify(found));
  return found;
}

function obstacle(places: Partial<Places>): Obstacle {
  const found = find(places);
  assert.ok("problem" in found, JSON.stringify(found));
  return found;
}

test("the launcher of the setting comes first", () => {
  const own = path.join(folder, "rustmend");
  fs.writeFileSync(own, "");
  const found = launch({ serverPath: own, javaHome: javaHome("25", "25.0.1") });
  assert.deepEqual([found.command, found.prefix], [own, []]);
});

test("a launcher that is not there is said, with its setting", () => {
  const found = obstacle({ serverPath: path.join(folder, "nothing") });
  assert.match(found.problem, /no program .*nothing.*Correct or remove `rustmend\.server\.path`/);
  assert.equal(found.setting, "rustmend.server.path");
});

test("the runtime of the package comes before every Java of the user's", () => {
  const bundled = javaHome(path.join("extension", "server", "runtime"), "25");
  const found = launch({ javaHome: javaHome("26", "26"), environment: { JAVA_HOME: "/x" } });
  assert.equal(found.command, path.join(bundled, "bin", JAVA));
});

test("the setting, then JAVA_HOME, then the PATH", () => {
  const [one, two, three] = [javaHome("1", "25"), javaHome("2", "25"), javaHome("3", "25")];
  const environment = { JAVA_HOME: two, PATH: path.join(three, "bin") };
  assert.equal(launch({ javaHome: one, environment }).command, path.join(one, "bin", JAVA));
  assert.equal(launch({ environment }).command, path.join(two, "bin", JAVA));
  assert.equal(
    launch({ environment: { PATH: environment.PATH } }).command,
    path.join(three, "bin", JAVA),
  );
});

test("a Java on the PATH is found through a link", { skip: process.platform === "win32" }, () => {
  const home = javaHome("25", "25");
  fs.mkdirSync(path.join(folder, "bin"));
  fs.symlinkSync(path.join(home, "bin", JAVA), path.join(folder, "bin", JAVA));
  const found = launch({ environment: { PATH: `relative:${path.join(folder, "bin")}` } });
  assert.equal(found.command, path.join(home, "bin", JAVA));
});

test("an older Java is passed over, and named where the setting asks for it", () => {
  const old = javaHome("17", "17.0.15");
  const young = javaHome("26", "26");
  const environment = { JAVA_HOME: old, PATH: path.join(young, "bin") };
  assert.equal(launch({ environment }).command, path.join(young, "bin", JAVA));
  assert.match(obstacle({ javaHome: old, environment }).problem, /only Java 17 in/);
  assert.match(obstacle({ javaHome: folder }).problem, /no Java in/);
});

test("without any Java the sentence says what to do", () => {
  const found = obstacle({ environment: { JAVA_HOME: javaHome("21", "21"), PATH: folder } });
  assert.match(found.problem, /needs Java 25 or newer.*`rustmend\.server\.javaHome`/);
});

test("an archive of classes is used with jars of its own time", () => {
  const environment = { JAVA_HOME: javaHome("25", "25") };
  const server = path.join(folder, "extension", "server");
  const jars = [path.join(server, "rustmend-server.jar"), path.join(server, "lib", "one.jar")];
  fs.mkdirSync(path.join(server, "lib"), { recursive: true });
  jars.forEach((jar) => {
    fs.writeFileSync(jar, "");
  });
  assert.ok(!launch({ environment }).prefix.some((option) => option.includes("AOT")));
  const archive = path.join(server, "classes.aot");
  fs.writeFileSync(archive, "");
  assert.ok(launch({ environment }).prefix.includes(`-XX:AOTCache=${archive}`));
  for (const jar of jars) {
    assert.equal(fs.statSync(jar).mtime.toISOString(), "2026-01-01T00:00:00.000Z");
  }
});

test("only the C locale is replaced", () => {
  const home = javaHome("25", "25");
  const locale = (environment: Record<string, string>): string | undefined =>
    launch({ javaHome: home, environment }).environment["LC_CTYPE"];
  assert.equal(locale({}), "C.UTF-8");
  assert.equal(locale({ LC_ALL: "POSIX", LANG: "de_DE.UTF-8" }), "C.UTF-8");
  assert.equal(locale({ LANG: "de_DE.UTF-8" }), undefined);
});
