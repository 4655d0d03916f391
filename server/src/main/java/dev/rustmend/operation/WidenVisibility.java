package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a private item, method or field visible, with whatever else the same path needs.
///
/// rustc points at the definition ("is defined here") or names field and type in the message.
/// `pub(crate)` is enough within a crate; across crates, and for types in public interfaces, it
/// must be `pub`: the parameter `word` says which, `pub(crate)` unless given. Whether what only a
/// lint calls too private is to be published, its author has to say.
final class WidenVisibility implements Operation {
  private static final String CRATE = "pub(crate)";
  private static final String PUBLIC = "pub";
  private static final int WIDER = 20;
  private static final int IMPORT = 30;
  private static final String[] ITEMS = {
    "function_item",
    "function_signature_item",
    "struct_item",
    "enum_item",
    "union_item",
    "trait_item",
    "mod_item",
    "const_item",
    "static_item",
    "type_item",
    "use_declaration",
    "extern_crate_declaration"
  };

  /// What is to be made visible: a declaration, or the type of a field without a name.
  private record Target(Path file, SyntaxNode node, String words) {}

  @Override
  public String name() {
    return "widen-visibility";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<Target> targets = targets(site);
    if (targets.isEmpty()) {
      return List.of();
    }
    boolean sameCrate = targets.stream().allMatch(t -> site.crate().trees().containsKey(t.file()));
    String word = sameCrate ? word(site) : PUBLIC;
    var proposals = new ArrayList<Proposal>();
    proposals.addAll(proposal(site, targets, word, 0));
    if (word.equals(CRATE)) {
      proposals.addAll(proposal(site, targets, PUBLIC, WIDER));
    }
    return proposals;
  }

  /// As far as rustc says that the item is reachable which names a private type, else as the entry
  /// says.
  private static String word(Site site) {
    return site.said("… is reachable at visibility `$word`")
        .map(held -> held.getOrDefault("word", CRATE))
        .orElse(site.parameter("word", CRATE));
  }

  private static List<Proposal> proposal(
      Site site, List<Target> targets, String word, int penalty) {
    Edits edits = site.edits();
    targets.forEach(target -> Modules.widen(edits, target.file(), target.node(), word));
    String what = targets.getFirst().words();
    String title =
        word.equals(PUBLIC)
            ? "Make the %s public".formatted(what)
            : "Make the %s visible in the crate".formatted(what);
    int more = targets.getFirst().node().is("use_declaration") ? IMPORT : 0;
    boolean published = word.equals(PUBLIC) && site.diagnostic().codeText().startsWith("private_");
    boolean guarded = targets.stream().anyMatch(target -> isGuarded(site, target.node()));
    return edits.patch().stream()
        .map(patch -> Proposal.of(title, patch).penalized(penalty + more))
        .map(proposal -> guarded ? proposal.exposing() : proposal)
        .map(proposal -> published ? proposal.admitting(Damage.Kind.VALUE) : proposal)
        .toList();
  }

  /// Whether it is the field of a struct that others reach through methods only, none of its fields
  /// being visible, or one that is to be changed here while a method is there that changes it.
  private static boolean isGuarded(Site site, SyntaxNode field) {
    Optional<SyntaxNode> struct = Nodes.above(field, ITEMS).filter(item -> item.is("struct_item"));
    boolean open = field.parent().filter(WidenVisibility::isOpen).isPresent();
    String changed = "self." + Named.name(field);
    return struct.stream()
        .flatMap(item -> site.crate().impls(Named.name(item)).stream())
        .flatMap(impl -> Named.functions(impl.node()).stream())
        .filter(function -> Named.isMethod(function) && isVisible(function))
        .anyMatch(method -> !open || (isWritten(site) && changes(method, changed)));
  }

  /// Whether the place that rustc points at is assigned to or lent out to be changed.
  private static boolean isWritten(Site site) {
    return Nodes.statement(site.node())
        .filter(statement ->
            statement
                .descendants()
                .filter(node -> node.kind().contains("assignment"))
                .flatMap(node -> node.child("left").stream())
                .anyMatch(left -> left.range().encloses(site.primary().range())))
        .isPresent();
  }

  private static boolean changes(SyntaxNode method, String place) {
    return method
        .descendants()
        .filter(node -> node.kind().contains("assignment"))
        .flatMap(node -> node.child("left").stream())
        .anyMatch(left -> left.text().equals(place));
  }

  /// Whether a list of fields has a visible one.
  private static boolean isOpen(SyntaxNode fields) {
    return isVisible(fields)
        || fields.namedChildren().stream().anyMatch(WidenVisibility::isVisible);
  }

  private static boolean isVisible(SyntaxNode node) {
    return node.children().stream().anyMatch(child -> child.is("visibility_modifier"));
  }

  private static List<Target> targets(Site site) {
    return switch (site.diagnostic().codeText()) {
      case "E0616", "E0451" -> fields(site);
      case "E0446", "private_interfaces", "private_bounds" -> type(site);
      case "E0603", "E0624" -> defined(site);
      default ->
          Stream.of(fields(site), defined(site), type(site))
              .filter(found -> !found.isEmpty())
              .findFirst()
              .orElse(List.of());
    };
  }

