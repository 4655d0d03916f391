package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives a member of a trait's impl the name that the trait has for it, where the impl lacks just
/// that: `format` in an impl of `Display` becomes `fmt`, `type Error` in one of `FromStr` `Err`.
///
/// rustc reports the name that the trait does not have (E0407, E0437, E0438) and the member that is
/// missing (E0046) apart from each other. Whether the signature fits the compiler sees. Uses of an
/// associated type within the impl follow.
final class RenameToMember implements Operation {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final int ANOTHER = 6;
  private static final int MOST = 3;

  /// What impls of the standard traits must have: functions, and types with a capital.
  private static final Map<String, List<String>> REQUIRED =
      Stream.of(
              "Display fmt",
              "Debug fmt",
              "LowerHex fmt",
              "UpperHex fmt",
              "Binary fmt",
              "Add add Output",
              "Sub sub Output",
              "Mul mul Output",
              "Div div Output",
              "Rem rem Output",
              "Neg neg Output",
              "Not not Output",
              "BitAnd bitand Output",
              "BitOr bitor Output",
              "BitXor bitxor Output",
              "Shl shl Output",
              "Shr shr Output",
              "AddAssign add_assign",
              "SubAssign sub_assign",
              "MulAssign mul_assign",
              "DivAssign div_assign",
              "RemAssign rem_assign",
              "Index index Output",
              "IndexMut index_mut",
              "Deref deref Target",
              "DerefMut deref_mut",
              "Drop drop",
              "Clone clone",
              "Default default",
              "PartialEq eq",
              "PartialOrd partial_cmp",
              "Ord cmp",
              "Hash hash",
              "Hasher finish write",
              "From from",
              "Into into",
              "TryFrom try_from Error",
              "TryInto try_into Error",
              "FromStr from_str Err",
              "FromIterator from_iter",
              "Extend extend",
              "Sum sum",
              "Product product",
              "Iterator next Item",
              "DoubleEndedIterator next_back",
              "IntoIterator into_iter Item IntoIter",
              "AsRef as_ref",
              "AsMut as_mut",
              "Borrow borrow",
              "BorrowMut borrow_mut",
              "ToOwned to_owned Owned",
              "ToString to_string",
              "Future poll Output",
              "Read read",
              "BufRead fill_buf consume",
              "Seek seek")
          .map(line -> BLANK.splitAsStream(line).toList())
          .collect(
              Collectors.toUnmodifiableMap(
                  List::getFirst, words -> words.subList(1, words.size())));

  @Override
  public String name() {
    return "rename-to-member";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl =
        site.enclosing("impl_item").filter(found -> found.child("trait").isPresent());
    Optional<SyntaxNode> member =
        impl.flatMap(found ->
            Declarations.members(found).stream()
                .filter(each -> each.range().encloses(site.primary().range()))
                .findFirst());
    if (member.isEmpty()) {
      return List.of();
    }
    Optional<Proposal> all = together(site, impl.get());
    if (all.isPresent()) {
      return List.of(all.get());
    }
    String old = Declarations.name(member.get());
    List<String> wanted = missing(site, impl.get(), sort(member.get()));
    List<String> close = NearNames.near(old, alike(site, impl.get(), member.get(), wanted));
    List<String> names = close.size() == 1 ? close : wanted.stream().limit(MOST).toList();
    return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
        .flatMap(i ->
            proposal(site, impl.get(), List.of(new Renaming(member.get(), names.get(i)))).stream()
                .map(made -> made.penalized(i * ANOTHER)))
        .toList();
  }

  private record Renaming(SyntaxNode member, String fresh) {
    String old() {
      return Declarations.name(member);
    }
  }

