package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.PrimitiveTypes;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Completes a struct literal that lacks fields, from what is there: variables named as the fields,
/// another value of the type that the literal already takes from, the type's `Default`, and empty
/// values for optional fields and collections.
///
/// Where only a number or a text would do, a `Default` that the type has or can derive is the only
/// source, but for the parameter `from = "blanks"`: zeros and empty texts, which only a person
/// takes.
final class FillMissingFields implements Operation {
  private static final int OTHER_VALUE = 6;
  private static final int EMPTY = 10;
  private static final int MADE_UP = 80;
  private static final int DEFAULT = 20;
  private static final int DERIVED = 40;

  private static final Map<String, String> EMPTIES =
      Map.of(
          "Option", "None",
          "Vec", "Vec::new()",
          "String", "String::new()",
          "HashMap", "HashMap::new()",
          "HashSet", "HashSet::new()",
          "BTreeMap", "BTreeMap::new()",
          "BTreeSet", "BTreeSet::new()",
          "VecDeque", "VecDeque::new()",
          "PhantomData", "PhantomData");

  /// The same with what stands for nothing yet: the author has to put in what is meant.
  private static final Map<String, String> BLANKS =
      Stream.of(
              EMPTIES.entrySet().stream(),
              PrimitiveTypes.INTEGERS.stream().map(type -> Map.entry(type, "0")),
              Stream.of(
                  Map.entry("f32", "0.0"),
                  Map.entry("f64", "0.0"),
                  Map.entry("bool", "false"),
                  Map.entry("str", "\"\"")))
          .flatMap(each -> each)
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  @Override
  public String name() {
    return "fill-missing-fields";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> literal = site.enclosing("struct_expression");
    Optional<CrateFiles.Item> struct = literal.flatMap(node -> StructLiterals.struct(site, node));
    Optional<SyntaxNode> body = literal.flatMap(node -> node.child("body"));
    Optional<SyntaxNode> declared =
        struct.map(CrateFiles.Item::node).or(() -> literal.flatMap(node -> variant(site, node)));
    if (declared.isEmpty() || body.isEmpty()) {
      return List.of();
    }
    Set<String> given = StructLiterals.given(literal.get()).keySet();
    List<SyntaxNode> missing =
        Named.fields(declared.get()).stream()
            .filter(field -> !given.contains(Named.name(field)))
            .toList();
    String only = site.parameter("from", "");
    if (missing.isEmpty() || struct.isEmpty()) {
      boolean wanted = only.isEmpty() || only.equals("values");
      return missing.isEmpty() || !wanted ? List.of() : values(site, body.get(), missing, EMPTIES);
    }
    var proposals = new ArrayList<Proposal>();
    if (only.isEmpty() || only.equals("values")) {
      proposals.addAll(values(site, body.get(), missing, EMPTIES));
    }
    if (only.isEmpty() || only.equals("other")) {
      proposals.addAll(other(site, literal.get(), struct.get(), body.get()));
    }
    if (only.isEmpty() || only.equals("default")) {
      proposals.addAll(defaults(site, struct.get(), body.get(), missing.size()));
    }
    if (only.equals("blanks") && missing.stream().anyMatch(FillMissingFields::isBlank)) {
      values(site, body.get(), missing, BLANKS)
          .forEach(made -> proposals.add(made.penalized(MADE_UP)));
    }
    return proposals;
  }

  /// Whether nothing but a made-up number, truth or text would do for a field.
  private static boolean isBlank(SyntaxNode field) {
    return !EMPTIES.containsKey(field.child("type").map(CrateFiles::baseName).orElse(""));
  }

  /// The variant with fields that a literal such as `Shape::Circle { .. }` names.
  private static Optional<SyntaxNode> variant(Site site, SyntaxNode literal) {
    String path = literal.child("name").map(SyntaxNode::text).orElse("");
    int colons = path.lastIndexOf("::");
    String before = path.substring(0, Math.max(0, colons)).replaceFirst(".*::", "");
    String type =
        before.equals("Self") ? Named.impl(literal).map(Named::selfType).orElse("") : before;
    String name = colons < 0 ? path : path.substring(colons + 2);
    return site.crate().items().stream()
        .map(CrateFiles.Item::node)
        .filter(node -> node.is("enum_item"))
        .filter(node -> colons < 0 || Named.name(node).equals(type))
        .flatMap(SyntaxNode::descendants)
        .filter(node -> node.is("enum_variant") && Named.name(node).equals(name))
        .findFirst();
  }

  /// Each missing field from a variable of its name, or empty where its type has such a value.
  private static List<Proposal> values(
      Site site, SyntaxNode body, List<SyntaxNode> missing, Map<String, String> empties) {
    Set<String> visible = Bindings.visible(site.node()).keySet();
    var parts = new ArrayList<String>();
    int penalty = 0;
    for (SyntaxNode field : missing) {
      String name = Named.name(field);
      String type = field.child("type").map(CrateFiles::baseName).orElse("");
      if (visible.contains(name)) {
        parts.add(name);
      } else if (empties.containsKey(type)) {
        parts.add(name + ": " + empties.get(type));
        penalty = EMPTY;
      } else {
        return List.of();
      }
    }
    int cost = penalty;
    return added(site, body, parts, site.edits()).patch().stream()
        .map(patch -> Proposal.of("Give %s".formatted(quoted(parts)), patch).penalized(cost))
        .map(made -> cost == 0 ? made : made.inventing())
        .toList();
  }

