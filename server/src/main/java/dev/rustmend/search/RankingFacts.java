package dev.rustmend.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What ranking has to know of a passage: which section it is a part of, its codes, and its
/// templates of rustc's messages.
///
/// Written as one text it is a line for each, the section behind `s`, or behind `q` when the
/// passage is one of the questions that the section answers, a code behind `c` and a template
/// behind `t`. The section is empty when nothing is written of it.
public record RankingFacts(
    String section, boolean isQuestion, List<String> codes, List<String> templates) {
  /// What is known where nothing is written.
  public static final RankingFacts NONE = new RankingFacts("", false, List.of(), List.of());

  private static final Pattern PART = Pattern.compile("~\\d+$");

  public RankingFacts {
    codes = List.copyOf(codes);
    templates = List.copyOf(templates);
  }

  /// What ranking has to know of `passage`.
  public static RankingFacts of(Passage passage) {
    String section = PART.matcher(Passage.answering(passage.id())).replaceFirst("");
    boolean question = !passage.id().equals(Passage.answering(passage.id()));
    return new RankingFacts(section, question, passage.codes(), passage.messages());
  }

  /// All of it as one text.
  public String written() {
    var text = new StringBuilder(isQuestion ? "q" : "s").append(section).append('\n');
    codes.forEach(code -> text.append('c').append(code).append('\n'));
    templates.forEach(
        template -> text.append('t').append(template.replace('\n', ' ')).append('\n'));
    return text.toString();
  }

  /// What such a text says.
  public static RankingFacts read(String written) {
    var sections = new ArrayList<String>();
    var codes = new ArrayList<String>();
    var templates = new ArrayList<String>();
    written
        .lines()
        .forEach(line -> {
          List<String> part =
              switch (line.charAt(0)) {
                case 's', 'q' -> sections;
                case 'c' -> codes;
                default -> templates;
              };
          part.add(line.substring(1));
        });
    return new RankingFacts(
        sections.isEmpty() ? "" : sections.getFirst(), written.startsWith("q"), codes, templates);
  }
}
