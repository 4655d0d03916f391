package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces an `as` that does not exist by the conversion that does: through another type, with
/// `From`, `parse` or a comparison, after a dereference.
///
/// The diagnostics are E0054 (`as bool`), E0604 (`as char`), E0605 (`non-primitive cast`), E0606
/// (``casting `A` as `B` is invalid``), E0607 (thin to wide pointer) and E0620 (cast to unsized).
final class CastThrough implements Operation {
  private static final Pattern TYPES =
      Pattern.compile("`([^`]+)` (?:as|to(?: wide pointer)?) `([^`]+)`");

  @Override
  public String name() {
    return "cast-through";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> cast = site.enclosing("type_cast_expression");
    Matcher types = TYPES.matcher(site.diagnostic().message());
    Optional<SyntaxNode> value = cast.flatMap(node -> node.child("value"));
    if (value.isEmpty()) {
      return List.of();
    }
    boolean known = types.find();
    RustType from = RustType.of(known ? types.group(1) : "_");
    RustType target =
        RustType.of(
            known ? types.group(2) : cast.get().child("type").map(SyntaxNode::text).orElse("_"));
    var found = new ArrayList<Proposal>();
    String operand = Nodes.operand(value.get());
    numbers(site, cast.get(), value.get(), from, target, found);
    texts(site, cast.get(), value.get(), from, target, found);
    pointers(site, cast.get(), operand, from, target, found);
    enums(site, value.get(), from, target, found);
    return found;
  }

  private static void replace(
      Site site, SyntaxNode cast, String title, String text, int penalty, List<Proposal> found) {
    site.edits()
        .replace(cast, text)
        .patch()
        .ifPresent(patch -> found.add(Proposal.of(title, patch).penalized(penalty)));
  }

