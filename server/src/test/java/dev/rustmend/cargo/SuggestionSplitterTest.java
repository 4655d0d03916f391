package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.SuggestionSplitter.Part;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Parts are written as `file:start-end=text`; the file is `a` unless given.
class SuggestionSplitterTest {

  @Test
  void aRepeatedPlaceHoldsAlternatives() {
    assertThat(split("0-0=x", "0-0=y", "0-0=z"))
        .containsExactly(List.of("a:0-0=x"), List.of("a:0-0=y"), List.of("a:0-0=z"));
  }

  @Test
  void repeatedSetsOfPlacesAreAlternativesOfSeveralParts() {
    assertThat(split("4-4=A(", "9-9=)", "4-4=B(", "9-9=)"))
        .containsExactly(List.of("a:4-4=A(", "a:9-9=)"), List.of("a:4-4=B(", "a:9-9=)"));
  }

  @Test
  void placesThatOnlyGoForwardAreParts() {
    assertThat(split("1-3=", "5-8=", "10-12="))
        .containsExactly(List.of("a:1-3=", "a:5-8=", "a:10-12="));
  }

  @Test
  void partsMayMeet() {
    assertThat(split("1-3=x", "3-5=y")).containsExactly(List.of("a:1-3=x", "a:3-5=y"));
  }

  @Test
  void partsOfSeveralFilesAreOneAlternative() {
    assertThat(split("a:9-9=x", "b:1-2=y", "b:4-4=z"))
        .containsExactly(List.of("a:9-9=x", "b:1-2=y", "b:4-4=z"));
  }

  @Test
  void partsNeedNotBeInOrder() {
    assertThat(split("13-13=<'a>", "36-36='a ", "18-18='a ", "27-27='a "))
        .containsExactly(List.of("a:13-13=<'a>", "a:36-36='a ", "a:18-18='a ", "a:27-27='a "));
    assertThat(split("a:9-9=x", "b:1-2=y", "a:20-20=z"))
        .containsExactly(List.of("a:9-9=x", "b:1-2=y", "a:20-20=z"));
  }

  @Test
  void alternativesOverSeveralFilesRepeatThemAll() {
    assertThat(split("a:9-9=x", "b:1-1=y", "a:9-9=v", "b:1-1=w"))
        .containsExactly(List.of("a:9-9=x", "b:1-1=y"), List.of("a:9-9=v", "b:1-1=w"));
  }

  @Test
  void twoInsertionsAtOnePlaceBelongTogetherWhereTheListGoesOn() {
    assertThat(split("4-4=(", "4-4=&", "9-9=)"))
        .containsExactly(List.of("a:4-4=(", "a:4-4=&", "a:9-9=)"));
  }

  @Test
  void aPlaceThatComesBackBeginsAnAlternativeWhereTheOthersDiffer() {
    assertThat(split("5-5=x", "9-9=y", "5-5=z"))
        .containsExactly(List.of("a:5-5=x", "a:9-9=y"), List.of("a:5-5=z"));
  }

  @Test
  void overlappingPlacesCanNotBeOneAlternative() {
    assertThat(split("1-5=x", "3-8=y")).containsExactly(List.of("a:1-5=x"), List.of("a:3-8=y"));
  }

  private static List<List<String>> split(String... parts) {
    var list = Stream.of(parts).map(SuggestionSplitterTest::part).toList();
    return SuggestionSplitter.split(list).stream()
        .map(alternative -> alternative.stream().map(SuggestionSplitterTest::text).toList())
        .toList();
  }

  private static Part part(String text) {
    String located = text.contains(":") ? text : "a:" + text;
    var fields = List.of(located.split("[:=-]", -1));
    var range = new TextRange(Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)));
    return new Part(Path.of("/" + fields.getFirst()), range, fields.get(3));
  }

  private static String text(Part part) {
    return "%s:%d-%d=%s"
        .formatted(
            part.file().getFileName(), part.range().start(), part.range().end(), part.text());
  }
}
