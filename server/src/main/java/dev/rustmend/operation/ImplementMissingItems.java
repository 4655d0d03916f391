package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Implements what a trait asks for and an impl lacks, where there is one meaning.
///
/// rustc lists the missing items in the message of E0046. An associated type is read off the
/// signatures that the impl has; `Default`, `Clone`, `PartialEq` and their like go through the
/// fields; a function of the crate's own trait that returns nothing gets an empty body, which the
/// title says.
final class ImplementMissingItems implements Operation {
  private static final int EMPTY_BODY = 60;

  @Override
  public String name() {
    return "implement-missing-items";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl =
        site.enclosing("impl_item").filter(i -> i.child("body").isPresent());
    Optional<String> trait = impl.flatMap(Declarations::traitName);
    if (trait.isEmpty()) {
      return List.of();
    }
    List<String> missing = site.quoted().stream().toList();
    SyntaxNode node = impl.orElseThrow();
    var texts = new ArrayList<String>();
    var names = new ArrayList<String>();
    int penalty = 0;
    boolean delegates = false;
    for (String name : missing) {
      Optional<String> text =
          associatedType(site, node, name)
              .or(() -> new StandardBodies(site, node).body(trait.get(), name));
      if (text.isEmpty()) {
        text = emptyBody(site, trait.get(), name);
        penalty += text.isPresent() ? EMPTY_BODY : 0;
      }
      delegates |= trait.get().equals("Display") && text.isPresent();
      if (text.isPresent()) {
        texts.add(text.get());
        names.add("`" + name + "`" + (text.get().endsWith("{}") ? " with an empty body" : ""));
      }
    }
    if (texts.isEmpty()) {
      return List.of();
    }
    texts.sort(java.util.Comparator.comparing(text -> !text.startsWith("type ")));
    Edits edits = site.edits();
    insert(edits, node, texts);
    // how a value is shown, its author decides: its only field as it is is one way of many
    boolean invents = penalty > 0 || delegates;
    if (!site.parameter("of", kind(texts)).equals(kind(texts))) {
      return List.of();
    }
    return Declarations.one("Implement " + String.join(", ", names), edits, penalty).stream()
        .map(proposal -> invents ? proposal.inventing() : proposal)
        .toList();
  }

  static void insert(Edits edits, SyntaxNode impl, List<String> texts) {
    String indent = Declarations.indent(impl);
    SyntaxNode body = impl.child("body").orElseThrow();
    List<SyntaxNode> members = Declarations.members(impl);
    String inner = indent + "    ";
    List<String> lines = texts.stream().map(text -> text.replace("\n", "\n" + inner)).toList();
    if (members.isEmpty()) {
      edits.replace(
          body.range(), "{\n" + inner + String.join("\n" + inner, lines) + "\n" + indent + "}");
      return;
    }
    List<String> types = lines.stream().filter(text -> text.startsWith("type ")).toList();
    List<String> others = lines.stream().filter(text -> !text.startsWith("type ")).toList();
    String own = Declarations.indent(members.getFirst());
    if (!types.isEmpty()) {
      String gap = members.getFirst().is("type_item") ? "\n" : "\n\n";
      edits.insert(
          Declarations.start(members.getFirst()), String.join("\n" + own, types) + gap + own);
    }
    if (!others.isEmpty()) {
      edits.insert(members.getLast().range().end(), "\n" + own + String.join("\n" + own, others));
    }
  }

  /// What is put in: `type`, `empty` where a body does nothing, else `body`.
  private static String kind(List<String> texts) {
    return texts.stream().allMatch(text -> text.startsWith("type "))
        ? "type"
        : texts.stream().anyMatch(text -> text.endsWith("{}")) ? "empty" : "body";
  }

  private static Optional<String> emptyBody(Site site, String trait, String name) {
    return Declarations.trait(site, trait)
        .flatMap(item -> Declarations.member(item.node(), name))
        .filter(member -> member.is("function_signature_item"))
        .filter(member ->
            member.child("return_type").filter(type -> !type.text().equals("()")).isEmpty())
        .map(member -> quiet(member) + " {}");
  }

