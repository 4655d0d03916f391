package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.EditDistance;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Questions about items, their members, parameters and lists, and the edits that follow from them.
final class Declarations {
  private static final Set<String> TYPES = Set.of("struct_item", "enum_item", "union_item");
  private static final Set<String> NAMES =
      Set.of("identifier", "type_identifier", "shorthand_field_identifier", "field_identifier");

  private Declarations() {}

  /// `node` or the nearest above it of one of `kinds`.
  static Optional<SyntaxNode> at(SyntaxNode node, String... kinds) {
    Set<String> wanted = Set.of(kinds);
    return Stream.concat(Stream.of(node), node.ancestors())
        .filter(up -> wanted.contains(up.kind()))
        .findFirst();
  }

  /// The item at or around `node`.
  static Optional<SyntaxNode> item(SyntaxNode node) {
    return Stream.concat(Stream.of(node), node.ancestors())
        .filter(Declarations::isItem)
        .findFirst();
  }

  static boolean isItem(SyntaxNode node) {
    String kind = node.kind();
    return kind.endsWith("_item")
        && !kind.equals("attribute_item")
        && !kind.equals("inner_attribute_item");
  }

  static boolean isTypeItem(SyntaxNode node) {
    return TYPES.contains(node.kind());
  }

  /// The name of an item, a parameter or a field; empty text when it has none.
  static String name(SyntaxNode node) {
    return node.child("name").map(SyntaxNode::text).orElse("");
  }

  /// The outer attributes that stand before `item`.
  static List<SyntaxNode> attributes(SyntaxNode item) {
    var found = new ArrayList<SyntaxNode>();
    for (SyntaxNode sibling : before(item)) {
      if (sibling.is("attribute_item")) {
        found.addFirst(sibling);
      } else if (!sibling.isExtra()) {
        break;
      }
    }
    return found;
  }

  /// Where `item` begins with its attributes and doc comments.
  static int start(SyntaxNode item) {
    int start = item.range().start();
    for (SyntaxNode sibling : before(item)) {
      boolean doc = sibling.isExtra() && sibling.text().startsWith("///");
      if (!doc && !sibling.is("attribute_item")) {
        break;
      }
      start = sibling.range().start();
    }
    return start;
  }

  /// The siblings before `node`, the nearest first.
  private static List<SyntaxNode> before(SyntaxNode node) {
    return node.parent()
        .map(parent ->
            parent.children().stream().takeWhile(child -> !child.equals(node)).toList().reversed())
        .orElse(List.of());
  }

  /// The member of the impl around the primary place that this is in.
  static Optional<SyntaxNode> memberHere(Site site) {
    return site.enclosing("impl_item").stream()
        .flatMap(impl -> members(impl).stream())
        .filter(member -> member.range().encloses(site.primary().range()))
        .findFirst();
  }

  /// The crate's own trait that the impl around the primary place is of.
  static Optional<CrateFiles.Item> traitHere(Site site) {
    return site.enclosing("impl_item")
        .flatMap(Declarations::traitName)
        .flatMap(name -> trait(site, name));
  }

  /// The items in the braces of an impl, a trait or an extern block.
  static List<SyntaxNode> members(SyntaxNode owner) {
    return owner.child("body").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
        .filter(member -> member.child("name").isPresent())
        .toList();
  }

  static Optional<SyntaxNode> member(SyntaxNode owner, String name) {
    return members(owner).stream().filter(member -> name(member).equals(name)).findFirst();
  }

  /// The name of the trait that an impl is of, without path and generics.
  static Optional<String> traitName(SyntaxNode impl) {
    return impl.child("trait").map(CrateFiles::baseName);
  }

