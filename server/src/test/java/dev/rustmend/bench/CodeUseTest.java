package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeUseTest {
  @TempDir Path folder;

  @Test
  void entriesAreCountedOnceForEachCode() {
    assertThat(
            CodeUse.of(
                List.of(
                    new RecipeUse("kb:E0308/a", "E0308", 3, 2, 1, 1, 0),
                    new RecipeUse("kb:E0308/a", "E0308", 1, 1, 0, 0, 0),
                    new RecipeUse("kb:E0308/b", "E0308", 3, 3, 0, 0, 0),
                    new RecipeUse("kb:E0308/a", "E0277", 1, 1, 1, 0, 1),
                    new RecipeUse("rustc", "E0308", 9, 9, 9, 9, 9),
                    new RecipeUse("kb:uncoded/c", "", 1, 1, 1, 1, 1))))
        .containsExactly(
            new CodeUse("E0277", 1, 1, 1, 1, 1, 0),
            new CodeUse("E0308", 2, 1, 7, 6, 1, 1),
            new CodeUse("no code", 1, 1, 1, 1, 1, 1));
  }

  @Test
  void aReportThatTellsNoCodesCountsByTheEntrysFolder() throws IOException {
    Path file = folder.resolve("fixes.json");
    Files.writeString(
        file,
        """
        {"cases": [{"outcomes": {"rustmend": {"uses": [
          {"origin": "kb:E0382/a", "verified": 1, "held": 1, "first": 0, "kept": 0}]}}}]}
        """);

    assertThat(RecordedUses.in(file))
        .containsExactly(new RecipeUse("kb:E0382/a", "E0382", 1, 1, 1, 0, 0));
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = folder.resolve("other.json");
    Files.writeString(file, "[1, 2]");

    assertThatThrownBy(() -> RecordedUses.in(file)).isInstanceOf(IOException.class);
  }
}
