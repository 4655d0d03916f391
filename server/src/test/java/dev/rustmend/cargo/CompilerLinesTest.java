package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// When a compiler has said all, as its own JSON lines tell.
class CompilerLinesTest {
  private static final String READ =
      "{\"$message_type\":\"artifact\",\"artifact\":\"/t/a.d\",\"emit\":\"dep-info\"}";
  private static final String CHECKED =
      "{\"$message_type\":\"artifact\",\"artifact\":\"/t/liba.rmeta\",\"emit\":\"metadata\"}";

  private final List<Diagnostic> told = new ArrayList<>();
  private final CompilerLines lines =
      new CompilerLines(
          new Recall(
              new CompilerCall(Path.of("/p"), Map.of(), List.of("rustc")),
              new CrateId("path+file:///p#a@0.1.0", "a", "lib"),
              Path.of("/results")),
          PathMap.unchanged(_ -> true),
          told::add);

  @Test
  void theListOfItsFilesIsNotItsLastWord() {
    assertThat(lines.completeWith(READ)).isFalse();
  }

  @Test
  void nothingCanGoWrongBehindTheMetadata() {
    assertThat(lines.completeWith(message("warning"))).isFalse();
    assertThat(lines.completeWith(CHECKED)).isTrue();
    assertThat(lines.hasErrors()).isFalse();
    assertThat(lines.diagnostics()).hasSize(1);
  }

  @Test
  void behindAnErrorNoMetadataMeansSuccess() {
    assertThat(lines.completeWith(message("error"))).isFalse();
    assertThat(lines.completeWith(message("error"))).isFalse();
    assertThat(lines.completeWith(CHECKED)).isFalse();
    assertThat(lines.hasErrors()).isTrue();
    assertThat(lines.diagnostics()).as("each once").hasSize(1).isEqualTo(told);
  }

  @Test
  void nothingFollowsWhereItGivesUp() {
    assertThat(lines.completeWith(message("error", "aborting due to 1 previous error"))).isFalse();
    assertThat(lines.completeWith(message("error"))).isFalse();
    assertThat(lines.completeWith(message("error", "aborting due to 1 previous error"))).isTrue();
    assertThat(lines.diagnostics()).hasSize(1);
  }

  @Test
  void whatAMacroPrintsDoesNotCount() {
    assertThat(lines.completeWith("{\"emit\":\"metadata\"}")).isFalse();
    assertThat(lines.completeWith("metadata")).isFalse();
  }

  private static String message(String level) {
    return message(level, "said");
  }

  private static String message(String level, String text) {
    return "{\"$message_type\":\"diagnostic\",\"message\":\"%s\",\"code\":null,\"level\":\"%s\",\"spans\":[],\"children\":[],\"rendered\":\"said\"}"
        .formatted(text, level);
  }
}