  private static String quoted(List<String> parts) {
    return parts.stream().map(part -> "`" + part + "`").collect(Collectors.joining(" and "));
  }

  /// The rest from the value of this type that the literal already uses, or from `self`.
  private static List<Proposal> other(
      Site site, SyntaxNode literal, CrateFiles.Item struct, SyntaxNode body) {
    String type = Named.name(struct.node());
    var proposals = new ArrayList<Proposal>();
    for (Map.Entry<String, SyntaxNode> local : Bindings.visible(literal).entrySet()) {
      String name = local.getKey();
      boolean used =
          Pattern.compile("\\b" + name + "\\.").matcher(body.text()).find() || name.equals("self");
      Optional<String> form = used ? base(local.getValue(), name, type) : Optional.empty();
      form.flatMap(base ->
              added(site, body, List.of(".." + base), site.edits())
                  .patch()
                  .map(patch ->
                      Proposal.of("Take the other fields from `%s`".formatted(name), patch)
                          .penalized(OTHER_VALUE)))
          .ifPresent(proposals::add);
    }
    return proposals;
  }

  /// How the variable gives its fields away, when it is of the type: `*from` through a reference.
  private static Optional<String> base(SyntaxNode binding, String name, String type) {
    Optional<SyntaxNode> parameter = Nodes.above(binding, "parameter", "self_parameter", "block");
    String written =
        parameter
            .map(node ->
                node.is("self_parameter") || binding.text().equals("self")
                    ? selfText(binding)
                    : node.child("type").map(SyntaxNode::text).orElse(""))
            .orElse("");
    if (name.equals("self")) {
      boolean same = Named.impl(binding).map(Named::selfType).filter(type::equals).isPresent();
      return same ? Optional.of(written.startsWith("&") ? "*self" : "self") : Optional.empty();
    }
    String base = written.replaceAll("^&\\s*('\\w+\\s+)?(mut\\s+)?", "").replaceAll("<.*", "");
    if (base.equals(type)) {
      return Optional.of(written.startsWith("&") ? "*" + name : name);
    }
    boolean built =
        Nodes.above(binding, "let_declaration")
            .flatMap(let -> let.child("value"))
            .filter(value -> value.text().matches("(?s)" + type + "(\\s*\\{|::).*"))
            .isPresent();
    return built ? Optional.of(name) : Optional.empty();
  }

  private static String selfText(SyntaxNode binding) {
    return binding
        .parent()
        .filter(parent -> parent.is("self_parameter"))
        .map(SyntaxNode::text)
        .orElse("");
  }

  private static List<Proposal> defaults(
      Site site, CrateFiles.Item struct, SyntaxNode body, int missing) {
    Edits edits = added(site, body, List.of("..Default::default()"), site.edits());
    String name = Named.name(struct.node());
    Optional<SyntaxNode> impl = defaultImpl(site, name);
    if (impl.filter(own -> own.range().encloses(body.range())).isPresent()) {
      return List.of();
    }
    if (DerivedTraits.has(site, struct, "Default")) {
      boolean chosen = impl.isPresent() && missing > 1;
      return edits.patch().stream()
          .map(patch ->
              Proposal.of("Take the other fields from the default", patch).penalized(DEFAULT))
          .map(made -> chosen ? made : made.inventing())
          .toList();
    }
    DerivedTraits.add(edits, struct, "Default");
    return edits.patch().stream()
        .map(patch ->
            Proposal.of(
                    "Derive `Default` for `%s` and take the other fields from it".formatted(name),
                    patch)
                .penalized(DERIVED)
                .inventing())
        .toList();
  }

  /// The impl in which the author has chosen the type's default values.
  private static Optional<SyntaxNode> defaultImpl(Site site, String type) {
    return site.crate().impls(type).stream()
        .map(CrateFiles.Item::node)
        .filter(impl ->
            impl.child("trait")
                .filter(trait -> CrateFiles.baseName(trait).equals("Default"))
                .isPresent())
        .findFirst();
  }

  /// Adds parts behind the last field of a literal.
  static Edits added(Site site, SyntaxNode body, List<String> parts, Edits edits) {
    List<SyntaxNode> fields = body.namedChildren();
    boolean lines = body.text().contains("\n");
    if (fields.isEmpty()) {
      return edits.replace(
          new TextRange(body.range().start() + 1, body.range().end() - 1),
          " " + String.join(", ", parts) + " ");
    }
    SyntaxNode last = fields.getLast();
    Optional<SyntaxNode> comma =
        body.children().stream()
            .filter(child -> child.is(",") && child.range().start() >= last.range().end())
            .findFirst();
    int at = comma.map(node -> node.range().end()).orElse(last.range().end());
    String indent = Site.indent(site.text(), last.range().start());
    String separator = lines ? "\n" + indent : " ";
    boolean base = parts.getLast().startsWith("..");
    String text =
        parts.stream().map(part -> separator + part).collect(Collectors.joining(","))
            + (lines && !base ? "," : "");
    return edits.insert(at, (comma.isEmpty() ? "," : "") + text);
  }
}
