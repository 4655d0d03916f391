package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Corrects the name of a field that its type does not have, or has given twice, to one that the
/// type has: one that is spelled nearly so, or the only one that is left.
final class CorrectField implements Operation {
  private static final Pattern OWNER =
      Pattern.compile("(?:struct|variant|union|type) `([^`]+)`|`([\\w:]+)` does not have");
  private static final int ONLY_ONE = 12;
  private static final int PER_STEP = 3;

  @Override
  public String name() {
    return "correct-field";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String wrong = site.primary().text().replaceFirst(":.*", "").strip();
    Optional<SyntaxNode> owner = owner(site);
    if (owner.isEmpty() || !wrong.matches("\\w+")) {
      return List.of();
    }
    Set<String> given = given(site);
    List<String> left =
        Named.fields(owner.get()).stream()
            .map(Named::name)
            .filter(name -> !given.contains(name))
            .toList();
    List<String> near = new ArrayList<>(NearNames.near(wrong, left));
    if (near.isEmpty()) {
      List<String> fitting = fitting(site, owner.get(), left);
      near.addAll(fitting.size() == 1 ? fitting : List.of());
    }
    return near.stream().flatMap(name -> proposal(site, wrong, name).stream()).toList();
  }

  /// Those whose type a literal as this one's value can have.
  private static List<String> fitting(Site site, SyntaxNode owner, List<String> names) {
    String value =
        site.enclosing("field_initializer")
            .flatMap(field -> field.child("value"))
            .map(SyntaxNode::kind)
            .orElse("");
    return Named.fields(owner).stream()
        .filter(field -> names.contains(Named.name(field)))
        .filter(field -> {
          String type = field.child("type").map(SyntaxNode::text).orElse("");
          return switch (value) {
            case "integer_literal" -> type.matches("[iu](\\d+|size)");
            case "float_literal" -> type.matches("f\\d+");
            case "string_literal" -> type.endsWith("str");
            case "boolean_literal" -> type.equals("bool");
            case "char_literal" -> type.equals("char");
            default -> true;
          };
        })
        .map(Named::name)
        .toList();
  }

  private static Optional<Proposal> proposal(Site site, String wrong, String name) {
    SyntaxNode node = site.tree().nodeAt(site.primary().range().start());
    Optional<SyntaxNode> parent = node.parent();
    boolean inPattern =
        node.is("shorthand_field_identifier")
            || parent.filter(p -> p.is("shorthand_field_initializer")).isPresent();
    OptionalInt distance = NearNames.distance(wrong, name);
    int penalty = distance.isPresent() ? PER_STEP * distance.getAsInt() : ONLY_ONE;
    Edits edits =
        inPattern
            ? site.edits().insert(node.range().start(), name + ": ")
            : site.edits().replace(node, name);
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Write the field `%s` instead of `%s`".formatted(name, wrong), patch)
                .penalized(penalty));
  }

  /// The struct or variant that rustc names, or that the literal or pattern around is of.
  private static Optional<SyntaxNode> owner(Site site) {
    Matcher matcher = OWNER.matcher(site.diagnostic().message());
    String path;
    if (matcher.find()) {
      path = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    } else {
      path =
          site.enclosing("struct_expression", "struct_pattern")
              .map(node -> node.children().getFirst().text())
              .orElse("");
    }
    String clean = path.replaceAll("^&+\\s*(mut )?", "").replaceAll("<.*", "");
    if (clean.equals("Self")) {
      clean = Named.impl(site.node()).map(Named::selfType).orElse("");
    }
    String last = clean.replaceAll(".*::", "");
    Optional<SyntaxNode> struct =
        site.crate().types(last).stream()
            .map(CrateFiles.Item::node)
            .filter(item -> !Named.fields(item).isEmpty())
            .findFirst();
    String before = clean.replaceAll("::\\w+$", "").replaceAll(".*::", "");
    return struct.or(() ->
        site.crate().types(before).stream()
            .flatMap(item -> Named.variants(item.node()).stream())
            .filter(variant -> Named.name(variant).equals(last))
            .findFirst());
  }

  /// The fields that the literal or pattern around names; none for `value.field`.
  private static Set<String> given(Site site) {
    Optional<SyntaxNode> around =
        site.enclosing("struct_expression", "struct_pattern", "field_expression")
            .filter(node -> !node.is("field_expression"));
    return around.stream()
        .flatMap(node ->
            node.is("struct_pattern")
                ? node.namedChildren().stream()
                : node.child("body").stream().flatMap(body -> body.namedChildren().stream()))
        .flatMap(field ->
            field.is("shorthand_field_initializer")
                ? List.of(field.text()).stream()
                : field.child("field").or(() -> field.child("name")).map(SyntaxNode::text).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