  /// The place that rustc calls the definition, and what follows it in the path.
  private static List<Target> defined(Site site) {
    Optional<Place> place =
        Stream.concat(site.noted("…defined here…").stream(), site.labeled("…defined here").stream())
            .filter(found -> !found.equals(site.primary()))
            .findFirst();
    if (place.isEmpty()) {
      return List.of();
    }
    Optional<SyntaxNode> item = place.get().tree().enclosing(place.get().range(), Set.of(ITEMS));
    if (item.isEmpty() || isConstructor(site)) {
      return isConstructor(site) && item.isPresent()
          ? constructor(place.get().file(), item.get())
          : List.of();
    }
    var targets = new ArrayList<Target>();
    String name = item.get().is("use_declaration") ? item.get().text() : Named.name(item.get());
    targets.add(
        new Target(place.get().file(), item.get(), "%s `%s`".formatted(word(item.get()), name)));
    if (item.get().is("mod_item")) {
      targets.addAll(behind(site, place.get().file(), item.get()));
    }
    return targets;
  }

  private static boolean isConstructor(Site site) {
    return site.diagnostic().message().contains("constructor");
  }

  /// The private fields of a tuple struct.
  private static List<Target> constructor(Path file, SyntaxNode struct) {
    return fieldsWithoutPub(file, struct, "fields of `%s`".formatted(Named.name(struct)));
  }

  private static List<Target> fieldsWithoutPub(Path file, SyntaxNode struct, String words) {
    var targets = new ArrayList<Target>();
    boolean open = false;
    for (SyntaxNode child :
        struct.children().stream()
            .filter(node -> node.is("ordered_field_declaration_list"))
            .flatMap(list -> list.namedChildren().stream())
            .toList()) {
      if (child.is("visibility_modifier")) {
        open = true;
      } else if (!child.is("attribute_item")) {
        if (!open) {
          targets.add(new Target(file, child, words));
        }
        open = false;
      }
    }
    return targets;
  }

  /// What the rest of the path names in a module that was private, as far as it is private too.
  private static List<Target> behind(Site site, Path file, SyntaxNode module) {
    boolean sameCrate = site.crate().trees().containsKey(file);
    CrateFiles crate = sameCrate ? site.crate() : site.library().orElse(site.crate());
    var modules = crate.modules();
    var here = new ArrayList<>(modules.path(file, module));
    here.add(Named.name(module));
    List<String> from = sameCrate ? modules.path(site.file(), site.node()) : List.of();
    SyntaxNode whole =
        Stream.concat(Stream.of(site.node()), site.node().ancestors())
            .takeWhile(node -> !node.is("block") && !node.is("source_file"))
            .filter(node -> node.kind().startsWith("scoped_") || node.is("use_declaration"))
            .reduce((_, outer) -> outer)
            .orElse(site.node());
    List<String> names =
        whole
            .descendants()
            .filter(node -> node.range().start() >= site.primary().range().end())
            .filter(node -> node.is("identifier") || node.is("type_identifier"))
            .map(SyntaxNode::text)
            .toList();
    return crate.items().stream()
        .filter(item -> names.contains(Named.name(item.node())) && Modules.isFree(item))
        .filter(item -> item.item().kind() != ItemKind.IMPL)
        .filter(item -> Modules.starts(modules.path(item), here))
        .filter(item ->
            sameCrate
                ? !Modules.isVisible(item.node(), modules.path(item), from)
                : item.node().children().stream()
                    .noneMatch(
                        child -> child.is("visibility_modifier") && child.text().equals("pub")))
        .map(item -> new Target(item.file(), item.node(), ""))
        .toList();
  }

  /// The field that the message names: field `x` of struct `T`.
  private static List<Target> fields(Site site) {
    return site.message("field `$field` of $kind `$type` is private | …")
        .filter(held -> held.containsKey("field"))
        .map(held -> field(site, held.getOrDefault("type", ""), held.getOrDefault("field", "")))
        .orElse(List.of());
  }

  private static List<Target> field(Site site, String type, String field) {
    String name = type.replaceAll("<.*", "").replaceAll(".*::", "");
    String words = "field `%s` of `%s`".formatted(field, name);
    var targets = new ArrayList<Target>();
    List<CrateFiles.Item> own = site.crate().types(name);
    List<CrateFiles.Item> types =
        own.isEmpty() ? site.library().map(crate -> crate.types(name)).orElse(List.of()) : own;
    for (CrateFiles.Item item : types) {
      Named.fields(item.node()).stream()
          .filter(node -> Named.name(node).equals(field))
          .forEach(node -> targets.add(new Target(item.file(), node, words)));
      List<SyntaxNode> positions = Named.positions(item.node());
      if (field.matches("\\d{1,3}") && Integer.parseInt(field) < positions.size()) {
        targets.add(new Target(item.file(), positions.get(Integer.parseInt(field)), words));
      }
    }
    return targets;
  }

  private static List<Target> type(Site site) {
    List<String> quoted = site.quoted();
    if (quoted.isEmpty()) {
      return List.of();
    }
    String name = quoted.getFirst().replaceAll("<.*", "").replaceAll(".*::", "");
    return site.crate().definitions(name).stream()
        .filter(Modules::isFree)
        .limit(1)
        .map(item ->
            new Target(item.file(), item.node(), "%s `%s`".formatted(word(item.node()), name)))
        .toList();
  }

  private static String word(SyntaxNode item) {
    return switch (item.kind()) {
      case "function_item", "function_signature_item" ->
          Named.isMethod(item) ? "method" : "function";
      case "struct_item" -> "struct";
      case "enum_item" -> "enum";
      case "union_item" -> "union";
      case "trait_item" -> "trait";
      case "mod_item" -> "module";
      case "const_item" -> "constant";
      case "static_item" -> "static";
      case "type_item" -> "type";
      case "extern_crate_declaration" -> "crate";
      default -> "import";
    };
  }
}
