package dev.rustmend.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads off the arms of each `match` that are never reached, since one before them takes all of
/// their values: as far as that shows without types.
///
/// An arm without a guard takes all values of a variant when its parts are variables, `_` and `..`,
/// and all values at all when it is one of these itself.
final class HiddenArms {
  private static final Set<String> TAKES_ALL = Set.of("_", "remaining_field_pattern");

  private HiddenArms() {}

  /// The patterns of the arms that are never reached.
  static Bag of(SyntaxNode root) {
    var hidden = new ArrayList<String>();
    root.descendants().filter(node -> node.is("match_block")).forEach(block -> read(block, hidden));
    return Bag.of(hidden);
  }

  private static void read(SyntaxNode block, List<String> hidden) {
    var taken = new ArrayList<Variant>();
    for (SyntaxNode arm : block.namedChildren()) {
      Optional<SyntaxNode> pattern = arm.child("pattern").filter(_ -> arm.is("match_arm"));
      if (pattern.isEmpty()) {
        continue;
      }
      SyntaxNode inner = inner(pattern.get());
      Variant variant = variant(inner);
      if (taken.stream().anyMatch(earlier -> earlier.covers(variant))) {
        hidden.add(inner.text());
      }
      if (pattern.get().child("condition").isEmpty()) {
        if (takesAll(inner)) {
          taken.add(Variant.ALL);
        } else if (!variant.equals(Variant.OTHER)
            && parts(inner).stream().allMatch(HiddenArms::takesAll)) {
          taken.add(variant);
        }
      }
    }
  }

  /// The pattern without what is around it in an arm.
  private static SyntaxNode inner(SyntaxNode pattern) {
    return pattern.is("match_pattern") && !pattern.children().isEmpty()
        ? pattern.children().getFirst()
        : pattern;
  }

  /// A variant with the number of its parts in a pattern, -1 where `..` stands for the rest.
  private record Variant(String name, int parts) {
    static final Variant ALL = new Variant("_", -1);
    static final Variant OTHER = new Variant("", -1);

    /// Whether a pattern that takes all values of this variant takes those of `other`.
    boolean covers(Variant other) {
      boolean alike = parts == other.parts || parts < 0 || other.parts < 0;
      return equals(ALL) || (!other.equals(OTHER) && name.equals(other.name) && alike);
    }
  }

  /// The variant that a pattern names, if it names one with parts in parentheses.
  private static Variant variant(SyntaxNode pattern) {
    if (!pattern.is("tuple_struct_pattern")) {
      return Variant.OTHER;
    }
    List<SyntaxNode> parts = parts(pattern);
    boolean open = parts.stream().anyMatch(part -> part.is("remaining_field_pattern"));
    return new Variant(
        pattern.child("type").map(SyntaxNode::text).orElse(""), open ? -1 : parts.size());
  }

  private static List<SyntaxNode> parts(SyntaxNode pattern) {
    Optional<SyntaxNode> type = pattern.child("type");
    return pattern.children().stream()
        .filter(child -> child.isNamed() || child.is("_"))
        .filter(child -> !child.isExtra() && !type.equals(Optional.of(child)))
        .toList();
  }

  private static boolean takesAll(SyntaxNode pattern) {
    boolean variable =
        pattern.is("identifier") && Character.isLowerCase(pattern.text().codePointAt(0));
    return variable || TAKES_ALL.contains(pattern.kind());
  }
}
