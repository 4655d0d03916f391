package dev.rustmend.sandbox;

import dev.rustmend.cargo.Courteous;
import dev.rustmend.cargo.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What this machine has to keep a build in its place. With a `kind` other than [Kind#NONE] a build
/// sees the compiler, the registry's sources and its own folder, of which it can write the last
/// only; it has no network, and no process of it outlives the run. `why` says why there is none.
public record Sandbox(Kind kind, String why) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The ways there are.
  public enum Kind {
    /// `unshare` of util-linux.
    UNSHARE("unshare"),
    /// bubblewrap's `bwrap`.
    BUBBLEWRAP("bubblewrap"),
    /// Limits on processes only.
    NONE("none");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// The name for people and in JSON.
    public String word() {
      return word;
    }
  }

  /// The one that works on this machine, found out by trying.
  public static Sandbox find(Map<String, String> environment) throws InterruptedException {
    if (!System.getProperty("os.name").startsWith("Linux")) {
      return new Sandbox(Kind.NONE, "this platform has none that rustmend knows");
    }
    for (Kind kind : List.of(Kind.UNSHARE, Kind.BUBBLEWRAP)) {
      var sandbox = new Sandbox(kind, "");
      if (sandbox.works(environment)) {
        return sandbox;
      }
    }
    return new Sandbox(
        Kind.NONE, "neither `unshare` nor `bwrap` may make namespaces of their own here");
  }

  /// No sandbox, because of `why`.
  public static Sandbox none(String why) {
    return new Sandbox(Kind.NONE, why);
  }

  /// Whether there is one.
  public boolean isThere() {
    return kind != Kind.NONE;
  }

  /// Whether a command in it can write its own folder, and does not see a file beside that.
  private boolean works(Map<String, String> environment) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("rustmend-probe").toRealPath();
      try {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path hidden = Files.createFile(folder.resolve("hidden"));
        var courteous = Courteous.of(environment);
        var box = new Box(this, own, List.of(), Limits.defaults(), new Breach(), courteous);
        String test = "test ! -e \"$0\" && : > written && test -r /proc/self/stat";
        var command = List.of("sh", "-c", test, hidden.toString());
        return new Tools(environment, box).run(own, command, Map.of(), PATIENCE).succeeded()
            && Files.exists(own.resolve("written"));
      } finally {
        Rubble.remove(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
