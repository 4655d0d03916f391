package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a function of an impl the name that the trait asks for (E0407): the one that the impl does
/// not have yet and that takes as many arguments.
///
/// rustc suggests names that are spelled alike; a function that is called otherwise, as `render` for
/// `fmt`, it only rejects. Known are the traits of the crate, and those of the standard library that
/// ask for a single function.
final class RenameToTraitMethod implements Operation {
  /// The function of each trait, and how many arguments it takes beside `self`.
  private static final Map<String, String> STANDARD =
      Map.ofEntries(
          Map.entry("Display", "fmt 1"),
          Map.entry("Debug", "fmt 1"),
          Map.entry("LowerHex", "fmt 1"),
          Map.entry("UpperHex", "fmt 1"),
          Map.entry("Binary", "fmt 1"),
          Map.entry("Default", "default 0"),
          Map.entry("Clone", "clone 0"),
          Map.entry("Drop", "drop 0"),
          Map.entry("Iterator", "next 0"),
          Map.entry("DoubleEndedIterator", "next_back 0"),
          Map.entry("IntoIterator", "into_iter 0"),
          Map.entry("FromIterator", "from_iter 1"),
          Map.entry("Extend", "extend 1"),
          Map.entry("From", "from 1"),
          Map.entry("Into", "into 0"),
          Map.entry("TryFrom", "try_from 1"),
          Map.entry("TryInto", "try_into 0"),
          Map.entry("FromStr", "from_str 1"),
          Map.entry("AsRef", "as_ref 0"),
          Map.entry("AsMut", "as_mut 0"),
          Map.entry("Borrow", "borrow 0"),
          Map.entry("Deref", "deref 0"),
          Map.entry("DerefMut", "deref_mut 0"),
          Map.entry("Index", "index 1"),
          Map.entry("IndexMut", "index_mut 1"),
          Map.entry("PartialEq", "eq 1"),
          Map.entry("PartialOrd", "partial_cmp 1"),
          Map.entry("Ord", "cmp 1"),
          Map.entry("Hash", "hash 1"),
          Map.entry("Add", "add 1"),
          Map.entry("Sub", "sub 1"),
          Map.entry("Mul", "mul 1"),
          Map.entry("Div", "div 1"),
          Map.entry("Rem", "rem 1"),
          Map.entry("Neg", "neg 0"),
          Map.entry("Not", "not 0"),
          Map.entry("AddAssign", "add_assign 1"),
          Map.entry("SubAssign", "sub_assign 1"),
          Map.entry("MulAssign", "mul_assign 1"),
          Map.entry("DivAssign", "div_assign 1"),
          Map.entry("Read", "read 1"),
          Map.entry("Future", "poll 1"));

  @Override
  public String name() {
    return "rename-to-trait-method";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = site.enclosing("function_item");
    Optional<SyntaxNode> impl = function.flatMap(node -> Nodes.above(node, "impl_item"));
    Optional<String> trait = impl.flatMap(Declarations::traitName);
    if (trait.isEmpty()) {
      return List.of();
    }
    List<String> names =
        Declarations.trait(site, trait.get())
            .map(declared -> ofCrate(declared.node(), function.get()))
            .orElseGet(() -> ofStandard(trait.get(), function.get()))
            .stream()
            .filter(name -> Declarations.member(impl.get(), name).isEmpty())
            .toList();
    return names.size() == 1 ? renamed(site, function.get(), names.getFirst()) : List.of();
  }

  /// The functions with as many arguments that the trait has no body for, or that are spelled alike.
  private static List<String> ofCrate(SyntaxNode trait, SyntaxNode function) {
    return Named.functions(trait).stream()
        .filter(declared ->
            declared.is("function_signature_item")
                || NearNames.distance(Named.name(function), Named.name(declared)).isPresent())
        .filter(declared -> Named.isMethod(declared) == Named.isMethod(function))
        .filter(declared ->
            Named.parameters(declared).size() == Named.parameters(function).size())
        .map(Named::name)
        .toList();
  }

  private static List<String> ofStandard(String trait, SyntaxNode function) {
    String known = STANDARD.getOrDefault(trait, "");
    int arguments = Named.parameters(function).size();
    return known.endsWith(" " + arguments)
        ? List.of(known.substring(0, known.indexOf(' ')))
        : List.of();
  }

  private static List<Proposal> renamed(Site site, SyntaxNode function, String name) {
    String old = Named.name(function);
    Edits edits = site.edits();
    function.child("name").ifPresent(node -> edits.replace(node, name));
    return Declarations.one(
        "Rename `%s` to `%s`, as the trait calls it".formatted(old, name), edits);
  }
}
