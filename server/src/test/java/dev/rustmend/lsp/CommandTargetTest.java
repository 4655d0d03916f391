package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

class CommandTargetTest {

  @Test
  void anObjectNamesEachPart() {
    CommandTarget target =
        target("[{'uri': 'file:///p/a.rs', 'line': 3, 'character': 7, 'code': 'E0308'}]");
    assertThat(target.file()).contains(Path.of("/p/a.rs"));
    assertThat(target.position()).contains(new Position(3, 7));
    assertThat(target.code()).contains("E0308");
  }

  @Test
  void aPositionMayBeNested() {
    CommandTarget target = target("['file:///p/a.rs', {'position': {'line': 1, 'character': 2}}]");
    assertThat(target.file()).contains(Path.of("/p/a.rs"));
    assertThat(target.position()).contains(new Position(1, 2));
  }

  @Test
  void bareWordsAreTakenForWhatTheyLookLike() {
    assertThat(target("['E0382']").code()).contains("E0382");
    assertThat(target("['clippy::needless_return']").code()).contains("clippy::needless_return");
    assertThat(target("['fixFile-12']").runId()).contains("fixFile-12");
  }

  @Test
  void otherTextsAreAQuestionAlsoWordByWord() {
    assertThat(target("['What is a lifetime?']").question()).contains("What is a lifetime?");
    assertThat(target("['what', 'is', 'E0382']").question()).contains("what is E0382");
    assertThat(target("[{'question': 'Why?'}]").question()).contains("Why?");
  }

  @Test
  void nonsenseIsNothing() {
    var nothing = CommandTarget.of(null);
    assertThat(nothing.file()).isEmpty();
    assertThat(target("[]")).isEqualTo(nothing);
    assertThat(target("[42, null, true, ['x'], '../etc', {'uri': 7, 'line': 'x'}]"))
        .isEqualTo(nothing);
  }

  private static CommandTarget target(String json) {
    return CommandTarget.of(
        JsonParser.parseString(json.replace('\'', '"')).getAsJsonArray().asList().stream()
            .map((JsonElement element) -> (Object) element)
            .toList());
  }
}
