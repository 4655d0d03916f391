package dev.rustmend.sandbox;

import dev.rustmend.cargo.Confinement;
import dev.rustmend.cargo.Courteous;
import dev.rustmend.cargo.Toolchain;
import dev.rustmend.cargo.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder for one submission, which nobody else can read, and which is removed when it is closed.
/// What is run in it is confined, gets an environment without secrets, and has no network.
public final class ThrowAway implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ThrowAway.class.getName());

  /// How old a folder is that a crash has left.
  private static final Duration LEFT = Duration.ofHours(6);

  /// What children get of the environment; no key of any service is among it.
  private static final List<String> INHERITED =
      List.of(
          "PATH",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "TZ",
          "RUSTUP_TOOLCHAIN",
          "LIBRARY_PATH",
          "DEVELOPER_DIR",
          "SDKROOT",
          "SystemRoot",
          "SYSTEMROOT",
          "windir",
          "ComSpec",
          "PATHEXT",
          "ProgramFiles",
          "ProgramFiles(x86)",
          "ProgramData",
          "USERPROFILE",
          "LOCALAPPDATA",
          "APPDATA");

  private static final List<String> CARGO_PARTS =
      List.of("bin", "registry", "git", "config.toml", "config");

  private final Path own;
  private final Map<String, String> environment;
  private final Box box;

  private ThrowAway(Path own, Map<String, String> environment, Box box) {
    this.own = own;
    this.environment = Map.copyOf(environment);
    this.box = box;
  }

  /// Makes one below the folder `cache`. `environment` is that of this process. Throws
  /// [UncheckedIOException] when that can not be done.
  public static ThrowAway make(
      Path cache, Map<String, String> environment, Sandbox sandbox, Limits limits) {
    try {
      Path all = Files.createDirectories(cache.resolve("throw-away")).toRealPath();
      removeLeft(all);
      Path own = Files.createTempDirectory(all, "s");
      if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
      }
      Files.createDirectories(own.resolve("work").resolve("project"));
      Files.createDirectories(own.resolve("home"));
      Files.createDirectories(own.resolve("temporary"));
      Path cargoHome = home(environment, "CARGO_HOME", ".cargo");
      Path rustupHome = home(environment, "RUSTUP_HOME", ".rustup");
      linkCargoHome(own.resolve("cargo"), cargoHome);
      Map<String, String> child = childEnvironment(environment, own, rustupHome, sandbox);
      var box =
          new Box(
              sandbox,
              own,
              readable(child, cargoHome, rustupHome),
              limits,
              new Breach(),
              Courteous.of(environment));
      return new ThrowAway(own, child, box);
    } catch (IOException e) {
      throw new UncheckedIOException("can not make a folder below " + cache, e);
    }
  }

  /// The empty folder for the sources.
  public Path project() {
    return own.resolve("work").resolve("project");
  }

  /// What children get as their environment.
  public Map<String, String> environment() {
    return environment;
  }

  /// How children are started.
  public Confinement confinement() {
    return box;
  }

  /// The programs of the toolchain, confined.
  public Tools tools() {
    return new Tools(environment, box);
  }

  /// What keeps a build in its place.
  public Sandbox sandbox() {
    return box.sandbox();
  }

  /// Which limit a build broke, as a sentence.
  public Optional<String> breach() {
    return box.breach().sentence();
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    Rubble.remove(own);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeLeft(Path all) throws IOException {
    Instant old = Instant.now().minus(LEFT);
    try (Stream<Path> folders = Files.list(all)) {
      for (Path folder : folders.toList()) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
          LOG.log(System.Logger.Level.INFO, "removes what was left in " + folder);
          Rubble.remove(folder);
        }
      }
    }
  }

  /// A cargo home with the registry of the user's and without its credentials.
  private static void linkCargoHome(Path home, Path real) throws IOException {
    Files.createDirectories(home);
    boolean metOnTheWay = real.endsWith(".cargo") && home.startsWith(real.resolveSibling(""));
    for (String part : CARGO_PARTS) {
      boolean configuration = part.startsWith("config");
      if (Files.exists(real.resolve(part)) && !(configuration && metOnTheWay)) {
        Files.createSymbolicLink(home.resolve(part), real.resolve(part));
      }
    }
  }

  private static Map<String, String> childEnvironment(
      Map<String, String> inherited, Path own, Path rustupHome, Sandbox sandbox) {
    var child = new HashMap<String, String>();
    INHERITED.stream()
        .filter(inherited::containsKey)
        .forEach(name -> child.put(name, inherited.getOrDefault(name, "")));
    String temporary = sandbox.isThere() ? "/tmp" : own.resolve("temporary").toString();
    child.put("HOME", own.resolve("home").toString());
    child.put("TMPDIR", temporary);
    child.put("CARGO_HOME", own.resolve("cargo").toString());
    child.put("RUSTUP_HOME", rustupHome.toString());
    child.put("RUSTUP_AUTO_INSTALL", "0");
    child.put("CARGO_NET_OFFLINE", "true");
    child.put("RUSTMEND_CACHE_DIR", own.resolve("cache").toString());
    return child;
  }

  /// The toolchains, also those that rustup only links to, and what cargo has downloaded.
  private static List<Path> readable(
      Map<String, String> environment, Path cargoHome, Path rustupHome) throws IOException {
    var readable = new ArrayList<Path>();
    readable.add(rustupHome);
    CARGO_PARTS.forEach(part -> readable.add(cargoHome.resolve(part)));
    Toolchain.find(environment).map(found -> found.cargo().getParent()).ifPresent(readable::add);
    Path toolchains = rustupHome.resolve("toolchains");
    if (Files.isDirectory(toolchains)) {
      try (Stream<Path> all = Files.list(toolchains)) {
        for (Path toolchain : all.filter(Files::isSymbolicLink).toList()) {
          readable.add(toolchain.toRealPath());
        }
      }
    }
    return readable;
  }

  private static Path home(Map<String, String> environment, String variable, String name) {
    String set = environment.getOrDefault(variable, "");
    return set.isBlank()
        ? Path.of(System.getProperty("user.home"), name)
        : Path.of(set).toAbsolutePath().normalize();
  }
}
