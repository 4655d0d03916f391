package dev.rustmend.operation;

import dev.rustmend.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How alike two names are, as a person who mistyped or misremembered one would see it.
final class NearNames {
  private static final Pattern BORDER =
      Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private NearNames() {}

  /// How far `candidate` is from `wanted`: 0 where only case and underscores differ, then the
  /// letters apart; more for an ending, for words left out and for abbreviations. Empty where they
  /// are not alike.
  static OptionalInt distance(String wanted, String candidate) {
    String a = folded(wanted);
    String b = folded(candidate);
    if (wanted.equals(candidate) || a.isEmpty() || b.isEmpty()) {
      return OptionalInt.empty();
    }
    if (a.equals(b)) {
      return OptionalInt.of(0);
    }
    if (isPlural(a, b) || isPlural(b, a)) {
      return OptionalInt.of(1);
    }
    long left = letters(a);
    long right = letters(b);
    int most = Math.max(a.length(), 3) / 3;
    boolean comparable =
        Math.abs(a.length() - b.length()) <= most && Long.bitCount(left ^ right) <= 2 * most;
    int apart = comparable ? EditDistance.between(a, b) : Integer.MAX_VALUE;
    if (apart <= most && a.length() > 2 && b.length() > 1 && !hasAnotherWord(wanted, candidate)) {
      return OptionalInt.of(1 + apart);
    }
    // words in common, or a beginning, are letters in common
    boolean within = (left & ~right) == 0 || (right & ~left) == 0;
    return within ? loose(wanted, candidate, a, b) : OptionalInt.empty();
  }

  /// Those of `candidates` that are like `wanted`, the likest first; those that are much less like
  /// it than the first are left out.
  static List<String> near(String wanted, Collection<String> candidates) {
    record Scored(String name, int distance) {}
    List<Scored> scored =
        candidates.stream()
            .distinct()
            .flatMap(
                name -> distance(wanted, name).stream().mapToObj(apart -> new Scored(name, apart)))
            .sorted(Comparator.comparingInt(Scored::distance))
            .toList();
    return scored.stream()
        .filter(each -> each.distance() <= scored.getFirst().distance() + 2)
        .map(Scored::name)
        .limit(4)
        .toList();
  }

  /// Which letters a name has, a bit for each, whatever their case: a quick look before names are
  /// compared.
  static long letters(String name) {
    long letters = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      letters |= 1L << ((c >= 'A' && c <= 'Z' ? c + 32 : c) % 64);
    }
    return letters;
  }

  /// Whether two names can be a letter or a plural apart, by their letters and lengths alone.
  static boolean mayBeClose(String one, long ones, String other, long others) {
    return Math.abs(one.length() - other.length()) <= 3 && Long.bitCount(ones ^ others) <= 4;
  }

  /// The words of a name in small letters: `word`, `count` of `word_count` and of `WordCount`.
  static Set<String> words(String name) {
    var words = new TreeSet<String>();
    BORDER
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .forEach(words::add);
    return words;
  }

  /// Upper camel case, as types and variants are written.
  static boolean isTypeName(String name) {
    return !name.isEmpty()
        && Character.isUpperCase(name.charAt(0))
        && (name.length() == 1 || name.chars().anyMatch(Character::isLowerCase));
  }

  /// Screaming snake case, as constants are written.
  static boolean isConstantName(String name) {
    return !name.isEmpty()
        && Character.isUpperCase(name.charAt(0))
        && name.chars().noneMatch(Character::isLowerCase);
  }

  /// Whether one word of several is not the other name's word mistyped but another one, as in
  /// `single_quoted` and `double_quoted`: few letters of the whole name, and another meaning.
  private static boolean hasAnotherWord(String one, String other) {
    List<String> left = BORDER.splitAsStream(one).filter(word -> !word.isEmpty()).toList();
    List<String> right = BORDER.splitAsStream(other).filter(word -> !word.isEmpty()).toList();
    if (left.size() < 2 || left.size() != right.size()) {
      return false;
    }
    return IntStream.range(0, left.size())
        .anyMatch(i ->
            EditDistance.between(folded(left.get(i)), folded(right.get(i)))
                > Math.max(1, left.get(i).length() / 3));
  }

  private static OptionalInt loose(String wanted, String candidate, String a, String b) {
    if (Math.min(a.length(), b.length()) < 3) {
      return isWordOf(wanted, candidate) || isWordOf(candidate, wanted)
          ? OptionalInt.of(7)
          : OptionalInt.empty();
    }
    Set<String> left = words(wanted);
    Set<String> right = words(candidate);
    if (left.equals(right)) {
      return OptionalInt.of(2);
    }
    boolean shorter = a.length() < b.length();
    Set<String> few = shorter ? left : right;
    Set<String> many = shorter ? right : left;
    if (many.containsAll(few)) {
      return OptionalInt.of(5);
    }
    boolean begins = shorter ? b.startsWith(a) : a.startsWith(b);
    return begins ? OptionalInt.of(6) : OptionalInt.empty();
  }

  /// A name of two letters says something as a whole word of another: `op` of `parse_op`.
  private static boolean isWordOf(String few, String many) {
    return few.length() == 2 && many.contains("_") && words(many).contains(few);
  }

  private static boolean isPlural(String one, String many) {
    int longer = many.length() - one.length();
    return one.length() > 2
        && (longer == 1 || longer == 2)
        && (many.equals(one + "s")
            || many.equals(one + "es")
            || (one.endsWith("y") && many.equals(one.substring(0, one.length() - 1) + "ies")));
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
