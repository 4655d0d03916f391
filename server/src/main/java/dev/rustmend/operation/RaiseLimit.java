package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Raises what the program needs more of: the recursion limit of the crate, the width of a
/// variable's type for its literal.
///
/// rustc names the value in a help: ``consider increasing the recursion limit by adding a
/// `#![recursion_limit = "8"]` attribute`` and ``consider using the type `u16` instead``.
final class RaiseLimit implements Operation {
  private static final Pattern LIMIT = Pattern.compile("recursion_limit = \"(\\d+)\"");
  private static final Pattern TYPE =
      Pattern.compile("consider using the type `([iu]\\d+)` instead");

  @Override
  public String name() {
    return "raise-limit";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    site.find(LIMIT).ifPresent(limit -> attribute(site, limit).ifPresent(found::add));
    site.find(TYPE)
        .or(() -> fitting(site))
        .ifPresent(type -> declared(site, type).ifPresent(found::add));
    return found;
  }

  private static Optional<Proposal> attribute(Site site, String limit) {
    Optional<SyntaxNode> number =
        site.tree().root().children().stream()
            .filter(
                node -> node.is("inner_attribute_item") && node.text().contains("recursion_limit"))
            .flatMap(node -> node.descendants().filter(part -> part.is("string_literal")))
            .findFirst();
    Edits edits =
        number.isPresent()
            ? site.edits().replace(number.get(), "\"" + limit + "\"")
            : site.edits().insert(0, "#![recursion_limit = \"" + limit + "\"]\n");
    return edits
        .patch()
        .map(patch -> Proposal.of("Raise the recursion limit to " + limit, patch).penalized(10));
  }

  /// The narrowest type of the same sign that holds the literal.
  private static Optional<String> fitting(Site site) {
    Matcher message =
        Pattern.compile("literal out of range for `([iu])\\d+`")
            .matcher(site.diagnostic().message());
    String text = site.node().text().replaceAll("_|[iu]\\d+$", "");
    if (!message.find() || !text.matches("-?\\d{1,30}")) {
      return Optional.empty();
    }
    int bits = new java.math.BigInteger(text).bitLength() + (message.group(1).equals("i") ? 1 : 0);
    return List.of(8, 16, 32, 64, 128).stream()
        .filter(width -> bits <= width)
        .findFirst()
        .map(width -> message.group(1) + width);
  }

  private static Optional<Proposal> declared(Site site, String type) {
    Optional<SyntaxNode> holder =
        site.enclosing("let_declaration", "const_item", "static_item", "block")
            .filter(node -> !node.is("block"));
    return holder
        .flatMap(node -> node.child("type"))
        .filter(node -> node.is("primitive_type"))
        .flatMap(node -> site.edits().replace(node, type).patch())
        .map(patch ->
            Proposal.of("Declare the type as `" + type + "`, which holds the number", patch)
                .penalized(10));
  }
}