  /// The trait of this name in the crate, when there is just one.
  static Optional<CrateFiles.Item> trait(Site site, String name) {
    List<CrateFiles.Item> found =
        site.crate().definitions(name).stream()
            .filter(item -> item.node().is("trait_item"))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The struct, enum or union of this name in the crate, when there is just one.
  static Optional<CrateFiles.Item> type(Site site, String name) {
    List<CrateFiles.Item> found = site.crate().types(name);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The impls of the trait in the crate.
  static List<CrateFiles.Item> implementations(Site site, String trait) {
    return site.crate().items().stream()
        .filter(item -> item.node().is("impl_item"))
        .filter(item -> traitName(item.node()).filter(trait::equals).isPresent())
        .toList();
  }

  /// The generic parameters of an item.
  static List<SyntaxNode> generics(SyntaxNode item) {
    return item.child("type_parameters").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
        .filter(node -> node.kind().endsWith("_parameter"))
        .toList();
  }

  /// The generic arguments that name an item's own parameters, `<'a, T, N>`; empty text when it has
  /// none.
  static String arguments(SyntaxNode item) {
    List<String> names = generics(item).stream().map(Declarations::name).toList();
    return names.isEmpty() ? "" : "<" + String.join(", ", names) + ">";
  }

  /// The generic parameters of an item without their defaults, `<'a, T: Clone>`.
  static String declared(SyntaxNode item) {
    List<String> parts = generics(item).stream().map(Declarations::withoutDefault).toList();
    return parts.isEmpty() ? "" : "<" + String.join(", ", parts) + ">";
  }

  static String withoutDefault(SyntaxNode parameter) {
    Optional<SyntaxNode> value = parameter.child("default_type").or(() -> parameter.child("value"));
    String text = parameter.text();
    if (value.isEmpty()) {
      return text;
    }
    return text.substring(0, text.lastIndexOf('=')).strip();
  }

  static Optional<SyntaxNode> childOf(SyntaxNode node, String kind) {
    return node.children().stream().filter(child -> child.is(kind)).findFirst();
  }

  /// The text of the where clause with a blank before it, or nothing.
  static String whereClause(SyntaxNode item) {
    return childOf(item, "where_clause").map(node -> " " + node.text()).orElse("");
  }

  /// Declares a generic parameter on `item`: lifetimes go first, others last.
  static void declare(Edits edits, Place item, String parameter) {
    SyntaxNode node = item.node();
    Optional<SyntaxNode> list = node.child("type_parameters");
    if (list.isPresent() && !generics(node).isEmpty()) {
      boolean lifetime = parameter.startsWith("'");
      int offset =
          lifetime ? list.get().range().start() + 1 : generics(node).getLast().range().end();
      edits.insert(item.file(), offset, lifetime ? parameter + ", " : ", " + parameter);
    } else if (list.isPresent()) {
      edits.replace(item.file(), list.get().range(), "<" + parameter + ">");
    } else if (node.is("impl_item")) {
      int offset =
          node.children().stream()
              .filter(child -> child.is("impl"))
              .mapToInt(child -> child.range().end())
              .findFirst()
              .orElse(node.range().start() + 4);
      edits.insert(item.file(), offset, "<" + parameter + ">");
    } else {
      node.child("name")
          .ifPresent(name -> edits.insert(item.file(), name.range().end(), "<" + parameter + ">"));
    }
  }

  /// The range of an element of a list with the comma that goes with it, so that deleting it leaves
  /// a sound list; the whole list with its brackets when it is the only one.
  static TextRange withComma(SyntaxNode element) {
    SyntaxNode list = element.parent().orElse(element);
    List<SyntaxNode> children = list.children().stream().filter(child -> !child.isExtra()).toList();
    int at = children.indexOf(element);
    int end = element.range().end();
    boolean commaAfter = at + 1 < children.size() && children.get(at + 1).is(",");
    if (commaAfter && at + 2 < children.size() && !isClose(children.get(at + 2))) {
      return new TextRange(element.range().start(), children.get(at + 2).range().start());
    }
    if (at > 0 && children.get(at - 1).is(",")) {
      int start =
          at > 1 ? children.get(at - 2).range().end() : children.get(at - 1).range().start();
      return new TextRange(start, end);
    }
    boolean angles = list.is("type_parameters") || list.is("type_arguments");
    return angles ? list.range() : element.range();
  }

  private static boolean isClose(SyntaxNode node) {
    return Set.of(")", "]", "}", ">").contains(node.kind());
  }

  /// The names at or below `scope` that are spelled `name`.
  static List<SyntaxNode> named(SyntaxNode scope, String name) {
    return scope
        .descendants()
        .filter(node -> NAMES.contains(node.kind()) && node.text().equals(name))
        .toList();
  }

  /// The lifetimes at or below `scope` that are written `name`, with its tick.
  static List<SyntaxNode> lifetimes(SyntaxNode scope, String name) {
    return scope
        .descendants()
        .filter(node -> node.is("lifetime") && node.text().equals(name))
        .toList();
  }

  /// Whether the word occurs in the text of `node`.
  static boolean mentions(SyntaxNode node, String word) {
    return Pattern.compile("(?<![\\w'])" + Pattern.quote(word) + "(?!\\w)")
        .matcher(node.text())
        .find();
  }

  /// `text` with every whole word `word` replaced.
  static String substituted(String text, String word, String by) {
    return Pattern.compile("(?<![\\w'])" + Pattern.quote(word) + "(?!\\w)")
        .matcher(text)
        .replaceAll(java.util.regex.Matcher.quoteReplacement(by));
  }

  /// `base`, or with the first number from 2 on that is not taken: `name2`, `name_2` when `base` is
  /// in snake case with an underscore.
  static String fresh(String base, Predicate<String> taken) {
    String stem = base.contains("_") || base.endsWith("_") ? base + "_" : base;
    for (int i = 2; i < 100; i++) {
      if (!taken.test(stem + i)) {
        return stem + i;
      }
    }
    return base + "_other";
  }

  /// A type parameter's name that `item` and the text around it do not use.
  static String freshParameter(SyntaxNode item) {
    return Stream.of("T", "U", "V", "W", "P", "Q", "R", "S")
        .filter(name -> named(item.tree().root(), name).isEmpty())
        .findFirst()
        .or(() ->
            Stream.of("T", "U", "V", "W", "P", "Q", "R", "S")
                .filter(name -> named(item, name).isEmpty())
                .findFirst())
        .orElse("T1");
  }

  /// A lifetime that `item` does not use.
  static String freshLifetime(SyntaxNode item) {
    return Stream.of("'a", "'b", "'c", "'d", "'e")
        .filter(name -> lifetimes(item, name).isEmpty())
        .findFirst()
        .orElse("'outer");
  }

  /// The word of `known` that is nearest to `word`, at most a third of its letters off.
  static Optional<String> nearest(String word, List<String> known) {
    String low = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(each ->
            EditDistance.between(low, each.toLowerCase(Locale.ROOT))
                <= Math.max(1, low.length() / 3))
        .min(
            java.util.Comparator.comparingInt(
                each -> EditDistance.between(low, each.toLowerCase(Locale.ROOT))));
  }

  /// Letters of a type's text that can stand in a name: `VecU8` of `Vec<u8>`.
  static String wordOf(String type) {
    String words =
        Pattern.compile("[^A-Za-z0-9]+")
            .splitAsStream(type.replaceAll("'\\w+", "").replaceAll("\\b\\w+::", ""))
            .filter(
                word -> !word.isEmpty() && !Set.of("dyn", "mut", "const", "impl").contains(word))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return words.isEmpty() || Character.isDigit(words.charAt(0)) ? "Own" + words : words;
  }

  /// What stands in `node` before its child `part`.
  static String until(SyntaxNode node, SyntaxNode part) {
    TextRange lead = new TextRange(node.range().start(), part.range().start());
    return node.tree().source().slice(lead);
  }

  /// One proposal of these edits, or none when they conflict.
  static List<Proposal> one(String title, Edits edits) {
    return edits.patch().map(patch -> Proposal.of(title, patch)).stream().toList();
  }

  /// One proposal of these edits with a penalty, or none when they conflict.
  static List<Proposal> one(String title, Edits edits, int penalty) {
    Optional<Patch> patch = edits.patch();
    return patch.map(made -> Proposal.of(title, made).penalized(penalty)).stream().toList();
  }

  /// The indentation of the line in which `node` begins.
  static String indent(SyntaxNode node) {
    return Site.indent(node.tree().source(), node.range().start());
  }

  static <T> List<T> joined(List<List<T>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