  /// The signature, its parameters marked as unused.
  private static String quiet(SyntaxNode member) {
    String text = member.text().replaceFirst("\\s*;\\s*$", "");
    for (SyntaxNode parameter :
        member.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of())) {
      Optional<SyntaxNode> pattern = parameter.child("pattern").filter(p -> p.is("identifier"));
      if (parameter.is("parameter")
          && pattern.isPresent()
          && !pattern.get().text().startsWith("_")) {
        text = text.replace(parameter.text(), "_" + parameter.text());
      }
    }
    return text;
  }

  /// For the standard library's traits, the function and the part of its return type that is the
  /// associated type.
  private static final Map<String, Map<String, String>> STANDARD =
      Map.ofEntries(
          Map.entry("Iterator", Map.of("Item", "next -> Option<(.+)>")),
          Map.entry("IntoIterator", Map.of("IntoIter", "into_iter -> (.+)")),
          Map.entry("Deref", Map.of("Target", "deref -> &(?:'\\w+ )?(.+)")),
          Map.entry("Index", Map.of("Output", "index -> &(?:'\\w+ )?(.+)")),
          Map.entry("FromStr", Map.of("Err", "from_str -> (?:\\w+::)*Result<.+,\\s*(.+)>")),
          Map.entry("TryFrom", Map.of("Error", "try_from -> (?:\\w+::)*Result<.+,\\s*(.+)>")),
          Map.entry("Future", Map.of("Output", "poll -> (?:\\w+::)*Poll<(.+)>")),
          Map.entry("Not", Map.of("Output", "not -> (.+)")),
          Map.entry("Neg", Map.of("Output", "neg -> (.+)")),
          Map.entry("Add", Map.of("Output", "add -> (.+)")),
          Map.entry("Sub", Map.of("Output", "sub -> (.+)")),
          Map.entry("Mul", Map.of("Output", "mul -> (.+)")),
          Map.entry("Div", Map.of("Output", "div -> (.+)")),
          Map.entry("Rem", Map.of("Output", "rem -> (.+)")),
          Map.entry("BitAnd", Map.of("Output", "bitand -> (.+)")),
          Map.entry("BitOr", Map.of("Output", "bitor -> (.+)")),
          Map.entry("BitXor", Map.of("Output", "bitxor -> (.+)")),
          Map.entry("Shl", Map.of("Output", "shl -> (.+)")),
          Map.entry("Shr", Map.of("Output", "shr -> (.+)")));

  private static Optional<String> associatedType(Site site, SyntaxNode impl, String name) {
    String trait = Declarations.traitName(impl).orElse("");
    String rule = STANDARD.getOrDefault(trait, Map.of()).getOrDefault(name, "");
    if (!rule.isEmpty()) {
      String function = rule.substring(0, rule.indexOf(" -> "));
      var pattern = Pattern.compile(rule.substring(rule.indexOf(" -> ") + 4));
      return Declarations.member(impl, function)
          .flatMap(member -> member.child("return_type"))
          .map(type -> pattern.matcher(type.text()))
          .filter(Matcher::matches)
          .map(matched -> "type " + name + " = " + selfless(matched.group(1), impl) + ";")
          .filter(text -> !text.contains("Self::" + name));
    }
    return Declarations.trait(site, trait)
        .flatMap(item -> fromOwnTrait(item.node(), impl, name))
        .map(type -> "type " + name + " = " + type + ";");
  }

  private static String selfless(String type, SyntaxNode impl) {
    return type.equals("Self") ? impl.child("type").map(SyntaxNode::text).orElse(type) : type;
  }

  /// Reads the type off a signature: where the trait says `Self::Name`, the impl says what it is.
  private static Optional<String> fromOwnTrait(SyntaxNode trait, SyntaxNode impl, String name) {
    if (Declarations.member(trait, name).filter(m -> m.is("associated_type")).isEmpty()) {
      return Optional.empty();
    }
    var answers = new HashMap<String, String>();
    for (SyntaxNode declared : Declarations.members(trait)) {
      Optional<SyntaxNode> own = Declarations.member(impl, Declarations.name(declared));
      if (!declared.kind().startsWith("function") || own.isEmpty()) {
        continue;
      }
      var pattern =
          Pattern.compile(
              Pattern.quote(head(declared))
                  .replaceAll("\\bSelf::" + name + "\\b", "\\\\E(.+?)\\\\Q"));
      Matcher matcher = pattern.matcher(head(own.get()));
      if (matcher.matches() && matcher.groupCount() > 0) {
        answers.put("", matcher.group(1));
      }
    }
    return Optional.ofNullable(answers.get("")).filter(type -> !type.contains("Self::" + name));
  }

  /// Parameter types and return type, on one line.
  private static String head(SyntaxNode function) {
    var parts = new ArrayList<String>();
    for (SyntaxNode parameter :
        function.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of())) {
      parts.add(parameter.child("type").map(SyntaxNode::text).orElse("self"));
    }
    parts.add("-> " + function.child("return_type").map(SyntaxNode::text).orElse("()"));
    return String.join(", ", parts).replaceAll("\\s+", " ");
  }
}
