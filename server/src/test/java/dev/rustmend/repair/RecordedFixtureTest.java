package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.candidate.Recipes;
import dev.rustmend.candidate.RustcSuggestions;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.operation.Operations;
import dev.rustmend.text.SourceText;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The tests in Markdown again, with what the compiler said when they were recorded: what recipes
/// and operations make of its words, in a second and without a compiler. [FixtureTest] runs them
/// with the real one, compares it with the recordings, and makes these anew.
class RecordedFixtureTest {
  private static final Path FIXTURES = Path.of("src/test/fixtures").toAbsolutePath();
  private static final Path ROOT = Path.of("/recorded/app").toAbsolutePath();
  private static final int CANDIDATES = 16;
  private static final ShippedBase BASE = new ShippedBase();

  @TestFactory
  List<DynamicTest> fixtures() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    try (var files = Files.walk(FIXTURES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        Map<String, Recording> recordings = Recording.of(file);
        for (Fixture fixture : Fixture.in(file)) {
          if (fixture.kind() == Fixture.Kind.ACTIONS) {
            Optional<Recording> recording = Optional.ofNullable(recordings.get(fixture.name()));
            tests.add(
                DynamicTest.dynamicTest(
                    FIXTURES.relativize(file) + ": " + fixture.name(),
                    () -> run(fixture, recording)));
          }
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void run(Fixture fixture, Optional<Recording> recording) throws Exception {
    assertThat(recording)
        .as("the recording of “%s”; FixtureTest makes it", fixture.name())
        .isPresent();
    recording.get().assertIsOf(fixture);
    var buffers = new Workspace();
    fixture
        .program()
        .files()
        .forEach((name, text) -> buffers.put(ROOT.resolve(name), 1, SourceText.of(text)));
    var pipeline =
        new RepairPipeline(
            ROOT,
            new RecordedOracle(ROOT, recording.get()),
            List.of(new RustcSuggestions(), new Recipes(BASE, Operations.all())),
            CANDIDATES,
            new LossGuard(new FileDamage()));
    Report report = pipeline.repair(buffers.snapshot(), Effort.EVERYTHING, _ -> {}).report();

    Optional<Problem> problem = fixture.problem(report);
    assertThat(problem).as("an error %s at its caret", fixture.program().code()).isPresent();
    assertThat(String.join("\n", fixture.actual(problem.get())))
        .isEqualTo(String.join("\n", fixture.actions()));
  }
}
