package dev.rustmend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is recorded of rustc's notes is the same on every machine.
class MessageRecorderTest {
  private static final Span OF_THE_PROGRAM = span("/w/src/main.rs", true);
  private static final Span OF_STD = span("/sysroot/library/alloc/src/vec/mod.rs", false);

  @Test
  void aNoteWithoutAPlaceIsSaidEverywhere() {
    assertThat(MessageRecorder.isSaidEverywhere(note())).isTrue();
  }

  @Test
  void aNoteOfTheProgramIsSaidEverywhere() {
    assertThat(MessageRecorder.isSaidEverywhere(note(OF_STD, OF_THE_PROGRAM))).isTrue();
  }

  @Test
  void aNoteOfTheStandardLibraryAloneNeedsItsSources() {
    assertThat(MessageRecorder.isSaidEverywhere(note(OF_STD, OF_STD))).isFalse();
  }

  private static Note note(Span... spans) {
    return new Note(Level.NOTE, "struct defined here", List.of(spans));
  }

  private static Span span(String file, boolean editable) {
    return new Span(
        Path.of(file),
        new TextRange(0, 1),
        1,
        1,
        false,
        Optional.empty(),
        Optional.empty(),
        editable);
  }
}
