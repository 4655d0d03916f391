package dev.rustmend.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.operation.Scene;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonsTest {
  private static final String BROKEN = "fn two(m: &HashMap<u8, u8>) -> usize {\n    m.len()\n}\n";
  private static final String IMPORT = "use crate::maps::HashMap;\n\n";

  @Test
  void anImportThatWasThereForOtherCodeIsNoRevert() {
    String other = IMPORT + "fn one(m: &HashMap<u8, u8>) -> usize {\n    m.len() + 1\n}\n";
    assertThat(lesson(IMPORT + BROKEN, other)).isInstanceOf(Lessons.Lesson.class);
  }

  @Test
  void theWholeFileAsItWasIsARevert() {
    assertThat(lesson(IMPORT + BROKEN, IMPORT + BROKEN))
        .isEqualTo(new Lessons.Nothing(Doubt.REVERT));
  }

  /// In a long file only what changed is read.
  @Test
  void aLongFileIsJudgedLikeAShortOne() {
    String many =
        IntStream.range(0, 2500)
            .mapToObj("fn many_%1$d(x: u64) -> u64 { x + %1$d }"::formatted)
            .collect(Collectors.joining("\n", "\n", "\n"));
    String moved = many + "fn later() {}\n";
    String wrong = BROKEN.replace("m.len()", "m.size()") + many;
    assertThat(repaired(wrong, BROKEN + many, BROKEN + moved))
        .isEqualTo(new Lessons.Nothing(Doubt.REVERT));
    assertThat(repaired(wrong, BROKEN + many, wrong.replace("m.size()", "m.size() + 1") + moved))
        .isInstanceOf(Lessons.Lesson.class);
  }

  private static Lessons.Result repaired(String wrong, String after, String earlier) {
    Diagnostic diagnostic =
        Scene.of(wrong).error("no method named `size` found", "size").diagnostic();
    return new Lessons()
        .of(
            new Repair(
                diagnostic,
                Lessons.file(diagnostic).orElseThrow(),
                SourceText.of(wrong),
                SourceText.of(after),
                List.of(),
                List.of(SourceText.of(earlier)),
                List.of()));
  }

  @Test
  void anItemThatWasAddedBehindTheRepairIsLeftOut() {
    String wrong = BROKEN.replace("m.len()", "m.size()");
    String added = "\nfn more() -> usize {\n    5\n}\n";
    Diagnostic diagnostic =
        Scene.of(wrong).error("no method named `size` found", "size").diagnostic();
    Path file = Lessons.file(diagnostic).orElseThrow();
    Lessons.Result result =
        new Lessons()
            .of(
                new Repair(
                    diagnostic,
                    file,
                    SourceText.of(wrong),
                    SourceText.of(BROKEN + added),
                    List.of(),
                    List.of(),
                    List.of()));
    assertThat(result).isInstanceOf(Lessons.Lesson.class);
    assertThat(((Lessons.Lesson) result).after()).isEqualTo(BROKEN);
    assertThat(SeparateEdits.of(SourceText.of(wrong), SourceText.of(BROKEN + added))).hasSize(2);
  }

  private static Lessons.Result lesson(String after, String earlier) {
    Diagnostic diagnostic =
        Scene.of(BROKEN).error("cannot find type `HashMap` in this scope", "HashMap").diagnostic();
    Path file = Lessons.file(diagnostic).orElseThrow();
    return new Lessons()
        .of(
            new Repair(
                diagnostic,
                file,
                SourceText.of(BROKEN),
                SourceText.of(after),
                List.of(),
                List.of(SourceText.of(earlier)),
                List.of()));
  }
}
