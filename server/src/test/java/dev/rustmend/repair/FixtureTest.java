package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.assist.Explainer;
import dev.rustmend.cargo.RustcExplain;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.kb.Program;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The tests in Markdown, see `docs/recipes.md`: programs and what is offered for them, from the
/// real compiler. They share one package, whose files are replaced for each.
///
/// `mvn test -Dtest=FixtureTest -Dfixtures.write=true` writes the blocks `actions` anew, and what
/// [RecordedFixtureTest] needs.
class FixtureTest {
  private static final Path FIXTURES = Path.of("src/test/fixtures").toAbsolutePath();

  private static final Explainer EXPLAINER = new Explainer(new RustcExplain(FIXTURES));

  @TempDir static Path folder;
  private static Crate crate;

  @BeforeAll
  static void open() throws IOException {
    crate = Crate.of(folder, "fn main() {}\n");
  }

  @AfterAll
  static void close() {
    crate.close();
  }

  @TestFactory
  List<DynamicContainer> fixtures() throws IOException {
    var topics = new ArrayList<DynamicContainer>();
    for (Path file : files()) {
      List<DynamicTest> tests =
          Fixture.in(file).stream()
              .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> run(fixture)))
              .toList();
      topics.add(DynamicContainer.dynamicContainer(FIXTURES.relativize(file).toString(), tests));
    }
    assertThat(topics).isNotEmpty();
    return topics;
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static void run(Fixture fixture) throws Exception {
    put(fixture.program().files());
    Report report = crate.report();
    Optional<Problem> problem = fixture.problem(report);
    assertThat(problem)
        .as(
            "an error %s at %s; rustc says: %s",
            fixture.program().code(),
            fixture.program().caret(),
            report.problems().stream()
                .map(Problem::diagnostic)
                .map(Diagnostic::rendered)
                .collect(Collectors.joining()))
        .isPresent();
    List<String> actual =
        switch (fixture.kind()) {
          case ACTIONS -> fixture.actual(problem.orElseThrow());
          case EXPLAIN -> hover(problem.orElseThrow(), report);
        };
    if (fixture.kind() == Fixture.Kind.EXPLAIN) {
      HoverRules.check(actual, problem.get(), fixture.program());
    }
    if (Boolean.getBoolean("fixtures.write")) {
      fixture.rewrite(actual);
      record(fixture, report);
      return;
    }
    if (fixture.kind() == Fixture.Kind.ACTIONS) {
      Optional<Recording> recording =
          Optional.ofNullable(Recording.of(fixture.file()).get(fixture.name()));
      assertThat(recording).as("the recording; -Dfixtures.write=true makes it").isPresent();
      recording.get().assertIsLike(report);
    }
    assertThat(String.join("\n", actual))
        .as("%s: -Dfixtures.write=true writes the block", fixture.name())
        .isEqualTo(String.join("\n", fixture.actions()));
    fixture.repaired().ifPresent(repaired -> assertRepaired(problem.get(), fixture, repaired));
  }

  private static void record(Fixture fixture, Report report)
      throws IOException, InterruptedException {
    if (fixture.kind() == Fixture.Kind.ACTIONS) {
      Map<String, Recording> all = Recording.of(fixture.file());
      all.put(fixture.name(), Recording.make(fixture, crate.root, report));
      Recording.write(fixture.file(), all);
    }
  }

  private static List<String> hover(Problem problem, Report report) throws InterruptedException {
    EXPLAINER.prepare(report);
    return EXPLAINER.hover(problem, report.snapshot()).lines().toList();
  }

  private static void assertRepaired(
      Problem problem, Fixture fixture, Map<String, String> repaired) {
    assertThat(problem.fixes()).as("what repairs it").isNotEmpty();
    Patch patch = problem.fixes().getFirst().patch();
    var after = new TreeMap<String, String>();
    fixture
        .program()
        .files()
        .forEach((name, text) ->
            after.put(name, patch.apply(crate.root.resolve(name), SourceText.of(text)).string()));
    assertThat(after).isEqualTo(new TreeMap<>(repaired));
  }

  private static void put(Map<String, String> files) throws IOException {
    try (var old = Files.list(crate.root.resolve("src"))) {
      for (Path file : old.toList()) {
        String name = crate.root.relativize(file).toString().replace('\\', '/');
        if (!files.containsKey(name) && !name.equals(Program.MAIN)) {
          Files.delete(file);
        }
      }
    }
    for (var file : files.entrySet()) {
      crate.file(file.getKey(), file.getValue());
    }
  }
}
