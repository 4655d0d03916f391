package dev.rustmend.service;

import dev.rustmend.cargo.Courteous;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibrarySources;
import dev.rustmend.learn.Learning;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Sessions;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service with real cargo, a small library, and folders of its own below a scratch folder:
/// `root`, which requests may use, and `outside`, which they may not.
public record ServiceUnderTest(Path folder, RustmendService service) implements AutoCloseable {

  /// Everything below `folder`.
  public static ServiceUnderTest in(Path folder) {
    return in(folder, Limits.USUAL);
  }

  /// The same with these limits.
  public static ServiceUnderTest in(Path folder, Limits limits) {
    try {
      Files.createDirectories(folder.resolve("root"));
      Files.createDirectories(folder.resolve("outside"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> environment = environment(folder);
    var service =
        new RustmendService(
            new ServiceSetup(
                () -> sessions(environment),
                _ -> Settings.defaults(),
                folder.resolve("root"),
                environment,
                library(folder),
                Learning.of(environment),
                Models.none(),
                Optional.empty(),
                Optional.empty(),
                () -> (_, _) -> List.of(),
                Neighbor.NONE,
                limits));
    return new ServiceUnderTest(folder, service);
  }

  private static Sessions sessions(Map<String, String> environment) {
    return Sessions.create(
        Settings.defaults(),
        _ -> Settings.defaults(),
        environment,
        Models.none(),
        _ -> List.of(),
        _ -> Courteous.of(environment));
  }

  /// The environment of such a service, for a process.
  public static Map<String, String> environment(Path folder) {
    var environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    environment.put("RUSTMEND_LEARNED_DIR", folder.resolve("learned").toString());
    environment.put("RUSTMEND_NOTES_DIR", folder.resolve("notes").toString());
    environment.put("RUSTMEND_SERVER_DIR", folder.resolve("server").toString());
    return environment;
  }

  /// The folder that requests may use.
  public Path root() {
    return folder.resolve("root");
  }

  /// A folder that they may not.
  public Path outside() {
    return folder.resolve("outside");
  }

  /// Makes a package `name` below `parent` whose `src/main.rs` is `source`.
  public static Path crate(Path parent, String name, String source) {
    try {
      Path crate = Files.createDirectories(parent.resolve(name));
      Files.createDirectories(crate.resolve("src"));
      Files.writeString(
          crate.resolve("Cargo.toml"),
          "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2021\"\n".formatted(name));
      Files.writeString(crate.resolve("src/main.rs"), source);
      return crate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    service.close();
  }

  private static Library library(Path folder) {
    List<Passage> passages =
        List.of(
            passage(
                "errors/E0382/clone-before-move",
                "Clone the value",
                "A value that was moved is gone."),
            passage(
                "tasks/files/read-file",
                "Read a file to a string",
                "Call fs::read_to_string on the file."));
    return new Library(
        new LibrarySources(
            folder.resolve("cache"),
            "1",
            () -> passages,
            () -> new LibrarySources.Toolchain("none", folder, Optional.empty(), ""),
            Optional::empty));
  }

  private static Passage passage(String id, String title, String body) {
    return new Passage(
        id,
        id.startsWith("tasks") ? PassageKind.TASK : PassageKind.ERROR,
        title,
        List.of(),
        List.of("E0382"),
        List.of(),
        List.of(),
        List.of(),
        body,
        "let b = a.clone();",
        "",
        "",
        body);
  }
}