  /// One stranger of each sort for one missing member of the sort: there is no choice.
  private static Optional<Proposal> together(Site site, SyntaxNode impl) {
    var renamings = new ArrayList<Renaming>();
    for (String sort : List.of("fn", "type", "const")) {
      List<String> missing = missing(site, impl, sort);
      List<SyntaxNode> strangers = strangers(site, impl, sort);
      if (missing.size() != strangers.size() || missing.size() > 1) {
        return Optional.empty();
      }
      if (missing.size() == 1) {
        renamings.add(new Renaming(strangers.getFirst(), missing.getFirst()));
      }
    }
    return renamings.size() > 1 ? proposal(site, impl, renamings) : Optional.empty();
  }

  private static List<SyntaxNode> strangers(Site site, SyntaxNode impl, String sort) {
    List<String> known = members(site, impl, sort, _ -> true);
    return Declarations.members(impl).stream()
        .filter(each -> sort(each).equals(sort) && !known.contains(Declarations.name(each)))
        .toList();
  }

  /// What is missing, and what the trait has a default for.
  private static List<String> alike(
      Site site, SyntaxNode impl, SyntaxNode member, List<String> wanted) {
    List<String> own = Declarations.members(impl).stream().map(Declarations::name).toList();
    return Stream.concat(
            wanted.stream(),
            members(site, impl, sort(member), _ -> true).stream()
                .filter(name -> !own.contains(name)))
        .distinct()
        .toList();
  }

  /// The members of the sort that the trait asks for and the impl lacks.
  private static List<String> missing(Site site, SyntaxNode impl, String sort) {
    List<String> own = Declarations.members(impl).stream().map(Declarations::name).toList();
    return members(site, impl, sort, RenameToMember::isRequired).stream()
        .filter(each -> !own.contains(each))
        .toList();
  }

  /// The trait's members of the sort, all or those only that every impl must have. Of the standard
  /// traits only these are known.
  private static List<String> members(
      Site site, SyntaxNode impl, String sort, Predicate<SyntaxNode> wanted) {
    String trait = Declarations.traitName(impl).orElse("");
    Optional<CrateFiles.Item> declared = Declarations.trait(site, trait);
    return declared.isPresent()
        ? Declarations.members(declared.get().node()).stream()
            .filter(each -> sort(each).equals(sort) && wanted.test(each))
            .map(Declarations::name)
            .toList()
        : REQUIRED.getOrDefault(trait, List.of()).stream()
            .filter(each -> NearNames.isTypeName(each) == sort.equals("type"))
            .filter(_ -> !sort.equals("const"))
            .toList();
  }

  private static boolean isRequired(SyntaxNode member) {
    return member.child("body").isEmpty()
        && member.child("value").isEmpty()
        && (!member.is("type_item") || member.child("type").isEmpty());
  }

  private static String sort(SyntaxNode member) {
    return switch (member.kind()) {
      case "type_item", "associated_type" -> "type";
      case "const_item" -> "const";
      default -> "fn";
    };
  }

  private static Optional<Proposal> proposal(Site site, SyntaxNode impl, List<Renaming> renamings) {
    Edits edits = site.edits();
    var said = new ArrayList<String>();
    for (Renaming each : renamings) {
      Optional<SyntaxNode> name = each.member().child("name");
      if (name.isEmpty()) {
        return Optional.empty();
      }
      edits.replace(name.get(), each.fresh());
      if (!sort(each.member()).equals("fn")) {
        follow(impl, each, edits);
      }
      said.add("`%s` to `%s`".formatted(each.old(), each.fresh()));
    }
    String title = "Rename " + String.join(" and ", said) + ", as the trait has it";
    return edits.patch().map(patch -> Proposal.of(title, patch));
  }

  private static void follow(SyntaxNode impl, Renaming renaming, Edits edits) {
    String old = renaming.old();
    impl.descendants()
        .filter(node -> node.text().equals("Self::" + old) && node.namedChildren().size() == 2)
        .map(node -> node.range().end())
        .distinct()
        .forEach(end -> edits.replace(new TextRange(end - length(old), end), renaming.fresh()));
  }

  private static int length(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
