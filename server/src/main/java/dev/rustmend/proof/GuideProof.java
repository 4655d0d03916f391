package dev.rustmend.proof;

import dev.rustmend.cargo.Tools;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.Guide;
import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the toolchain says of one task or template: it compiles without a warning, its tests pass
/// in time, and rustfmt would change nothing. `folder` belongs to one worker; the project is
/// written into it anew each time, and what is built stays beside it.
record GuideProof(Path folder, Tools tools, Helpers helpers) {
  private static final Duration COMPILE = Duration.ofMinutes(2);
  private static final Duration TEST = Duration.ofSeconds(20);
  private static final int SHOWN = 3000;
  private static final String EDITION = "2024";
  private static final String LINT = "clippy";
  private static final String DOCUMENTED = "src/documented.rs";
  private static final String PROGRAM = "program.exe";

  /// Keeps cargo from looking for a workspace above the folder, where the guide is not one itself.
  private static final String WORKSPACE = "[workspace]";

  /// Whether the file says what it is as a whole is left to its author, and `missing_docs` would
  /// ask. On the first line this moves no other.
  private static final String CRATE_DOCUMENTATION = "/*! A task. */ ";

  private static final Pattern PLACE =
      Pattern.compile("(?m)^\\s*--> (\\S+?\\.rs):(\\d+):|^Diff in (\\S+?\\.rs):(\\d+):");
  private static final Pattern HEADLINE =
      Pattern.compile("(?m)^(?:error|warning)(?:\\[\\w+])?: .*|^thread '.*");

  /// Which of the programs that may be missing are there.
  record Helpers(boolean rustfmt, boolean clippy) {
    /// Asks them.
    static Helpers of(Tools tools) throws InterruptedException {
      return new Helpers(tools.has("rustfmt"), tools.has("cargo-clippy"));
    }
  }

  /// A command, and the rule that it checks.
  private record Step(String rule, String wrong, Duration limit, List<String> command) {}

  /// The problem of the first step that fails. Throws [UncheckedIOException] when nothing can be
  /// written or started.
  List<EntryProblem> problems(Guide guide) throws InterruptedException {
    write(guide);
    Map<String, String> variables =
        Map.of("RUSTFLAGS", "-Dwarnings", "CARGO_TARGET_DIR", folder.resolve("target").toString());
    for (Step step : guide.isTemplate() ? project() : program(guide.files().getFirst())) {
      Tools.Run run = tools.run(sources(), step.command(), variables, step.limit());
      if (!run.succeeded()) {
        return List.of(problem(guide, step, run));
      }
    }
    return List.of();
  }

  private Path sources() {
    return folder.resolve("project");
  }

  private List<Step> program(Guide.SourceFile file) {
    var steps = new ArrayList<Step>();
    String rustc = tools.path("rustc");
    if (helpers.rustfmt()) {
      var format = List.of(tools.path("rustfmt"), "--edition", EDITION, "--check", file.path());
      steps.add(new Step("format", "rustfmt would change it", COMPILE, format));
    }
    steps.add(
        new Step(
            "compile",
            "the compiler has something to say",
            COMPILE,
            List.of(
                rustc,
                "--edition=" + EDITION,
                "--crate-type=" + (file.path().endsWith("main.rs") ? "bin" : "lib"),
                "--crate-name=task",
                "-Dwarnings",
                "-Dmissing_docs",
                "--emit=metadata",
                DOCUMENTED)));
    steps.add(
        new Step(
            "compile",
            "the compiler has something to say of the tests",
            COMPILE,
            List.of(
                rustc,
                "--edition=" + EDITION,
                "--test",
                "-Dwarnings",
                "-Cdebuginfo=0",
                "-o",
                PROGRAM,
                file.path())));
    String program = sources().resolve(PROGRAM).toString();
    steps.add(new Step("test", "a test fails", TEST, List.of(program)));
    return steps;
  }

  private List<Step> project() {
    var steps = new ArrayList<Step>();
    String cargo = tools.path("cargo");
    if (helpers.rustfmt()) {
      var format = List.of(cargo, "fmt", "--all", "--check");
      steps.add(new Step("format", "rustfmt would change it", COMPILE, format));
    }
    var test = List.of(cargo, "test", "--quiet", "--offline", "--workspace");
    steps.add(new Step("test", "`cargo test` fails", COMPILE, test));
    if (helpers.clippy()) {
      var lint = List.of(cargo, LINT, "--quiet", "--offline", "--workspace", "--all-targets");
      steps.add(new Step(LINT, "clippy has something to say", COMPILE, lint));
    }
    return steps;
  }

  private static EntryProblem problem(Guide guide, Step step, Tools.Run run) {
    String file = guide.id() + ".md";
    if (run.ending() == Tools.Ending.TIME_LIMIT) {
      String message = "it takes longer than %d s".formatted(step.limit().toSeconds());
      return new EntryProblem(file, 1, step.rule(), message, "make it quick, or let it end");
    }
    String said = run.output().strip();
    Matcher headline = HEADLINE.matcher(said);
    String message = step.wrong() + (headline.find() ? ": " + headline.group() : "");
    int line = line(guide, said).orElse(1);
    String shown = said.length() > SHOWN ? said.substring(0, SHOWN) + " …" : said;
    return new EntryProblem(file, line, step.rule(), message, shown);
  }

  /// The line of the entry that stands for the first place in `said`.
  private static Optional<Integer> line(Guide guide, String said) {
    Matcher place = PLACE.matcher(said);
    if (!place.find()) {
      return Optional.empty();
    }
    boolean compiler = place.group(1) != null;
    String path = (compiler ? place.group(1) : place.group(3)).replace('\\', '/');
    int line = Integer.parseInt(compiler ? place.group(2) : place.group(4));
    return guide.files().stream()
        .filter(file -> !guide.isTemplate() || ("/" + path).endsWith("/" + file.path()))
        .map(file -> file.line() + line - 1)
        .findFirst();
  }

  private void write(Guide guide) {
    try {
      WholeFolder.delete(sources());
      for (Guide.SourceFile file : guide.files()) {
        Path path = sources().resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, text(file), StandardCharsets.UTF_8);
      }
      if (!guide.isTemplate()) {
        String documented = CRATE_DOCUMENTATION + guide.files().getFirst().text();
        Files.writeString(sources().resolve(DOCUMENTED), documented, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not write a program in " + folder, e);
    }
  }

  private static String text(Guide.SourceFile file) {
    if (file.path().equals("Cargo.toml") && !file.text().contains(WORKSPACE)) {
      return file.text() + "\n" + WORKSPACE + "\n";
    }
    return file.text();
  }
}