  private static void numbers(
      Site site,
      SyntaxNode cast,
      SyntaxNode value,
      RustType from,
      RustType target,
      List<Proposal> found) {
    String operand = Nodes.operand(value);
    String name = Value.name(value);
    String type = target.text();
    if (value.is("reference_expression")) {
      value
          .child("value")
          .flatMap(inner -> site.edits().replace(value, inner.text()).patch())
          .ifPresent(patch -> found.add(Proposal.of("Cast the value itself, without `&`", patch)));
    } else if (from.isReference()
        && (from.bare().isNumber() || from.bare().text().matches("bool|char"))) {
      String stars = "*".repeat((int) from.text().chars().takeWhile(c -> c == '&').count());
      site.edits()
          .insert(value.range().start(), stars)
          .patch()
          .ifPresent(
              patch -> found.add(Proposal.of("Dereference " + name + " before the cast", patch)));
    }
    if (type.equals("bool")) {
      replace(site, cast, "Compare " + name + " with zero", operand + " != 0", 0, found);
    } else if (type.equals("char")
        && !site.diagnostic().message().matches(".*, not `f(16|32|64|128)`")) {
      boolean small = value.is("integer_literal") || value.is("parenthesized_expression");
      Optional<Proposal> literal = byteLiteral(site, value);
      literal.ifPresent(found::add);
      site.edits()
          .insert(value.range().end(), " as u8")
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of("Cast " + name + " to `u8` first", patch)
                      .penalized(small && literal.isEmpty() ? 5 : 35)));
      replace(
          site,
          cast,
          "Ask for the character with the number " + name,
          "char::from_u32(" + value.text() + ")",
          8,
          found);
    } else if (target.isFloat() && from.text().matches("char|bool")) {
      String middle = from.text().equals("char") ? "u32" : "u8";
      site.edits()
          .insert(value.range().end(), " as " + middle)
          .patch()
          .ifPresent(patch ->
              found.add(Proposal.of("Cast " + name + " to `" + middle + "` first", patch)));
    }
  }

  /// A number with a type behind it that fits in a byte says so itself.
  private static Optional<Proposal> byteLiteral(Site site, SyntaxNode value) {
    Matcher number = Pattern.compile("(\\d{1,3})_?[iu](?:16|32|64|128|size)").matcher(value.text());
    return Optional.of(number)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .filter(digits -> Integer.parseInt(digits) <= 0xff)
        .flatMap(digits -> site.edits().replace(value, digits + "u8").patch())
        .map(patch -> Proposal.of("Write the number as a `u8`", patch));
  }

  private static void texts(
      Site site,
      SyntaxNode cast,
      SyntaxNode value,
      RustType from,
      RustType target,
      List<Proposal> found) {
    String operand = Nodes.operand(value);
    String name = Value.name(value);
    RustType bare = from.bare();
    if (bare.isText() && target.isNumber()) {
      boolean returns = Value.returned(cast).filter(type -> type.isNamed("Result")).isPresent();
      String parsed = operand + ".parse::<" + target + ">()";
      if (returns) {
        replace(site, cast, "Parse " + name + " as `" + target + "`", parsed + "?", 0, found);
      }
      var guessed = new ArrayList<Proposal>();
      replace(
          site,
          cast,
          "Parse " + name + ", zero where it is no number",
          parsed + ".unwrap_or_default()",
          40,
          guessed);
      guessed.stream().map(Proposal::inventing).forEach(found::add);
    } else if (target.isNamed("String")) {
      replace(site, cast, "Make a `String` of " + name, operand + ".to_string()", 0, found);
    } else if (target.text().equals("&str") && bare.isNamed("String")) {
      replace(site, cast, "Lend " + name + " as a `str`", operand + ".as_str()", 0, found);
    } else if (!target.isNumber() && Character.isUpperCase(target.name().charAt(0))) {
      replace(
          site,
          cast,
          "Convert " + name + " with `" + target.name() + "::from`",
          target.name() + "::from(" + value.text() + ")",
          0,
          found);
    } else if (from.isNumber() && target.isReference() && target.referent().text().equals("str")) {
      replace(site, cast, "Lend " + name + " as text", "&" + operand + ".to_string()", 5, found);
    } else if (bare.isNamed("Option", "Result") && target.isNumber()) {
      boolean fits =
          Value.returned(cast).filter(type -> type.name().equals(bare.name())).isPresent();
      if (fits) {
        site.edits()
            .insert(value.range().end(), "?")
            .patch()
            .ifPresent(patch ->
                found.add(Proposal.of("Take the number out of " + name + " with `?`", patch)));
      }
    } else if (target.isNumber() && !bare.isNumber() && !from.isUnknown()) {
      replace(
          site,
          cast,
          "Convert " + name + " with `" + target + "::from`",
          target + "::from(" + value.text() + ")",
          2,
          found);
    }
  }

  private static void pointers(
      Site site,
      SyntaxNode cast,
      String operand,
      RustType from,
      RustType target,
      List<Proposal> found) {
    boolean reference = from.isReference() && target.text().matches("[iu]size");
    if (reference) {
      String pointer = from.isMutableReference() ? "*mut " : "*const ";
      replace(
          site,
          cast,
          "Cast the reference to a pointer first",
          operand + " as " + pointer + from.referent().text() + " as " + target,
          12,
          found);
    }
    Optional<SyntaxNode> type = cast.child("type");
    if (site.diagnostic().codeText().equals("E0607") && type.isPresent()) {
      String thin = type.get().text().replaceAll("\\[\\s*(\\w+)\\s*\\]", "$1").replace("str", "u8");
      Edits edits = site.edits();
      if (!thin.equals(type.get().text())) {
        edits.replace(type.get(), thin);
      }
      edits
          .patch()
          .ifPresent(
              patch -> found.add(Proposal.of("Cast to the thin pointer `" + thin + "`", patch)));
    }
    if (site.diagnostic().codeText().equals("E0620") && type.isPresent()) {
      site.edits()
          .insert(type.get().range().start(), "&")
          .patch()
          .ifPresent(patch ->
              found.add(Proposal.of("Cast to a reference, `&" + type.get().text() + "`", patch)));
    }
  }

  /// An enum without data has numbers; with `Copy` it can be cast from behind a reference.
  private static void enums(
      Site site, SyntaxNode value, RustType from, RustType target, List<Proposal> found) {
    boolean own = from.isReference() && !site.crate().types(from.bare().name()).isEmpty();
    if (own && target.isInteger()) {
      site.edits()
          .insert(value.range().start(), "*")
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of("Dereference " + Value.name(value) + " before the cast", patch)
                      .penalized(2)));
    }
  }
}
