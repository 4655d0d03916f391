import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, utimesSync } from "node:fs";
import * as path from "node:path";

/** How rustmend is started: `prefix` stands before the arguments of its own, such as `lsp`. */
export interface Launch {
  readonly command: string;
  readonly prefix: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Why it can not be started, in one sentence with its remedy, and the setting that would help. */
export interface Obstacle {
  readonly problem: string;
  readonly setting: string;
}

/** Where to look; an empty text is a setting that nobody made. */
export interface Places {
  readonly extension: string;
  readonly serverPath: string;
  readonly javaHome: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const NEEDED = 25;
const JAVA = process.platform === "win32" ? "java.exe" : "java";

/** Starts the server; fails where the program can not be run. */
export function run({ command, prefix, environment }: Launch): Promise<ChildProcess> {
  const env = { ...process.env, ...environment };
  const child = spawn(command, [...prefix, "lsp"], { env });
  return new Promise((resolve, reject) => {
    child.once("spawn", () => {
      resolve(child);
    });
    child.once("error", reject);
  });
}

/** The launcher of the setting, else the server of this extension on the first Java that will do. */
export function findLaunch(places: Places): Launch | Obstacle {
  const environment = utf8(places.environment);
  if (places.serverPath !== "") {
    return existsSync(places.serverPath)
      ? { command: places.serverPath, prefix: [], environment }
      : unusable("rustmend.server.path", `there is no program ${places.serverPath}`);
  }
  const home = findJava(places);
  if (typeof home !== "string") {
    return home;
  }
  const server = path.join(places.extension, "server");
  const jar = path.join(server, "rustmend-server.jar");
  const options = `@${path.join(server, "jvm.options")}`;
  const prefix = [options, ...archive(server, jar), "-cp", jar, "dev.rustmend.cli.Main"];
  return { command: path.join(home, "bin", JAVA), prefix, environment };
}

/**
 * The archive of loaded classes, where the package brings one with its runtime. A JVM takes it only
 * for jars of the time at which it was made, which is 2026 began; installing gave them another.
 */
function archive(server: string, jar: string): readonly string[] {
  const classes = path.join(server, "classes.aot");
  if (!existsSync(classes)) {
    return [];
  }
  const lib = path.join(server, "lib");
  const made = new Date("2026-01-01T00:00:00Z");
  [jar, ...readdirSync(lib).map((name) => path.join(lib, name))].forEach((file) => {
    utimesSync(file, made, made);
  });
  return [`-XX:AOTCache=${classes}`];
}

function findJava({ extension, javaHome, environment }: Places): string | Obstacle {
  const bundled = path.join(extension, "server", "runtime");
  if (existsSync(path.join(bundled, "bin", JAVA))) {
    return bundled;
  }
  if (javaHome !== "") {
    const version = javaVersion(javaHome);
    const found = version === 0 ? "no Java" : `only Java ${String(version)}`;
    return version >= NEEDED
      ? javaHome
      : unusable("rustmend.server.javaHome", `there is ${found} in ${javaHome}`);
  }
  const onPath = (environment["PATH"] ?? environment["Path"] ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, JAVA))
    .filter((java) => path.isAbsolute(java) && existsSync(java))
    .map((java) => path.dirname(path.dirname(realpathSync(java))));
  const homes = [environment["JAVA_HOME"] ?? "", ...onPath];
  return (
    homes.find((home) => home !== "" && javaVersion(home) >= NEEDED) ?? {
      problem: `rustmend needs Java ${String(NEEDED)} or newer, and there is none in JAVA_HOME or on the PATH. Name the folder of one in \`rustmend.server.javaHome\`, or install the package for your platform, which brings its own.`,
      setting: "rustmend.server.javaHome",
    }
  );
}

function unusable(setting: string, what: string): Obstacle {
  return { problem: `rustmend can not start: ${what}. Correct or remove \`${setting}\`.`, setting };
}

/** The feature number in the `release` file of a Java home; 0 where there is none. */
function javaVersion(home: string): number {
  try {
    const release = readFileSync(path.join(home, "release"), "utf8");
    return Number(/^JAVA_VERSION="?(\d+)/m.exec(release)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Under the C locale a JVM can not name files outside of ASCII. */
function utf8(environment: Places["environment"]): Record<string, string> {
  const locale = environment["LC_ALL"] || environment["LC_CTYPE"] || environment["LANG"] || "C";
  return locale === "C" || locale === "POSIX" ? { LC_ALL: "", LC_CTYPE: "C.UTF-8" } : {};
}
