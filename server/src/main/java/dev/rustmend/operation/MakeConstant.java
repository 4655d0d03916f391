package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the value of a constant or static computable (E0015, E0010): the called function of this
/// crate becomes `const`, or the item a static that is computed when it is first used.
///
/// In constants only `const fn` can be called; `LazyLock` puts the call off until the program runs.
final class MakeConstant implements Operation {
  private static final int LAZY = 30;
  private static final Pattern PRINTED = Pattern.compile("[,(] ?\\w+[,)]$");
  private static final Pattern OWNED_TEXT =
      Pattern.compile(
          "(\"[^\"]*\")\\s*\\.(?:to_string|to_owned|into)\\(\\)|String::from\\((\"[^\"]*\")\\)");
  private static final Pattern LIST = Pattern.compile("(?s)vec!\\s*\\[(.*)\\]");
  private static final Pattern VECTOR = Pattern.compile("(?:std::vec::)?Vec<(.+)>");

  /// Elements that have to be allocated.
  private static final Pattern OWNED = Pattern.compile("String::|\\bvec!|\\.to_|Box::|\\w\\(");

  @Override
  public String name() {
    return "make-constant";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    call.flatMap(node -> Callee.of(site, node))
        .flatMap(callee -> constant(callee))
        .filter(_ -> Only.asks(site, "const"))
        .ifPresent(found::add);
    Optional<SyntaxNode> item =
        site.enclosing("static_item", "const_item")
            .filter(around ->
                Nodes.above(site.node(), "function_item")
                    .filter(function -> around.range().encloses(function.range()))
                    .isEmpty());
    item.flatMap(around -> borrowed(site, around))
        .filter(_ -> Only.asks(site, "borrowed"))
        .ifPresent(found::add);
    item.flatMap(around -> lazy(site, around))
        .filter(_ -> Only.asks(site, "lazy"))
        .ifPresent(found::add);
    return found;
  }

  private static Optional<Proposal> constant(Callee callee) {
    SyntaxNode function = callee.function();
    boolean already =
        function.children().stream()
            .takeWhile(child -> !child.is("parameters"))
            .anyMatch(child -> child.text().matches("(?s).*\\b(const|async)\\b.*"));
    Optional<SyntaxNode> word =
        function.children().stream().filter(child -> child.text().equals("fn")).findFirst();
    if (already || word.isEmpty() || BorrowShared.inTraitImpl(function)) {
      return Optional.empty();
    }
    Optional<SyntaxNode> modifiers =
        function.children().stream().filter(child -> child.is("function_modifiers")).findFirst();
    int at = modifiers.orElse(word.get()).range().start();
    String name = function.child("name").map(SyntaxNode::text).orElse("");
    return new Edits(callee.file())
        .insert(at, "const ")
        .patch()
        .map(patch -> Proposal.of("Make `%s` a `const fn`".formatted(name), patch));
  }

  private static Optional<Proposal> lazy(Site site, SyntaxNode item) {
    Optional<SyntaxNode> type = item.child("type");
    Optional<SyntaxNode> value = item.child("value");
    boolean associated =
        Nodes.above(item, "impl_item", "trait_item", "function_item")
            .filter(up -> !up.is("function_item"))
            .isPresent();
    boolean mutable = item.children().stream().anyMatch(child -> child.is("mutable_specifier"));
    if (type.isEmpty() || value.isEmpty() || associated || mutable) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    edits.wrap(type.get().range(), "std::sync::LazyLock<", ">");
    edits.wrap(value.get().range(), "std::sync::LazyLock::new(|| ", ")");
    int penalty = LAZY;
    if (item.is("const_item")) {
      SyntaxNode word =
          item.children().stream().filter(c -> c.is("const")).findFirst().orElse(item);
      edits.replace(new TextRange(word.range().start(), word.range().start() + 5), "static");
      penalty += 10;
    }
    String name = item.child("name").map(SyntaxNode::text).orElse("");
    int cost = penalty;
    readThrough(site, item, edits);
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Compute `%s` when it is first used".formatted(name), patch)
                .penalized(cost));
  }

  /// What is printed, or is no more than a number, is read through the `LazyLock` with `*`.
  private static void readThrough(Site site, SyntaxNode item, Edits edits) {
    String name = Declarations.name(item);
    boolean copied =
        item.child("type").filter(type -> RustType.of(type.text()).isCopied()).isPresent();
    for (Place use :
        site.crate().nodes(node -> node.is("identifier") && node.text().equals(name))) {
      SyntaxNode node = use.node();
      boolean own = node.parent().filter(up -> up.range().equals(item.range())).isPresent();
      boolean printed =
          node.parent().filter(up -> up.is("token_tree")).isPresent()
              && PRINTED.matcher(around(node)).find();
      boolean value =
          copied
              && node.parent()
                  .filter(up -> up.is("binary_expression") || up.is("arguments"))
                  .isPresent();
      if (!own && (printed || value)) {
        edits.insert(use.file(), node.range().start(), "*");
      }
    }
  }

  /// The name with the tokens beside it.
  private static String around(SyntaxNode node) {
    byte[] bytes = node.tree().source().bytes();
    int start = Math.max(0, node.range().start() - 2);
    int end = Math.min(bytes.length, node.range().end() + 1);
    return node.tree().source().slice(new TextRange(start, end));
  }

  /// A literal without the allocation: `&str` for `String`, `&[T]` for `Vec<T>`.
  private static Optional<Proposal> borrowed(Site site, SyntaxNode item) {
    Optional<SyntaxNode> type = item.child("type");
    Optional<SyntaxNode> value = item.child("value");
    boolean mutable = item.children().stream().anyMatch(child -> child.is("mutable_specifier"));
    if (type.isEmpty() || value.isEmpty() || mutable) {
      return Optional.empty();
    }
    RustType declared = RustType.of(type.get().text());
    Matcher text = OWNED_TEXT.matcher(value.get().text());
    Matcher list = LIST.matcher(value.get().text());
    String title = "Declare `%s` as `%s`";
    String name = Declarations.name(item);
    if (declared.text().equals("String") && text.matches()) {
      String literal = text.group(1) == null ? text.group(2) : text.group(1);
      return site.edits()
          .replace(type.get(), "&str")
          .replace(value.get(), literal)
          .patch()
          .map(patch -> Proposal.of(title.formatted(name, "&str"), patch));
    }
    Matcher vector = VECTOR.matcher(type.get().text());
    if (!vector.matches() || !list.matches() || OWNED.matcher(list.group(1)).find()) {
      return Optional.empty();
    }
    String slice = "&[" + vector.group(1) + "]";
    TextRange macro =
        new TextRange(value.get().range().start(), value.get().range().start() + "vec!".length());
    return site.edits()
        .replace(type.get(), slice)
        .replace(macro, "&")
        .patch()
        .map(patch -> Proposal.of(title.formatted(name, slice), patch));
  }
}
