package dev.rustmend.search;

import java.util.ArrayList;
import java.util.List;

/// What ranking has to know of a passage: its codes, and its templates of rustc's messages.
///
/// Written as one text it is a line for each, a code behind `c` and a template behind `t`.
record RankingFacts(List<String> codes, List<String> templates) {
  static final RankingFacts NONE = new RankingFacts(List.of(), List.of());

  RankingFacts {
    codes = List.copyOf(codes);
    templates = List.copyOf(templates);
  }

  String written() {
    var text = new StringBuilder();
    codes.forEach(code -> text.append('c').append(code).append('\n'));
    templates.forEach(
        template -> text.append('t').append(template.replace('\n', ' ')).append('\n'));
    return text.toString();
  }

  static RankingFacts read(String written) {
    var codes = new ArrayList<String>();
    var templates = new ArrayList<String>();
    written
        .lines()
        .forEach(line -> (line.startsWith("c") ? codes : templates).add(line.substring(1)));
    return new RankingFacts(codes, templates);
  }
}
