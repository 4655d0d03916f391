package dev.rustmend.cargo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks cargo, rustc and clippy of a folder who they are. Nothing is compiled or installed.
public final class ToolchainProbe {
  private final Map<String, String> environment;

  /// `environment` is what the programs inherit: [System#getenv()], but for tests.
  public ToolchainProbe(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// What a probe found.
  public sealed interface Result {}

  /// cargo and rustc answer.
  public record Usable(ToolchainFacts facts) implements Result {}

  /// There is no cargo, or the toolchain that the folder asks for is not installed.
  public record Unusable(CargoFailure failure) implements Result {}

  /// The toolchain that `cargo` stands for in `directory`. Of the options, the extra environment
  /// and the time limit count.
  public Result probe(Path directory, CheckOptions options) throws InterruptedException {
    var child = new HashMap<>(environment);
    child.putAll(options.extraEnv());
    Optional<Toolchain> toolchain = Toolchain.find(child);
    if (toolchain.isEmpty()) {
      return new Unusable(Failures.noCargo());
    }
    if (!Files.isDirectory(directory)) {
      return new Unusable(Failures.noFolder(directory));
    }
    try {
      return new Usable(new Questions(toolchain.get(), directory, child, options).facts());
    } catch (Unanswered e) {
      return new Unusable(e.failure);
    }
  }

  /// A program that must answer did not.
  private static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;
    private final transient CargoFailure failure;

    Unanswered(CargoFailure failure) {
      super(failure.sentence());
      this.failure = failure;
    }
  }

  private record Questions(
      Toolchain toolchain, Path directory, Map<String, String> environment, CheckOptions options) {

    ToolchainFacts facts() throws InterruptedException, Unanswered {
      String cargo = ask(toolchain.cargo(), "--version");
      Path compiler = compiler();
      String version = ask(compiler, "-vV");
      Map<String, String> fields = fields(version);
      Path sysroot = Path.of(ask(compiler, "--print", "sysroot").strip());
      return new ToolchainFacts(
          toolchain.cargo(),
          firstLine(cargo),
          firstLine(version),
          fields.getOrDefault("release", ""),
          fields.getOrDefault("host", ""),
          Optional.ofNullable(fields.get("commit-hash")).filter(hash -> !hash.equals("unknown")),
          sysroot,
          Optional.of(sysroot.resolve("share/doc/rust/html")).filter(Files::isDirectory),
          clippy(),
          toolchain.sibling("rustup"));
    }

    /// The user's `RUSTC`, as cargo takes it; else the one beside cargo; else the one on the
    /// `PATH`.
    private Path compiler() {
      String chosen = environment.getOrDefault("RUSTC", "");
      return chosen.isEmpty()
          ? toolchain.sibling("rustc").orElse(Path.of("rustc"))
          : Path.of(chosen);
    }

    private Optional<String> clippy() throws InterruptedException {
      try {
        return Optional.of(firstLine(ask(toolchain.cargo(), "clippy", "--version")));
      } catch (Unanswered e) {
        return Optional.empty();
      }
    }

    private String ask(Path program, String... arguments) throws InterruptedException, Unanswered {
      var line = Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments)).toList();
      var builder = new ProcessBuilder(line).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      long deadline = System.nanoTime() + options.timeLimit().toNanos();
      try (var child = ChildProcess.start(builder)) {
        ChildProcess.Output output = child.output(deadline);
        if (output.status() != 0) {
          throw new Unanswered(Failures.of(output.status(), Ansi.strip(output.errors())));
        }
        return output.text();
      } catch (IOException e) {
        throw new Unanswered(Failures.notStarted(program, e));
      } catch (TimeoutException e) {
        throw new Unanswered(Failures.timeLimit(options.timeLimit(), ""));
      }
    }

    private static String firstLine(String text) {
      return text.lines().findFirst().orElse("");
    }

    /// `name: value` lines.
    private static Map<String, String> fields(String text) {
      return text.lines()
          .map(line -> line.split(": ", 2))
          .filter(pair -> pair.length == 2)
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
    }
  }
}
