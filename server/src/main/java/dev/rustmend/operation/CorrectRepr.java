package dev.rustmend.operation;

import dev.rustmend.syntax.PrimitiveTypes;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives a type a `#[repr(…)]` that fits it.
///
/// Answers E0084, E0517, E0552, E0566, E0587, E0588, E0589, E0634, E0690, E0692 and E0732. A word
/// that is unknown becomes the nearest known one; of two that exclude each other one stays; a word
/// for another kind of item becomes that kind's own.
final class CorrectRepr implements Operation {
  private static final List<String> INTEGERS = PrimitiveTypes.INTEGERS;
  private static final Pattern PART = Pattern.compile("\\w+(\\s*\\([^)]*\\))?");
  private static final int CHOICE = 20;

  @Override
  public String name() {
    return "correct-repr";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (site.diagnostic().codeText().equals("E0732")) {
      return added(site);
    }
    List<SyntaxNode> attributes = attributes(site);
    Optional<SyntaxNode> item =
        attributes.stream().findFirst().flatMap(DropCopyFromDerive::following);
    if (item.isEmpty()) {
      return List.of();
    }
    List<String> words = attributes.stream().flatMap(a -> words(a).stream()).toList();
    var found = new ArrayList<Proposal>();
    for (List<String> better : corrected(site, item.get(), words)) {
      replaced(site, attributes, words, better, found.size() * CHOICE).stream()
          .map(made -> isGuess(site, words, better) ? made.inventing() : made)
          .forEach(found::add);
    }
    return found;
  }

  /// The `repr` at the primary span, or those before the item there.
  private static List<SyntaxNode> attributes(Site site) {
    Optional<SyntaxNode> own =
        site.enclosing("attribute_item").filter(a -> a.text().contains("repr"));
    Optional<SyntaxNode> item =
        own.isPresent()
            ? own.flatMap(DropCopyFromDerive::following)
            : Declarations.item(site.node());
    return item.map(node ->
            Declarations.attributes(node).stream()
                .filter(a -> a.text().startsWith("#[repr(") || a.text().startsWith("#[repr ("))
                .toList())
        .orElse(List.of());
  }

  private static List<String> words(SyntaxNode attribute) {
    String text = attribute.text();
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    return open < 0 || close < open
        ? List.of()
        : PART.matcher(text.substring(open + 1, close))
            .results()
            .map(m -> m.group().strip())
            .toList();
  }

  /// Whether a layout is made up: `u8` for `packed` on an enum or `C` for `u8` on a struct, of
  /// which no word of the author's speaks.
  private static boolean isGuess(Site site, List<String> words, List<String> better) {
    return site.diagnostic().codeText().equals("E0517")
        && better.stream().anyMatch(word -> !words.contains(word));
  }

  private static List<List<String>> corrected(Site site, SyntaxNode item, List<String> words) {
    return switch (site.diagnostic().codeText()) {
      case "E0084" -> List.of(List.of());
      case "E0517" -> fitting(site, item, words);
      case "E0552" -> known(site, item, words);
      case "E0566" -> conflicting(words);
      case "E0587" -> without(words, w -> w.startsWith("packed"), w -> w.startsWith("align"));
      case "E0588" ->
          List.of(swapped(words, w -> w.startsWith("packed"), words.contains("C") ? "" : "C"));
      case "E0634" -> List.of(swapped(words, "packed"::equals, ""));
      case "E0690" -> List.of(swapped(words, "transparent"::equals, "C"));
      case "E0692" -> without(words, w -> !w.equals("transparent"), "transparent"::equals);
      case "E0589" -> List.of(aligned(words));
      default -> List.of();
    };
  }

  private static List<String> swapped(
      List<String> words, java.util.function.Predicate<String> which, String by) {
    var left = new ArrayList<String>();
    for (String word : words) {
      String kept = which.test(word) ? by : word;
      if (!kept.isEmpty()) {
        left.add(kept);
      }
    }
    return left;
  }

  private static List<List<String>> without(
      List<String> words,
      java.util.function.Predicate<String> first,
      java.util.function.Predicate<String> second) {
    return List.of(swapped(words, first, ""), swapped(words, second, ""));
  }

