package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A `cargo` on the PATH that is the real one and keeps a record of each run: where it was started,
/// with what, and what it wrote to its error output.
record CargoLog(Path folder) {

  /// One run of cargo.
  record Run(Path folder, String arguments, String errors) {
    boolean isCheck() {
      return arguments.startsWith("check ");
    }
  }

  /// Puts the program into the folder `bin` of a home.
  static CargoLog install(Path home) throws IOException {
    Path log = Files.createDirectories(home.resolve("cargo-log"));
    Path program = Files.createDirectories(home.resolve("bin")).resolve("cargo");
    Files.writeString(
        program,
        """
        #!/bin/bash
        log=%s/$(date +%%s%%N)-$$
        printf '%%s\\n%%s\\n' "$PWD" "$*" > "$log.run"
        PATH=${PATH#*:}
        exec cargo "$@" 2> >(tee "$log.errors" >&2)
        """
            .formatted(log));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new CargoLog(log);
  }

  /// All runs so far, in their order.
  List<Run> runs() throws IOException {
    var runs = new ArrayList<Run>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".run")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        Path errors = Path.of(file.toString().replaceFirst("\\.run$", ".errors"));
        runs.add(
            new Run(
                Path.of(lines.getFirst()),
                String.join(" ", lines.subList(1, lines.size())),
                Files.exists(errors) ? Files.readString(errors) : ""));
      }
    }
    return runs;
  }

  List<Run> checksIn(Path crate) throws IOException {
    return runs().stream().filter(run -> run.isCheck() && run.folder().equals(crate)).toList();
  }

  /// The runs that had to wait for another one's lock.
  List<Run> waitsForLocks() throws IOException {
    return runs().stream().filter(run -> run.errors().contains("Blocking waiting")).toList();
  }
}
