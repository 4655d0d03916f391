package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives a variant a number that no other has, or the enum a type that has room for all.
///
/// Answers E0081 and E0370. A variant without a number of its own gets one before a written number
/// is changed; a wider `repr` comes before numbers out of order.
final class SetDiscriminant implements Operation {
  private static final List<String> TYPES =
      List.of("u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64");
  private static final int CHANGES_VALUE = 20;

  @Override
  public String name() {
    return "set-discriminant";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> item = site.enclosing("enum_item");
    if (item.isEmpty()) {
      return List.of();
    }
    return site.diagnostic().codeText().equals("E0370")
        ? overflow(site, item.get())
        : repeated(site, item.get());
  }

  private record Numbered(SyntaxNode variant, long number) {
    boolean isWritten() {
      return variant.child("value").isPresent();
    }
  }

  /// The variants with their numbers; empty when one is not a plain number.
  private static List<Numbered> numbered(SyntaxNode item) {
    var all = new ArrayList<Numbered>();
    long next = 0;
    for (SyntaxNode variant : variants(item)) {
      Optional<SyntaxNode> value = variant.child("value");
      Optional<Long> number = value.flatMap(SetDiscriminant::number);
      if (value.isPresent() && number.isEmpty()) {
        return List.of();
      }
      next = number.orElse(next);
      all.add(new Numbered(variant, next++));
    }
    return all;
  }

  private static List<SyntaxNode> variants(SyntaxNode item) {
    return item.child("body").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
        .filter(node -> node.is("enum_variant"))
        .toList();
  }

  /// The numbers that are written in the enum.
  static List<Long> written(SyntaxNode item) {
    return numbered(item).stream().map(Numbered::number).toList();
  }

  private static Optional<Long> number(SyntaxNode value) {
    String text =
        value.text().replace("_", "").replaceFirst("(?<=\\d)(u|i)(8|16|32|64|128|size)$", "");
    try {
      return Optional.of(
          text.startsWith("-0x") || text.startsWith("0x") || text.startsWith("0X")
              ? Long.decode(text)
              : Long.parseLong(text.replaceAll("\\s", "")));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  static String smallest(long low, long high) {
    if (low < 0) {
      return low >= -128 && high < 128
          ? "i8"
          : low >= -32768 && high < 32768
              ? "i16"
              : low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE ? "i32" : "i64";
    }
    return high < 256 ? "u8" : high < 65536 ? "u16" : high < 1L << 32 ? "u32" : "u64";
  }

  private static List<Proposal> repeated(Site site, SyntaxNode item) {
    List<Numbered> all = numbered(item);
    var seen = new HashSet<Long>();
    Set<Long> taken = new HashSet<>(all.stream().map(Numbered::number).toList());
    Edits edits = site.edits();
    var titles = new ArrayList<String>();
    boolean changes = false;
    for (Numbered each : all) {
      if (seen.add(each.number)) {
        continue;
      }
      Numbered other = all.stream().filter(o -> o.number == each.number).findFirst().orElseThrow();
      Numbered changed = each.isWritten() && !other.isWritten() ? other : each;
      long free = free(each.number, taken);
      taken.add(free);
      changes |= changed.isWritten();
      set(edits, changed.variant, free);
      titles.add("`%s` the free number %d".formatted(Declarations.name(changed.variant), free));
    }
    String title = "Give " + String.join(", ", titles);
    return edits.patch().stream()
        .map(patch -> Proposal.of(title, patch).penalized(CHANGES_VALUE))
        .map(made -> titles.isEmpty() ? made : made.admitting(Damage.Kind.LITERAL))
        .limit(changes || !titles.isEmpty() ? 1 : 0)
        .toList();
  }

  private static void set(Edits edits, SyntaxNode variant, long number) {
    Optional<SyntaxNode> value = variant.child("value");
    if (value.isPresent()) {
      edits.replace(value.get(), Long.toString(number));
    } else {
      edits.insert(variant.range().end(), " = " + number);
    }
  }

  private static long free(long from, Set<Long> taken) {
    long number = from;
    while (taken.contains(number)) {
      number++;
    }
    return number;
  }

  private static List<Proposal> overflow(Site site, SyntaxNode item) {
    var found = new ArrayList<Proposal>();
    List<Numbered> all = numbered(item);
    Optional<SyntaxNode> repr =
        Declarations.attributes(item).stream()
            .filter(a -> a.text().startsWith("#[repr("))
            .findFirst();
    Optional<String> type =
        repr.flatMap(a -> TYPES.stream().filter(t -> Declarations.mentions(a, t)).findFirst());
    if (type.isPresent()) {
      int bits = Integer.parseInt(type.get().substring(1)) * 2;
      if (bits <= 64) {
        String wider = type.get().charAt(0) + Integer.toString(bits);
        String text = Declarations.substituted(repr.get().text(), type.get(), wider);
        found.addAll(
            Declarations.one(
                "Store the numbers as `%s`, which has room for all".formatted(wider),
                site.edits().replace(repr.get(), text),
                CHANGES_VALUE));
      }
    }
    Optional<SyntaxNode> variant =
        variants(item).stream().filter(v -> v.range().encloses(site.primary().range())).findFirst();
    if (variant.isPresent()) {
      var taken = new HashSet<Long>();
      for (Numbered each : all) {
        if (!each.variant.equals(variant.get())) {
          taken.add(each.number);
        }
      }
      long free = free(0, taken);
      Edits edits = site.edits();
      set(edits, variant.get(), free);
      String name = Declarations.name(variant.get());
      found.addAll(
          Declarations.one(
              "Give `%s` the free number %d".formatted(name, free), edits, CHANGES_VALUE * 2));
    }
    return found;
  }
}
