import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import * as path from "node:path";

/** How rustmend is started: `prefix` stands before the arguments of its own, such as `lsp`. */
export interface Launch {
  readonly command: string;
  readonly prefix: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** How to write the archive of loaded classes that makes later starts faster, if it is to come. */
  readonly training?: { readonly archive: string; readonly prefix: readonly string[] };
}

/** Why it can not be started, in one sentence with its remedy, and the setting that would help. */
export interface Obstacle {
  readonly problem: string;
  readonly setting: string;
}

/** Where to look; an empty text is a setting that nobody made. */
export interface Places {
  /** The folder of the extension. */
  readonly extension: string;
  /** A folder of our own that stays. */
  readonly storage: string;
  readonly version: string;
  readonly serverPath: string;
  readonly javaHome: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Where systems and package managers put JDKs; a last `*` stands for every folder there. */
  readonly usualHomes: readonly string[];
}

export const NEEDED_JAVA = 25;

const JVM_OPTIONS: readonly string[] = [
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

/** The launcher of the setting, else the server of this extension on the first Java that will do. */
export function findLaunch(places: Places): Launch | Obstacle {
  const environment = utf8(places.environment);
  if (places.serverPath !== "") {
    return isFile(places.serverPath)
      ? { command: places.serverPath, prefix: [], environment }
      : obstacle("server.path", `there is no program ${places.serverPath}`, "correct or remove");
  }
  const jar = path.join(places.extension, "server", "rustmend-server.jar");
  if (!isFile(jar)) {
    return {
      problem:
        "This copy of the extension holds no server. Install a released .vsix, or set `rustmend.server.path` to a rustmend of your own.",
      setting: "rustmend.server.path",
    };
  }
  const home = findJava(places);
  return typeof home === "string" ? onJava(home, jar, places, environment) : home;
}

/** Homes of JDKs by the conventions of systems and package managers. */
export function usualHomes(
  platform: NodeJS.Platform,
  home: string,
  programs: string,
): readonly string[] {
  const own = [".sdkman/candidates/java/*", ".jdks/*", ".local/share/mise/installs/java/*"];
  const ofUser = own.map((folder) => path.join(home, folder));
  switch (platform) {
    case "darwin":
      return ["/Library/Java/JavaVirtualMachines/*", ...ofUser, "/opt/homebrew/opt/openjdk"];
    case "win32":
      return ["Eclipse Adoptium", "Java", "Microsoft", "Zulu"]
        .map((vendor) => path.join(programs, vendor, "*"))
        .concat(ofUser);
    default:
      return ["/usr/lib/jvm/*", "/usr/lib64/jvm/*", "/usr/java/*", "/opt/java/*", ...ofUser];
  }
}

function onJava(
  home: string,
  jar: string,
  places: Places,
  environment: Readonly<Record<string, string>>,
): Launch {
  const key = createHash("sha256").update(`${home}\n${jar}`).digest("hex").slice(0, 12);
  const archive = path.join(places.storage, `classes-${places.version}-${key}.aot`);
  const main = [...JVM_OPTIONS, "-cp", jar, "dev.rustmend.cli.Main"];
  const command = program(home, places.platform);
  return isFile(archive)
    ? { command, prefix: [`-XX:AOTCache=${archive}`, ...main], environment }
    : { command, prefix: main, environment, training: { archive, prefix: main } };
}

function findJava(places: Places): string | Obstacle {
  const bundled = path.join(places.extension, "server", "runtime");
  if (isFile(program(bundled, places.platform))) {
    return bundled;
  }
  if (places.javaHome !== "") {
    const version = javaVersion(places.javaHome, places.platform);
    if (version >= NEEDED_JAVA) {
      return places.javaHome;
    }
    const found = version === 0 ? "no Java" : `only Java ${String(version)}`;
    const what = `there is ${found} in ${places.javaHome}, and rustmend needs ${String(NEEDED_JAVA)} or newer`;
    return obstacle("server.javaHome", what, "correct or remove");
  }
  const homes = [
    places.environment["JAVA_HOME"] ?? "",
    ...homesOnPath(places),
    ...places.usualHomes.flatMap(expand),
  ];
  const fitting = homes.find(
    (home) => home !== "" && javaVersion(home, places.platform) >= NEEDED_JAVA,
  );
  return (
    fitting ?? {
      problem: `rustmend needs Java ${String(NEEDED_JAVA)} or newer, and there is none in JAVA_HOME, on the PATH or in the usual folders. Install one, set \`rustmend.server.javaHome\`, or install the extension for your platform, which brings its own.`,
      setting: "rustmend.server.javaHome",
    }
  );
}

function obstacle(name: string, what: string, remedy: string): Obstacle {
  const setting = `rustmend.${name}`;
  return { problem: `\`${setting}\` can not be used: ${what}; ${remedy} that setting.`, setting };
}

/** The feature number in the `release` file of a Java home; 0 where there is none. */
function javaVersion(home: string, platform: NodeJS.Platform): number {
  try {
    const release = readFileSync(path.join(home, "release"), "utf8");
    const version = Number(/^JAVA_VERSION="?(\d+)/m.exec(release)?.[1] ?? 0);
    return isFile(program(home, platform)) ? version : 0;
  } catch {
    return 0;
  }
}

function homesOnPath({ environment, platform }: Places): string[] {
  const separator = platform === "win32" ? ";" : ":";
  return (environment["PATH"] ?? environment["Path"] ?? "")
    .split(separator)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, platform === "win32" ? "java.exe" : "java"))
    .filter(isFile)
    .map((java) => path.dirname(path.dirname(realpathSync(java))));
}

/** On a Mac the home of a JDK is inside of its bundle. */
function expand(pattern: string): string[] {
  if (!pattern.endsWith("*")) {
    return [pattern];
  }
  const folder = path.dirname(pattern);
  try {
    return readdirSync(folder)
      .sort()
      .reverse()
      .flatMap((name) => [path.join(folder, name), path.join(folder, name, "Contents", "Home")]);
  } catch {
    return [];
  }
}

function program(home: string, platform: NodeJS.Platform): string {
  return path.join(home, "bin", platform === "win32" ? "java.exe" : "java");
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

/** Under the C locale a JVM can not name files outside of ASCII. */
function utf8(environment: Places["environment"]): Record<string, string> {
  const locale = environment["LC_ALL"] || environment["LC_CTYPE"] || environment["LANG"] || "C";
  return locale === "C" || locale === "POSIX" ? { LC_ALL: "", LC_CTYPE: "C.UTF-8" } : {};
}
