package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the new name of a function or method whose old name is still called.
///
/// The one that nobody calls, of the same type or module, that takes as many arguments, is the one
/// that was renamed; where there are two such, or the name has a word of its own elsewhere in the
/// crate, nothing is proposed. rustc judges whether the types fit. All calls of the old name go
/// along: on the same variable for a method, in the file for a function.
final class FollowRenamedFunction implements Operation {
  private static final Pattern METHOD =
      Pattern.compile(
          "no (?:method|function or associated item|associated function or constant) named `\\w+`"
              + " found for (?:[a-z ]+ )?`(.+?)` in the current scope");
  private static final int PENALTY = 12;

  @Override
  public String name() {
    return "follow-renamed-function";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode named = site.node();
    Optional<SyntaxNode> call =
        Nodes.above(named, "call_expression").filter(it -> calls(it, named));
    if (call.isEmpty() || !site.crate().definitions(named.text()).isEmpty()) {
      return List.of();
    }
    Matcher method = METHOD.matcher(site.diagnostic().message());
    List<SyntaxNode> known =
        method.find() ? ofType(site, RustType.of(method.group(1)).bare().name()) : free(site);
    boolean dotted = named.is("field_identifier");
    int arguments = Nodes.arguments(call.get()).size();
    List<SyntaxNode> fitting =
        known.stream()
            .filter(function -> takes(function, dotted, arguments))
            .filter(function -> isUncalled(site, function))
            .filter(function -> arguments > 0 || sharesAWord(named.text(), function))
            .toList();
    return fitting.size() == 1
        ? renamed(site, named, call.get(), Named.name(fitting.getFirst()))
        : List.of();
  }

  private static boolean calls(SyntaxNode call, SyntaxNode named) {
    return call.child("function")
        .filter(function -> function.range().end() == named.range().end())
        .isPresent();
  }

  private static List<SyntaxNode> ofType(Site site, String type) {
    return site.crate().impls(type).stream()
        .map(CrateFiles.Item::node)
        .filter(impl -> Declarations.traitName(impl).isEmpty())
        .flatMap(impl -> Named.functions(impl).stream())
        .toList();
  }

  private static List<SyntaxNode> free(Site site) {
    return site.crate().free().stream()
        .filter(item -> item.item().kind() == ItemKind.FUNCTION)
        .map(CrateFiles.Item::node)
        .filter(node -> !Named.name(node).equals("main"))
        .filter(node -> Declarations.attributes(node).isEmpty())
        .toList();
  }

  private static boolean takes(SyntaxNode function, boolean dotted, int arguments) {
    return Named.isMethod(function) == dotted && Named.parameters(function).size() == arguments;
  }

  /// Whether its name stands nowhere in the crate but where it is defined.
  private static boolean isUncalled(Site site, SyntaxNode function) {
    return site.crate().mentions(Named.name(function)) == 1;
  }

  private static boolean sharesAWord(String old, SyntaxNode function) {
    Set<String> words = new HashSet<>(NearNames.words(old));
    words.retainAll(NearNames.words(Named.name(function)));
    return !words.isEmpty();
  }

  private static List<Proposal> renamed(Site site, SyntaxNode named, SyntaxNode call, String name) {
    String before = receiver(call, named);
    Edits edits = site.edits();
    site.tree()
        .root()
        .descendants()
        .filter(node -> node.is("call_expression"))
        .filter(other -> Nodes.arguments(other).size() == Nodes.arguments(call).size())
        .forEach(other ->
            called(other, named.text())
                .filter(node -> receiver(other, node).equals(before))
                .ifPresent(node -> edits.replace(node, name)));
    edits.replace(named, name);
    return Declarations.one(
        "Call `%s` instead of `%s`, which is called nowhere".formatted(name, named.text()),
        edits,
        PENALTY);
  }

  /// The name that `call` ends with, where it is `name`.
  private static Optional<SyntaxNode> called(SyntaxNode call, String name) {
    Optional<SyntaxNode> function = call.child("function");
    return function
        .flatMap(path -> path.child("field").or(() -> path.child("name")))
        .or(() -> function)
        .filter(node -> node.text().equals(name));
  }

  /// What stands before the name: a receiver, a path, or nothing.
  private static String receiver(SyntaxNode call, SyntaxNode name) {
    String text = call.child("function").map(SyntaxNode::text).orElse("");
    return text.endsWith(name.text())
        ? text.substring(0, text.length() - name.text().length())
        : text;
  }
}
