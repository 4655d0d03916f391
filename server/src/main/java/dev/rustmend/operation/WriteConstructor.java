package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the function `new` of a struct, where it is called and not there: with a parameter for
/// each field when just as many values are passed, without any when every field can begin empty.
///
/// rustc says that there is "no function or associated item named `new`" (E0599). A number or a
/// flag has no empty value, so a call without arguments is not enough for those.
final class WriteConstructor implements Operation {
  private static final Set<String> EMPTY =
      Set.of(
          "Vec", "VecDeque", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "BinaryHeap", "String");
  private static final int FUNCTION = 20;

  @Override
  public String name() {
    return "write-constructor";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Map<String, String>> said =
        site.message("no function or associated item named `new` found for struct `$type` in …");
    Optional<SyntaxNode> call = Declarations.at(site.node(), "call_expression");
    Optional<CrateFiles.Item> struct =
        said.flatMap(held -> Declarations.type(site, held.getOrDefault("type", "")))
            .filter(item -> Declarations.generics(item.node()).isEmpty());
    List<SyntaxNode> fields = struct.map(item -> Named.fields(item.node())).orElse(List.of());
    if (call.isEmpty() || fields.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> arguments = Nodes.arguments(call.get());
    Optional<String> parameters = parameters(site, fields, arguments);
    Optional<String> values = values(fields, arguments);
    if (parameters.isEmpty() || values.isEmpty()) {
      return List.of();
    }
    String function =
        "%sfn new(%s) -> Self {\n    Self { %s }\n}"
            .formatted(visibility(struct.get().node()), parameters.get(), values.get());
    Edits edits = site.edits();
    insert(site, edits, struct.get(), function);
    return Declarations.one(
        "Write `%s::new(%s)`".formatted(Named.name(struct.get().node()), parameters.get()),
        edits,
        FUNCTION);
  }

  /// The parameters, `x: i32, y: i32`; empty where the values do not fit the fields.
  private static Optional<String> parameters(
      Site site, List<SyntaxNode> fields, List<SyntaxNode> arguments) {
    if (arguments.isEmpty()) {
      return Optional.of("");
    }
    var types = new LocalTypes(site.crate());
    var written = new ArrayList<String>();
    for (int i = 0; i < fields.size() && arguments.size() == fields.size(); i++) {
      String type = fields.get(i).child("type").map(SyntaxNode::text).orElse("_");
      Optional<RustType> passed = types.of(arguments.get(i)).filter(RustType::isWritable);
      if (passed.isPresent() && !RustType.of(type).fits(passed.get())) {
        return Optional.empty();
      }
      written.add(Named.name(fields.get(i)) + ": " + type);
    }
    return written.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", written));
  }

  private static Optional<String> values(List<SyntaxNode> fields, List<SyntaxNode> arguments) {
    List<Optional<String>> values =
        fields.stream()
            .map(field -> arguments.isEmpty() ? empty(field) : Optional.of(Named.name(field)))
            .toList();
    return values.stream().allMatch(Optional::isPresent)
        ? Optional.of(values.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  /// A field with the value that holds nothing.
  private static Optional<String> empty(SyntaxNode field) {
    RustType type = RustType.of(field.child("type").map(SyntaxNode::text).orElse("_"));
    String name = Named.name(field);
    if (EMPTY.contains(type.name()) && !type.isReference()) {
      return Optional.of("%s: %s::new()".formatted(name, type.name()));
    }
    return Optional.of(name + ": None").filter(_ -> type.isNamed("Option"));
  }

  private static String visibility(SyntaxNode struct) {
    return struct.children().stream()
        .filter(child -> child.is("visibility_modifier"))
        .map(child -> child.text() + " ")
        .findFirst()
        .orElse("");
  }

  /// Into the impl of the struct, as its first member, or into a new one behind the struct.
  private static void insert(Site site, Edits edits, CrateFiles.Item struct, String function) {
    String name = Named.name(struct.node());
    Optional<CrateFiles.Item> impl =
        site.crate().impls(name).stream()
            .filter(each -> Declarations.traitName(each.node()).isEmpty())
            .filter(each -> each.node().child("body").isPresent())
            .findFirst();
    if (impl.isPresent()) {
      SyntaxNode body = impl.get().node().child("body").orElseThrow();
      String inner = Declarations.indent(impl.get().node()) + "    ";
      String text = "\n" + inner + function.replace("\n", "\n" + inner);
      boolean more = !Named.functions(impl.get().node()).isEmpty();
      edits.insert(impl.get().file(), body.range().start() + 1, text + (more ? "\n" : ""));
      return;
    }
    String indent = Declarations.indent(struct.node());
    String text = "\n\nimpl %s {\n    %s\n}".formatted(name, function.replace("\n", "\n    "));
    edits.insert(
        struct.file(),
        struct.node().range().end(),
        text.replace("\n", "\n" + indent).replace("\n" + indent + "\n", "\n\n"));
  }
}
