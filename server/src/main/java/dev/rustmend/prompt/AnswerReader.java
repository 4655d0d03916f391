package dev.rustmend.prompt;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Origin;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.RustItem;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Difference;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a patch of an answer, or says why it is none.
///
/// An answer is taken when it is the new text of exactly one of the items that were shown: it
/// parses, is of the same kind and has the same name. Only what differs becomes an edit. Nothing in
/// an answer can choose a file: the item that was shown decides.
public final class AnswerReader {
  private static final int BEHIND_ALL_OTHERS = 5_000;

  private final String model;

  /// `model` is its name, for the origin of the candidates.
  public AnswerReader(String model) {
    this.model = model;
  }

  /// Reads the text of an answer to `prompt`.
  public Answer read(String answer, RepairPrompt prompt) {
    return switch (Frame.read(answer)) {
      case Frame.Reading.Broken(String why) -> new Answer.Refused(why);
      case Frame.Reading.Whole(Frame.Framed framed) -> read(framed, prompt);
    };
  }

  private Answer read(Frame.Framed framed, RepairPrompt prompt) {
    Optional<RustTree> tree = RustTree.parse(SourceText.of(unindented(framed.code())));
    if (tree.isEmpty()) {
      return new Answer.Refused("can not be read, as this platform has no parser for Rust");
    }
    if (tree.get().hasError()) {
      return new Answer.Refused("does not parse");
    }
    List<RustItem> items = outermost(tree.get());
    Optional<ShownItem> shown = shown(framed.number(), items, prompt.items());
    if (shown.isEmpty()) {
      return new Answer.Refused("does not say which item it is for");
    }
    return misfit(shown.get(), tree.get(), items)
        .or(() -> ReachOut.objection(shown.get().original(), tree.get().source().string()))
        .or(() -> Comments.objection(shown.get(), tree.get()))
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> answer(shown.get(), tree.get(), prompt.error()));
  }

  /// The item of that number; without a number the only one, or the only one of that kind and name.
  private static Optional<ShownItem> shown(
      OptionalInt number, List<RustItem> items, List<ShownItem> shown) {
    if (number.isPresent()) {
      return shown.stream().filter(item -> item.number() == number.getAsInt()).findFirst();
    }
    List<ShownItem> possible =
        shown.size() == 1
            ? shown
            : shown.stream().filter(item -> items.size() == 1 && isSame(item, items)).toList();
    return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
  }

  private static boolean isSame(ShownItem shown, List<RustItem> items) {
    return shown.item().filter(item -> isSame(item, items.getFirst())).isPresent();
  }

  private static boolean isSame(RustItem one, RustItem other) {
    return one.kind() == other.kind()
        && (isNameless(one.kind()) || bare(one.name()).equals(bare(other.name())));
  }

  private static boolean isNameless(ItemKind kind) {
    return kind.isImport() || kind == ItemKind.EXTERN_BLOCK;
  }

  /// A name without its type arguments: an `impl` may need another lifetime.
  private static String bare(String name) {
    String bare = name;
    for (String shorter = ""; !shorter.equals(bare); ) {
      shorter = bare;
      bare = bare.replaceAll("<[^<>]*>", "");
    }
    return bare.replaceAll("\\s+", " ").strip();
  }

  private static List<RustItem> outermost(RustTree tree) {
    return tree.items().stream()
        .filter(item -> item.node().parent().filter(tree.root()::equals).isPresent())
        .toList();
  }

  private static Optional<String> misfit(ShownItem shown, RustTree tree, List<RustItem> items) {
    if (shown.item().isEmpty()) {
      return Optional.empty();
    }
    RustItem wanted = shown.item().get();
    boolean onlyItems =
        tree.root().namedChildren().stream()
                .map(SyntaxNode::kind)
                .filter(kind -> !kind.equals("attribute_item"))
                .count()
            == items.size();
    if (items.size() != 1 || !onlyItems) {
      return Optional.of(
          items.size() > 1 ? "changes several items where one was asked for" : "is no whole item");
    }
    return isSame(wanted, items.getFirst())
        ? Optional.empty()
        : Optional.of(
            "has the %s `%s` in the place of the %s"
                .formatted(items.getFirst().kind().word(), items.getFirst().name(), shown.name()));
  }

  private Answer answer(ShownItem shown, RustTree tree, Diagnostic error) {
    String code = headed(shown, tree);
    if (sameWords(code, shown.code())) {
      return new Answer.Refused("changes nothing");
    }
    List<TextEdit> edits = Difference.edits(shown.text(), shown.with(code));
    var patch = Patch.of(shown.file(), edits.toArray(TextEdit[]::new));
    return new Answer.Proposed(
        new Candidate(
            error,
            "Rewrite the %s".formatted(shown.name()),
            patch,
            new Origin(Origin.Source.MODEL, "model:" + model),
            Applicability.MAYBE_INCORRECT,
            Set.of(),
            BEHIND_ALL_OTHERS));
  }

  /// The answer with the documentation and the attributes of the item, where it leaves out all of
  /// them: models often do, and mean nothing by it.
  private static String headed(ShownItem shown, RustTree tree) {
    String code = tree.source().string();
    boolean bare =
        outermost(tree).stream()
            .findFirst()
            .filter(it -> it.node().range().start() == 0)
            .isPresent();
    return bare ? shown.head() + code : code;
  }

  /// The code without the white space that all its lines begin with.
  private static String unindented(String code) {
    int shared =
        code.lines()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return code.lines()
        .map(line -> line.substring(Math.min(shared, line.length())))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static boolean sameWords(String one, String other) {
    return one.replaceAll("\\s+", " ").equals(other.replaceAll("\\s+", " "));
  }
}
