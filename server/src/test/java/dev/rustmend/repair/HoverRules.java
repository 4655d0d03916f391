package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.kb.Program;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What holds for the hover on every error.
final class HoverRules {
  private static final int LINES = 40;
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\b(?:let(?: mut)?|fn|struct|enum|trait|mod|use) ([A-Za-z_]\\w+)"
              + "|\\b([a-z_]\\w+):|\\b([A-Z]\\w+)::");
  private static final Pattern DIFF = Pattern.compile("(?s)```diff.*?\n```");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w+");
  private static final Pattern HOLE = Pattern.compile("\\$[a-z]");
  private static final Pattern NOTHING =
      Pattern.compile("(?<!`)\\b(?:null|None)\\b(?!`)|Optional\\[");

  private HoverRules() {}

  static void check(List<String> hover, Problem problem, Program program) {
    String text = String.join("\n", hover);
    assertThat(hover).as("short enough").hasSizeLessThanOrEqualTo(LINES);
    assertThat(words(prose(hover)))
        .as("names something of the program")
        .containsAnyElementsOf(declared(program));
    problem.fixes().stream()
        .findFirst()
        .ifPresent(fix -> assertThat(text).contains(fix.provenTitle()).contains("```diff"));
    assertThat(hover.stream().filter(line -> !line.isBlank() && !line.startsWith("```")))
        .as("says nothing twice")
        .doesNotHaveDuplicates();
    assertThat(text).doesNotContainPattern(HOLE).doesNotContainPattern(NOTHING);
  }

  /// The text below the title and outside of diffs.
  private static String prose(List<String> hover) {
    String below = String.join("\n", hover.subList(1, hover.size()));
    return DIFF.matcher(below).replaceAll("");
  }

  private static Set<String> declared(Program program) {
    var names = new HashSet<String>();
    program
        .files()
        .values()
        .forEach(text -> {
          Matcher name = DECLARED.matcher(text);
          while (name.find()) {
            IntStream.rangeClosed(1, name.groupCount())
                .mapToObj(name::group)
                .filter(Objects::nonNull)
                .forEach(names::add);
          }
        });
    names.remove("main");
    return names;
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
