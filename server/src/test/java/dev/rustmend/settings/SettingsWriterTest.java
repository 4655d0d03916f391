package dev.rustmend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsWriterTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsMissingIsBegun() throws IOException {
    assertThat(SettingsWriter.withText(folder.resolve("none.toml"), "model.path", "/m/a b.gguf"))
        .isEqualTo("[model]\npath = \"/m/a b.gguf\"\n");
  }

  @Test
  void aValueIsReplacedAndCommentsStay() throws IOException {
    assertThat(
            set(
                """
                # mine
                [check]
                path = 1

                [model] # local
                name = "x"
                path = "/old" # why
                threads = 4
                """))
        .isEqualTo(
            """
            # mine
            [check]
            path = 1

            [model] # local
            name = "x"
            path = "/new"
            threads = 4
            """);
  }

  @Test
  void aTableWithoutTheKeyGetsItAndADottedKeyIsFound() throws IOException {
    assertThat(set("[model]\n# later\n")).isEqualTo("[model]\npath = \"/new\"\n# later\n");
    assertThat(set("model.path = \"/old\"\n[hover]\n"))
        .isEqualTo("model.path = \"/new\"\n[hover]\n");
    assertThat(set("hover = true\n")).isEqualTo("hover = true\n\n[model]\npath = \"/new\"\n");
  }

  @Test
  void quotesAndBackslashesAreWrittenAsTomlWantsThem() throws IOException {
    Path file = Files.writeString(folder.resolve("q.toml"), "");
    assertThat(SettingsWriter.withText(file, "model.path", "C:\\m\\\"a\".gguf"))
        .isEqualTo("[model]\npath = \"C:\\\\m\\\\\\\"a\\\".gguf\"\n".replaceFirst("^\n", ""));
  }

  @Test
  void aFormThatLinesCanNotChangeIsLeftToThePerson() {
    assertThatExceptionOfType(SettingsFileException.class)
        .isThrownBy(() -> set("model = { path = \"/old\" }\n"))
        .withMessageContaining("set `model.path = \"/new\"` there yourself");
    assertThatExceptionOfType(SettingsFileException.class)
        .isThrownBy(() -> set("[model\n"))
        .withMessageContaining("is not TOML");
  }

  private String set(String before) throws IOException {
    Path file = Files.writeString(folder.resolve("rustmend.toml"), before);
    return SettingsWriter.withText(file, "model.path", "/new");
  }
}
