package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Derives the traits that a type of the crate lacks, together with those that these need, and in
/// turn on the crate's types in its fields.
///
/// E0277 says ``the trait bound `T: Clone` is not satisfied`` or ``` `T` doesn't implement `Debug`
/// ```, E0369 ``binary operation `==` cannot be applied to type `T` ``, E0599 names the bounds of a
/// method. `Eq` needs `PartialEq`, `Ord` needs the other three, `Copy` needs `Clone`.
final class DeriveTraits implements Operation {
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "Debug", List.of("Debug"),
          "Clone", List.of("Clone"),
          "Copy", List.of("Clone", "Copy"),
          "PartialEq", List.of("PartialEq"),
          "Eq", List.of("PartialEq", "Eq"),
          "PartialOrd", List.of("PartialEq", "PartialOrd"),
          "Ord", List.of("PartialEq", "Eq", "PartialOrd", "Ord"),
          "Hash", List.of("Hash"),
          "Default", List.of("Default"));
  private static final List<String> ORDER =
      List.of("Debug", "Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Default");
  private static final Pattern BOUND =
      Pattern.compile("`([\\w:&<>, \\[\\]';]+): ([\\w:]+)(?:<[^`]*>)?`");
  private static final Pattern LACKS = Pattern.compile("`([^`]+)` doesn't implement `([\\w:]+)`");
  private static final Pattern COMPARED =
      Pattern.compile("binary operation `(.+)` cannot be applied to type `(.+)`");
  private static final Pattern UNCOMPARED = Pattern.compile("can't compare `(.+)` with `(.+)`");
  private static final Pattern METHOD =
      Pattern.compile(
          "no (?:method|function or associated item|associated function or constant) named `(\\w+)` found for (?:\\w+ )*`&?(.+?)` in");

  @Override
  public String name() {
    return "derive-traits";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Map<String, Set<String>> wanted = wanted(site);
    CrateFiles crate = site.crate();
    var targets = new LinkedHashMap<CrateFiles.Item, Set<String>>();
    wanted.forEach((type, traits) -> spread(crate, RustType.of(type), traits, targets, 0));
    if (targets.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    targets.forEach((item, traits) -> derive(item, traits, edits));
    boolean needless = NeedlessDerive.answers(site.diagnostic(), site.text().string());
    return edits.patch().map(patch -> Proposal.of(title(targets), patch)).stream()
        .map(made -> needless ? made.inventing() : made)
        .toList();
  }

  private static String title(Map<CrateFiles.Item, Set<String>> targets) {
    var first = targets.entrySet().iterator().next();
    String traits = String.join("`, `", ordered(first.getValue()));
    String types =
        String.join("`, `", targets.keySet().stream().map(item -> item.item().name()).toList());
    return "Derive `" + traits + "` for `" + types + "`";
  }

  private static List<String> ordered(Set<String> traits) {
    return ORDER.stream().filter(traits::contains).toList();
  }

  /// The types that rustc misses traits on, with those traits.
  private static Map<String, Set<String>> wanted(Site site) {
    var wanted = new LinkedHashMap<String, Set<String>>();
    var texts = new ArrayList<String>();
    texts.add(site.diagnostic().message());
    texts.addAll(site.remarks());
    for (String text : texts) {
      Matcher bound = BOUND.matcher(text);
      while (bound.find()) {
        want(wanted, bound.group(1), bound.group(2));
      }
      Matcher lacks = LACKS.matcher(text);
      while (lacks.find()) {
        want(wanted, lacks.group(1), lacks.group(2));
      }
    }
    comparisons(site.diagnostic().message(), wanted);
    methods(site.diagnostic().message(), wanted);
    Optional<String> cloned =
        Optional.of(site.node()).flatMap(LocalTypes::methodName).filter("clone"::equals);
    if (site.diagnostic().codeText().equals("E0308") && cloned.isPresent()) {
      Mismatch.of(site).ifPresent(types -> want(wanted, types.expected().text(), "Clone"));
    }
    return wanted;
  }

  private static void comparisons(String message, Map<String, Set<String>> wanted) {
    Matcher compared = COMPARED.matcher(message);
    if (compared.find()) {
      operator(compared.group(1)).ifPresent(name -> want(wanted, compared.group(2), name));
    }
    Matcher uncompared = UNCOMPARED.matcher(message);
    if (uncompared.find()
        && RustType.of(uncompared.group(1)).bare().fits(RustType.of(uncompared.group(2)).bare())) {
      want(wanted, uncompared.group(1), "PartialEq");
    }
  }

  private static Optional<String> operator(String operator) {
    return switch (operator) {
      case "==", "!=" -> Optional.of("PartialEq");
      case "<", ">", "<=", ">=" -> Optional.of("PartialOrd");
      default -> Optional.empty();
    };
  }

  private static void methods(String message, Map<String, Set<String>> wanted) {
    Matcher method = METHOD.matcher(message);
    if (!method.find()) {
      return;
    }
    switch (method.group(1)) {
      case "clone" -> want(wanted, method.group(2), "Clone");
      case "default" -> want(wanted, method.group(2), "Default");
      case "cmp", "max", "min" -> want(wanted, method.group(2), "Ord");
      case "partial_cmp" -> want(wanted, method.group(2), "PartialOrd");
      case "eq", "ne" -> want(wanted, method.group(2), "PartialEq");
      case "hash" -> want(wanted, method.group(2), "Hash");
      default -> {}
    }
  }

  private static void want(Map<String, Set<String>> wanted, String type, String trait) {
    String name = trait.substring(trait.lastIndexOf(':') + 1);
    if (NEEDS.containsKey(name)) {
      String bare = RustType.of(type).bare().text();
      wanted.computeIfAbsent(bare, _ -> new LinkedHashSet<>()).addAll(NEEDS.get(name));
    }
  }

  /// Adds `type` where it is the crate's and lacks some of the traits, then what it holds.
  private static void spread(
      CrateFiles crate,
      RustType type,
      Set<String> traits,
      Map<CrateFiles.Item, Set<String>> targets,
      int depth) {
    if (depth > 8) {
      return;
    }
    type.arguments().forEach(argument -> spread(crate, argument, traits, targets, depth + 1));
    type.parts().forEach(part -> spread(crate, part, traits, targets, depth + 1));
    if (type.isArray() || type.isSlice()) {
      spread(crate, type.element(), traits, targets, depth + 1);
    }
    List<CrateFiles.Item> items = crate.types(type.name());
    if (items.size() != 1) {
      return;
    }
    CrateFiles.Item item = items.getFirst();
    var missing = new TreeSet<>(traits);
    missing.removeAll(present(crate, item));
    if (item.node().is("enum_item")) {
      defaultable(item, missing);
    }
    if (missing.isEmpty() || !targets.computeIfAbsent(item, _ -> new TreeSet<>()).addAll(missing)) {
      targets.computeIfPresent(item, (_, set) -> set.isEmpty() ? null : set);
      return;
    }
    TypeBodies.contents(item.node())
        .forEach(content -> spread(crate, content.bare(), missing, targets, depth + 1));
  }

  /// An enum has a default only where a variant is marked.
  private static void defaultable(CrateFiles.Item item, Set<String> missing) {
    if (!item.node().text().contains("#[default]")) {
      missing.remove("Default");
    }
  }

  /// The traits that a type derives or implements.
  private static Set<String> present(CrateFiles crate, CrateFiles.Item item) {
    var present = new TreeSet<String>();
    for (SyntaxNode attribute : attributes(item.node())) {
      Pattern.compile("\\w+")
          .matcher(attribute.text())
          .results()
          .forEach(word -> present.add(word.group()));
    }
    for (CrateFiles.Item impl : crate.impls(item.item().name())) {
      impl.node().child("trait").map(CrateFiles::baseName).ifPresent(present::add);
    }
    return present;
  }

  /// The derives above an item.
  private static List<SyntaxNode> attributes(SyntaxNode item) {
    var found = new ArrayList<SyntaxNode>();
    List<SyntaxNode> siblings = item.parent().map(SyntaxNode::children).orElse(List.of());
    for (SyntaxNode sibling : siblings) {
      if (sibling.equals(item)) {
        break;
      }
      if (sibling.is("attribute_item")) {
        found.add(sibling);
      } else if (!sibling.isExtra()) {
        found.clear();
      }
    }
    return found.stream().filter(attribute -> attribute.text().startsWith("#[derive")).toList();
  }

  /// Adds derives of `trait` to a type and, in turn, to the crate's types that it holds.
  static void everywhere(CrateFiles crate, CrateFiles.Item item, String trait, Edits edits) {
    var targets = new LinkedHashMap<CrateFiles.Item, Set<String>>();
    spread(crate, RustType.of(item.item().name()), Set.copyOf(NEEDS.get(trait)), targets, 0);
    targets.forEach((each, traits) -> derive(each, traits, edits));
  }

  /// Whether an item derives `trait`.
  static boolean derives(CrateFiles.Item item, String trait) {
    return attributes(item.node()).stream()
        .anyMatch(attribute -> attribute.text().matches("(?s).*\\b" + trait + "\\b.*"));
  }

  /// Adds `traits` to the derives of an item.
  static void derive(CrateFiles.Item item, Set<String> traits, Edits edits) {
    Path file = item.file();
    String list = String.join(", ", ordered(traits));
    Optional<SyntaxNode> before = attributes(item.node()).stream().reduce((_, last) -> last);
    if (before.isPresent()) {
      TextRange range = before.get().range();
      boolean empty = before.get().text().matches("(?s)#\\[derive\\(\\s*\\)\\]");
      boolean comma = before.get().text().matches("(?s).*,\\s*\\)\\]");
      edits.insert(file, range.end() - 2, (empty ? "" : comma ? " " : ", ") + list);
      return;
    }
    int start = item.node().range().start();
    String indent = Site.indent(item.node().tree().source(), start);
    edits.insert(file, start, "#[derive(" + list + ")]\n" + indent);
  }
}
