package dev.rustmend.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.service.Parameter.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private static final List<Parameter> ALL =
      List.of(
          Parameter.required("dir", new Form.Text(10), "A folder."),
          Parameter.optional("limit", new Form.Whole(1, 20), "How many."),
          Parameter.optional("dryRun", new Form.Flag(), "Whether."),
          Parameter.optional("only", new Form.Texts(2), "Codes."),
          Parameter.optional("files", new Form.Files(), "Files."));

  @Test
  void whatIsAllowedIsRead() {
    Arguments read =
        Arguments.read(
            ALL,
            json(
                """
                {"dir":"a","limit":3.0,"dryRun":true,"only":["E0382"],"files":{"src/main.rs":"x"}}
                """));
    assertThat(read.needed("dir")).isEqualTo("a");
    assertThat(read.whole("limit", 7)).isEqualTo(3);
    assertThat(read.flag("dryRun", false)).isTrue();
    assertThat(read.texts("only")).containsExactly("E0382");
    assertThat(read.files("files")).containsEntry("src/main.rs", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|`dir` is missing",
        "{\"dir\":null}|`dir` is missing",
        "{\"dir\":5}|`dir` must be a text",
        "{\"dir\":\"12345678901\"}|at most 10 characters",
        "{\"dir\":\"a\",\"limit\":0}|a whole number from 1 to 20",
        "{\"dir\":\"a\",\"limit\":1e99}|a whole number from 1 to 20",
        "{\"dir\":\"a\",\"limit\":1.5}|a whole number from 1 to 20",
        "{\"dir\":\"a\",\"limit\":\"3\"}|a whole number from 1 to 20",
        "{\"dir\":\"a\",\"dryRun\":\"yes\"}|`true` or `false`",
        "{\"dir\":\"a\",\"only\":[\"a\",\"b\",\"c\"]}|a list of at most 2 short texts",
        "{\"dir\":\"a\",\"only\":[{}]}|a list of at most 2 short texts",
        "{\"dir\":\"a\",\"files\":{}}|an object such as",
        "{\"dir\":\"a\",\"files\":{\"a\":1}}|an object such as",
        "{\"dir\":\"a\",\"limitt\":1}|the nearest one is `limit`",
      })
  void whatIsNotIsNamed(String given, String sentence) {
    assertThatThrownBy(() -> Arguments.read(ALL, json(given))).hasMessageContaining(sentence);
  }

  @Test
  void theSchemaSaysTheSame() {
    JsonObject schema = Parameter.schema(ALL);
    assertThat(schema.getAsJsonArray("required")).hasToString("[\"dir\"]");
    assertThat(schema.get("additionalProperties").getAsBoolean()).isFalse();
    assertThat(
            schema.getAsJsonObject("properties").getAsJsonObject("limit").get("maximum").getAsInt())
        .isEqualTo(20);
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
