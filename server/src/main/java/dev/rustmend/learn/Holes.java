package dev.rustmend.learn;

import dev.rustmend.syntax.Keywords;
import dev.rustmend.syntax.PrimitiveTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The metavariables of a recipe that is being made, by the text that each stands for in the
/// episode, and the rules by which a text of rustc's becomes a template. Confined to its thread.
final class Holes {
  private static final Pattern TICKED = Pattern.compile("`([^`]*)`");
  private static final Pattern SMALL_NAME =
      Pattern.compile("(?<![\\w:'])[a-z_][a-z0-9_]*(?![\\w:])");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /// What a small name between back-ticks may be without being somebody's own.
  private static final Set<String> GIVEN =
      Stream.of(Keywords.all(), PrimitiveTypes.ALL, Set.of("derive"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, String> names = new LinkedHashMap<>();
  private int next;

  /// The name for `text`, a new one unless it has one.
  String name(String text) {
    return names.computeIfAbsent(text, _ -> fresh());
  }

  /// A name for something that no text stands for.
  String fresh() {
    int number = next++;
    return number < 26 ? String.valueOf((char) ('a' + number)) : "v" + number;
  }

  boolean knows(String text) {
    return names.containsKey(text);
  }

  /// `text` of rustc's as a template: between back-ticks each text that a metavariable stands for
  /// is one, and every small name that is nowhere in `literal` becomes one.
  String template(String text, Set<String> literal) {
    return quotable(
        TICKED
            .matcher(text)
            .replaceAll(
                found -> Matcher.quoteReplacement("`" + opened(found.group(1), literal) + "`")));
  }

  private String opened(String ticked, Set<String> literal) {
    String name = names.get(ticked);
    if (name != null) {
      return "$" + name;
    }
    Function<String, Optional<String>> hole =
        word ->
            names.containsKey(word)
                ? Optional.of("$" + names.get(word))
                : SMALL_NAME.matcher(word).matches()
                        && !GIVEN.contains(word)
                        && !literal.contains(word)
                    ? Optional.of("$" + name(word))
                    : Optional.empty();
    // only a part that is one path or name as a whole: what stands in a type is told by the type
    return WORD.matcher(ticked).matches() || ticked.startsWith("*")
        ? WORD.matcher(ticked)
            .replaceAll(
                word -> Matcher.quoteReplacement(hole.apply(word.group()).orElse(word.group())))
        : knownWords(ticked);
  }

  private String knownWords(String ticked) {
    return WORD.matcher(ticked)
        .replaceAll(word -> {
          String name = names.get(word.group());
          return Matcher.quoteReplacement(name == null ? word.group() : "$" + name);
        });
  }

  /// A template says `…` for what its own grammar would not let through.
  static String quotable(String text) {
    String plain = text.replace("\"", "…").replace("\n", "…");
    var out = new StringBuilder();
    boolean ticked = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      ticked ^= c == '`';
      out.append(c == '|' && !ticked ? '…' : c);
    }
    return out.toString();
  }
}
