package dev.rustmend.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What rustc says, with holes, and how well a message fits it.
///
/// `$x` is a hole for some text, `…` for any, and `|` outside of back-ticks separates alternatives.
/// Holes are typed by what stands in them: a part in back-ticks that is a name in the template does
/// not have to be the same name in the message, but a name it should be.
final class MessageTemplate {
  private static final Pattern ALTERNATIVE =
      Pattern.compile("\\s*\\|\\s*(?=(?:[^`]*`[^`]*`)*[^`]*$)");
  private static final Pattern HOLE = Pattern.compile("\\$\\w+|…");
  private static final Pattern QUOTED = Pattern.compile("`[^`]*`");
  private static final double ALMOST = 0.95;

  private MessageTemplate() {}

  /// How well `message` fits the best of `templates`: 1 when one fits as a whole, less by the share
  /// of words that differ.
  static double fit(List<String> templates, String message) {
    double best = 0;
    for (String template : templates) {
      for (String alternative : ALTERNATIVE.splitAsStream(template).toList()) {
        best = Math.max(best, fit(alternative, message));
      }
    }
    return best;
  }

  private static double fit(String template, String message) {
    if (matches(template, message)) {
      return 1;
    }
    Set<String> expected = words(template);
    Set<String> said = words(message);
    if (expected.isEmpty() || said.isEmpty()) {
      return 0;
    }
    var common = new HashSet<>(expected);
    common.retainAll(said);
    return ALMOST * 2 * common.size() / (expected.size() + said.size());
  }

  /// Whether the template as a whole is the message, with something in each hole.
  static boolean matches(String template, String message) {
    var regex = new StringBuilder();
    Matcher hole = HOLE.matcher(template);
    int from = 0;
    while (hole.find()) {
      regex.append(Pattern.quote(template.substring(from, hole.start())));
      regex.append(hole.group().equals("…") ? ".*?" : ".+?");
      from = hole.end();
    }
    regex.append(Pattern.quote(template.substring(from)));
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(message).matches();
  }

  /// Whether the template has words of its own beside its holes, so that fitting it means something.
  static boolean isTelling(String template) {
    String rest = QUOTED.matcher(HOLE.matcher(template).replaceAll(" ")).replaceAll(" ");
    return Analyzers.terms(Analyzers.PROSE, rest).size() >= 2;
  }

  private static Set<String> words(String text) {
    String holes = HOLE.matcher(text).replaceAll("\\$x");
    return Analyzers.terms(Analyzers.DIAGNOSTIC, holes).stream()
        .map(Analyzers.Analyzed::term)
        .filter(term -> !term.startsWith("$") || term.equals(DiagnosticTerms.HOLE))
        .collect(Collectors.toSet());
  }
}
