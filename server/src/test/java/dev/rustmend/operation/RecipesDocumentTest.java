package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.kb.EntryText;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The recipes in `docs/recipes.md` do what stands there.
class RecipesDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/recipes.md").toAbsolutePath();
  private static final Pattern MARK = Pattern.compile("\\s*//\\s*(\\^+|-+)\\s*(.*)");
  private static final String MESSAGE = "// error: ";

  @TestFactory
  List<DynamicTest> everyRecipeInTheDocumentMakesWhatIsShown() throws Exception {
    List<EntryText.Block> blocks =
        EntryText.of(Files.readString(DOCUMENT)).blocks().stream().toList();
    assertThat(blocks).hasSizeGreaterThan(12);
    assertThat(IntStream.range(0, blocks.size()))
        .allMatch(
            i -> blocks.get(i).info().equals(List.of("rewrite", "before", "after").get(i % 3)));
    return IntStream.range(0, blocks.size() / 3)
        .mapToObj(i ->
            DynamicTest.dynamicTest(
                "line " + blocks.get(3 * i).line(),
                () -> {
                  Scene scene = scene(blocks.get(3 * i + 1).text());
                  String[] recipe = blocks.get(3 * i).text().lines().toArray(String[]::new);
                  assertThat(scene.after(recipe)).isEqualTo(blocks.get(3 * i + 2).text() + "\n");
                }))
        .toList();
  }

  private record Mark(TextRange range, boolean primary, String label) {}

  /// The program without its marks, with a diagnostic that has them as spans.
  private static Scene scene(String text) {
    var source = new StringBuilder();
    var marks = new ArrayList<Mark>();
    String message = "";
    String above = "";
    for (String line : text.lines().toList()) {
      Matcher mark = MARK.matcher(line);
      if (line.startsWith(MESSAGE)) {
        message = line.substring(MESSAGE.length());
      } else if (mark.matches()) {
        int start = source.length() - above.length() - 1 + mark.start(1);
        int before = SourceText.of(source.substring(0, start)).length();
        int length = mark.group(1).length();
        marks.add(
            new Mark(
                new TextRange(before, before + length),
                mark.group(1).startsWith("^"),
                mark.group(2)));
      } else {
        source.append(line).append('\n');
        above = line;
      }
    }
    Scene scene = Scene.of(source.toString());
    for (Mark mark : marks) {
      scene =
          mark.primary()
              ? scene.error(message, mark.range())
              : scene.label(mark.label(), mark.range());
    }
    return scene;
  }
}
