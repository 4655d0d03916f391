package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in Rust what a method of another language does and no single method of Rust does: a text
/// turned around, a sorted copy, the field behind `get_name()` and `set_name(value)`.
///
/// rustc says ``no method named `sorted` found for struct `Vec<i32>` `` (E0599).
final class PhraseMethod implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "no method named `(\\w+)` found for (?:[a-z ]+ )?`(.+)` in the current scope");

  /// What is done to a copy, by the method that other languages have for it.
  private static final Map<String, String> COPIED =
      Map.of(
          "sorted", "sort", "reversed", "reverse", "to_sorted", "sort", "to_reversed", "reverse");

  @Override
  public String name() {
    return "phrase-method";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    Optional<SyntaxNode> access =
        Optional.of(site.node())
            .filter(node -> node.is("field_identifier"))
            .flatMap(SyntaxNode::parent);
    Optional<SyntaxNode> call =
        access.flatMap(SyntaxNode::parent).filter(up -> up.is("call_expression"));
    if (!message.find() || call.isEmpty()) {
      return List.of();
    }
    String method = message.group(1);
    RustType type = RustType.of(message.group(2)).bare();
    SyntaxNode receiver = access.get().child("value").orElse(access.get());
    var found = new ArrayList<Proposal>();
    if (Nodes.arguments(call.get()).isEmpty()) {
      backwards(site, call.get(), receiver, type, method).ifPresent(found::add);
      copied(site, call.get(), receiver, type, method).ifPresent(found::add);
    }
    field(site, call.get(), receiver, type, method).ifPresent(found::add);
    return found;
  }

  private static Optional<Proposal> backwards(
      Site site, SyntaxNode call, SyntaxNode receiver, RustType type, String method) {
    return method.matches("reverse|reversed|rev") && type.isText()
        ? site.edits()
            .replace(call, receiver.text() + ".chars().rev().collect::<String>()")
            .patch()
            .map(patch ->
                Proposal.of(
                    "Collect the characters of %s backwards".formatted(Value.name(receiver)),
                    patch))
        : Optional.empty();
  }

  /// `let b = a.sorted();` is a copy that is sorted then.
  private static Optional<Proposal> copied(
      Site site, SyntaxNode call, SyntaxNode receiver, RustType type, String method) {
    Optional<SyntaxNode> let =
        call.parent()
            .filter(up -> up.is("let_declaration"))
            .filter(up -> up.child("type").isEmpty());
    Optional<SyntaxNode> name =
        let.flatMap(node -> node.child("pattern")).filter(pattern -> pattern.is("identifier"));
    String inPlace = COPIED.get(method);
    if (inPlace == null || !type.isNamed("Vec") || name.isEmpty()) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    boolean mutable =
        let.get().children().stream().anyMatch(child -> child.is("mutable_specifier"));
    if (!mutable) {
      edits.insert(name.get().range().start(), "mut ");
    }
    edits.replace(call, receiver.text() + ".clone()");
    String indent = Site.indent(site.text(), let.get().range().start());
    edits.insert(
        let.get().range().end(), "\n%s%s.%s();".formatted(indent, name.get().text(), inPlace));
    return edits
        .patch()
        .map(patch ->
            Proposal.of(
                "Copy %s and call `%s` on the copy".formatted(Value.name(receiver), inPlace),
                patch));
  }

  /// `x.get_name()` reads the field, `x.set_name(value)` writes it, where the type has no such
  /// methods.
  private static Optional<Proposal> field(
      Site site, SyntaxNode call, SyntaxNode receiver, RustType type, String method) {
    String field = method.replaceFirst("^(get|set)_", "");
    List<SyntaxNode> arguments = Nodes.arguments(call);
    boolean known = new LocalTypes(site.crate()).fields(type.name()).containsKey(field);
    if (field.equals(method) || !known) {
      return Optional.empty();
    }
    String place = receiver.text() + "." + field;
    boolean statement = call.parent().filter(up -> up.is("expression_statement")).isPresent();
    if (method.startsWith("get_") && arguments.isEmpty()) {
      return site.edits()
          .replace(call, place)
          .patch()
          .map(patch -> Proposal.of("Read the field `" + field + "`", patch));
    }
    return method.startsWith("set_") && arguments.size() == 1 && statement
        ? site.edits()
            .replace(call, place + " = " + arguments.getFirst().text())
            .patch()
            .map(patch -> Proposal.of("Write the field `" + field + "`", patch))
        : Optional.empty();
  }
}
