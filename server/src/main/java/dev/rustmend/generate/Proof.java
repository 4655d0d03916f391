package dev.rustmend.generate;

import dev.rustmend.cargo.Tools;
import dev.rustmend.sandbox.ThrowAway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Has the toolchain prove a project in a throw-away folder: it is formatted there, and then its
/// tests must pass.
record Proof(ThrowAway place, Duration limit) {
  private static final int SHOWN = 3000;

  /// What came of it.
  sealed interface Result {
    /// The files as they were proven, formatted, and the commands that passed.
    record Proven(SortedMap<String, String> files, List<String> commands) implements Result {
      public Proven {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
        commands = List.copyOf(commands);
      }
    }

    /// The command that failed, and what it said.
    record Failed(String command, String output) implements Result {}
  }

  Result of(SortedMap<String, String> files) throws InterruptedException {
    Path root = place.project();
    write(root, files);
    Tools tools = place.tools();
    var passed = new ArrayList<String>();
    if (run(tools, List.of("fmt", "--version")).succeeded()) {
      Tools.Run format = run(tools, List.of("fmt", "--all"));
      if (!format.succeeded()) {
        return failed("cargo fmt --all", format);
      }
      passed.add("cargo fmt --all --check");
    }
    Tools.Run test = run(tools, List.of("test", "--quiet", "--offline", "--workspace"));
    if (!test.succeeded()) {
      return failed("cargo test --workspace", test);
    }
    passed.add("cargo test --workspace");
    return new Result.Proven(read(root, files), passed);
  }

  private Tools.Run run(Tools tools, List<String> arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of(tools.path("cargo")));
    command.addAll(arguments);
    Path target = place.project().resolveSibling("target");
    return tools.run(
        place.project(),
        command,
        Map.of("CARGO_TARGET_DIR", target.toString(), "CARGO_TERM_COLOR", "never"),
        limit);
  }

  private Result.Failed failed(String command, Tools.Run run) {
    String said =
        place
            .breach()
            .orElseGet(() ->
                run.ending() == Tools.Ending.TIME_LIMIT
                    ? "it took more than %d seconds".formatted(limit.toSeconds())
                    : run.output().strip());
    String plain = said.replace(place.project() + "/", "");
    return new Result.Failed(
        command, plain.length() > SHOWN ? plain.substring(0, SHOWN) + " …" : plain);
  }

  private static void write(Path root, SortedMap<String, String> files) {
    try {
      for (var file : files.entrySet()) {
        Path path = root.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not write a project in " + root, e);
    }
  }

  /// The files after formatting, with the lock file that the tests have made.
  private static SortedMap<String, String> read(Path root, SortedMap<String, String> files) {
    var now = new TreeMap<String, String>();
    try {
      for (String path : files.keySet()) {
        now.put(path, Files.readString(root.resolve(path), StandardCharsets.UTF_8));
      }
      now.put("Cargo.lock", Files.readString(root.resolve("Cargo.lock")));
    } catch (NoSuchFileException e) {
      return now; // without dependencies some versions of cargo write no lock file
    } catch (IOException e) {
      throw new UncheckedIOException("can not read a project in " + root, e);
    }
    return now;
  }
}