  /// The widest integer, and then each of the others, alone.
  private static List<List<String>> conflicting(List<String> words) {
    var choices = new ArrayList<List<String>>();
    words.stream()
        .filter(INTEGERS::contains)
        .sorted(java.util.Comparator.comparingInt((String w) -> -bits(w)))
        .forEach(
            kept -> choices.add(swapped(words, w -> INTEGERS.contains(w) && !w.equals(kept), "")));
    words.stream()
        .filter(w -> Set.of("C", "transparent", "Rust").contains(w))
        .forEach(kept -> choices.add(List.of(kept)));
    return choices.stream().filter(c -> !c.equals(words)).distinct().toList();
  }

  private static int bits(String integer) {
    String digits = integer.substring(1);
    return digits.equals("size") ? 63 : Integer.parseInt(digits);
  }

  private static List<List<String>> fitting(Site site, SyntaxNode item, List<String> words) {
    String wrong = wordAt(site, words);
    if (item.is("struct_item") || item.is("union_item")) {
      return List.of(swapped(words, wrong::equals, words.contains("C") ? "" : "C"));
    }
    if (item.is("enum_item")) {
      return List.of(swapped(words, wrong::equals, words.size() > 1 ? "" : "u8"));
    }
    return List.of(List.of());
  }

  private static List<List<String>> known(Site site, SyntaxNode item, List<String> words) {
    String wrong = wordAt(site, words);
    String bare = wrong.replaceFirst("\\s*\\(.*", "");
    String low = bare.toLowerCase(java.util.Locale.ROOT);
    String integer =
        low.replaceFirst("^(uint|unsigned)", "u")
            .replaceFirst("^(int|signed)", "i")
            .replaceFirst("_t$", "");
    List<String> all = new ArrayList<>(List.of("C", "packed", "transparent", "align", "Rust"));
    if (item.is("enum_item")) {
      all.addAll(INTEGERS);
    }
    String better =
        switch (low) {
          case "byte", "char" -> "u8";
          case "int" -> "i32";
          case "short" -> "i16";
          case "long" -> "i64";
          default ->
              INTEGERS.contains(integer) ? integer : Declarations.nearest(bare, all).orElse("C");
        };
    return List.of(swapped(words, wrong::equals, wrong.replaceFirst("^\\w+", better)));
  }

  private static String wordAt(Site site, List<String> words) {
    String text = site.primary().text().strip();
    return words.stream()
        .filter(word -> word.equals(text))
        .findFirst()
        .or(() -> words.stream().filter(text::contains).findFirst())
        .orElse(words.isEmpty() ? "" : words.getFirst());
  }

  private static List<String> aligned(List<String> words) {
    return words.stream()
        .map(word -> {
          var number = Pattern.compile("align\\s*\\(\\s*(\\d+)\\s*\\)").matcher(word);
          if (!number.matches()) {
            return word;
          }
          long power = 1;
          long wanted = Long.parseLong(number.group(1));
          while (power < wanted && power < 1L << 29) {
            power *= 2;
          }
          return "align(" + power + ")";
        })
        .toList();
  }

  private static List<Proposal> replaced(
      Site site, List<SyntaxNode> attributes, List<String> old, List<String> words, int penalty) {
    if (old.equals(words)) {
      return List.of();
    }
    Edits edits = site.edits();
    SyntaxNode first = attributes.getFirst();
    attributes.stream().skip(1).forEach(a -> edits.deleteLine(site.file(), site.text(), a.range()));
    if (words.isEmpty()) {
      edits.deleteLine(site.file(), site.text(), first.range());
      return Declarations.one("Remove the `repr`, which does not fit here", edits, penalty);
    }
    String text = "#[repr(" + String.join(", ", words) + ")]";
    edits.replace(first, text);
    return Declarations.one("Write the layout as `%s`".formatted(text), edits, penalty);
  }

  /// The smallest integer that holds every number of the enum.
  private static List<Proposal> added(Site site) {
    Optional<SyntaxNode> item = site.enclosing("enum_item");
    if (item.isEmpty()) {
      return List.of();
    }
    List<Long> values = SetDiscriminant.written(item.get());
    long low = values.stream().mapToLong(Long::longValue).min().orElse(0);
    long high = values.stream().mapToLong(Long::longValue).max().orElse(0);
    String type = SetDiscriminant.smallest(low, high);
    Edits edits =
        site.edits()
            .insert(
                item.get().range().start(),
                "#[repr(" + type + ")]\n" + Declarations.indent(item.get()));
    return Declarations.one("Store the numbers as `%s`".formatted(type), edits);
  }
}
