package dev.rustmend.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What rustc says, with holes, and how well a message fits it.
///
/// `$x` is a hole for some text, `…` for any, and `|` outside of back-ticks separates alternatives.
/// It is compared without regular expressions, since one search compares hundreds of them.
final class MessageTemplate {
  private static final double ALMOST = 0.95;
  private static final int TELLING_WORDS = 2;

  /// A template cut at its holes: literal texts, and before each but the first the hole's sort.
  private record Parts(List<String> literals, List<Integer> leastInHole) {}

  private MessageTemplate() {}

  /// How well `message` fits the best of `templates`: 1 when one fits as a whole, less by the share
  /// of words that differ.
  static double fit(List<String> templates, String message) {
    return fit(templates, message, words(message));
  }

  /// The same when the words of the message are known.
  static double fit(List<String> templates, String message, Set<String> said) {
    double best = 0;
    for (String template : templates) {
      for (String alternative : alternatives(template)) {
        if (fitsWhole(parts(alternative), message)) {
          return 1;
        }
        best = Math.max(best, ALMOST * resemblance(words(alternative), said));
      }
    }
    return best;
  }

  /// Whether an alternative of the template as a whole is the message, with something in each hole.
  static boolean matches(String template, String message) {
    return alternatives(template).stream()
        .anyMatch(alternative -> fitsWhole(parts(alternative), message));
  }

  /// Whether the template has words of its own beside its holes, so that fitting it means
  /// something.
  static boolean isTelling(String template) {
    return words(template).size() >= TELLING_WORDS;
  }

  /// The words outside of back-ticks and holes, in lower case.
  static Set<String> words(String text) {
    var words = new HashSet<String>();
    boolean quoted = false;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean inWord = Character.isLetterOrDigit(c) || c == '_' || c == '$';
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        if (!quoted && text.charAt(start) != '$') {
          words.add(Identifiers.lower(text.substring(start, i)));
        }
        start = -1;
      }
      quoted ^= c == '`';
    }
    return words;
  }

  private static double resemblance(Set<String> expected, Set<String> said) {
    if (expected.isEmpty() || said.isEmpty()) {
      return 0;
    }
    long common = expected.stream().filter(said::contains).count();
    return 2.0 * common / (expected.size() + said.size());
  }

  /// Cuts at each `|` outside of back-ticks.
  private static List<String> alternatives(String template) {
    if (template.indexOf('|') < 0) {
      return List.of(template);
    }
    var alternatives = new ArrayList<String>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      quoted ^= c == '`';
      if (c == '|' && !quoted) {
        alternatives.add(template.substring(from, i).strip());
        from = i + 1;
      }
    }
    alternatives.add(template.substring(from).strip());
    return alternatives;
  }

  private static Parts parts(String template) {
    var literals = new ArrayList<String>();
    var least = new ArrayList<Integer>();
    int from = 0;
    for (int i = 0; i < template.length(); i++) {
      int end = holeEnd(template, i);
      if (end > i) {
        literals.add(template.substring(from, i));
        least.add(template.charAt(i) == '$' ? 1 : 0);
        from = end;
        i = end - 1;
      }
    }
    literals.add(template.substring(from));
    return new Parts(literals, least);
  }

  /// Behind the hole that begins at `at`, or `at` when none does.
  private static int holeEnd(String template, int at) {
    char c = template.charAt(at);
    if (c == '…') {
      return at + 1;
    }
    int end = at + 1;
    while (c == '$'
        && end < template.length()
        && (Character.isLetterOrDigit(template.charAt(end)) || template.charAt(end) == '_')) {
      end++;
    }
    return end > at + 1 ? end : at;
  }

  private static boolean fitsWhole(Parts parts, String message) {
    List<String> literals = parts.literals();
    int last = literals.size() - 1;
    if (last == 0) {
      return literals.getFirst().equals(message);
    }
    if (!message.startsWith(literals.getFirst())) {
      return false;
    }
    int at = literals.getFirst().length();
    for (int i = 1; i < last; i++) {
      int found = message.indexOf(literals.get(i), at + parts.leastInHole().get(i - 1));
      if (found < 0) {
        return false;
      }
      at = found + literals.get(i).length();
    }
    int least = at + parts.leastInHole().get(last - 1);
    return message.endsWith(literals.get(last))
        && message.length() - literals.get(last).length() >= least;
  }
}
