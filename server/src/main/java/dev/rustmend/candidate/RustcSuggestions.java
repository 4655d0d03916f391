package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.operation.NeedlessDerive;
import dev.rustmend.operation.Trees;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// rustc's own suggestions, every applicability, every alternative by itself.
///
/// rustc's applicability is only the order in which they are tried: a `MaybeIncorrect` one is often
/// right and a `MachineApplicable` one can add an error.
public final class RustcSuggestions implements CandidateSource {
  private static final Pattern SIMILAR = Pattern.compile("\\bsimilar(ly)? named?\\b");
  private static final Pattern UNSIZED = Pattern.compile("\\s*(str\\b|\\[[^;\\]]*\\]|dyn\\b)");
  private static final int SHORT_NAME = 2;
  private static final Pattern FORMAT_TRAIT = Pattern.compile("unknown format trait `(\\w+)`");
  private static final Pattern FOREIGN_TYPE = Pattern.compile("`[a-z]\\w*`");
  private static final int GUESS = 100;
  private static final int SECOND_BEST = 40;
  private static final int NEAR = 200;
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern BORROWED = Pattern.compile("=\\s*&[\\w.\\[\\]]+$");
  private static final Pattern METHOD =
      Pattern.compile("(?m)^([ \\t]*)impl\\b(?![^\\n]*\\n\\1\\})[\\s\\S]*\\bfn \\w+$");
  private static final Pattern LENT = Pattern.compile("\\w+\\s*:\\s*&\\s*(?:'\\w+\\s+)?mut\\b");
  private static final Pattern USED = Pattern.compile("(=|\\breturn\\b|[(,])[^;{}]*$");
  private static final Set<String> IN_PLACE =
      Set.of("sort", "sort_unstable", "reverse", "dedup", "clear", "push", "push_str", "retain");
  private static final int NARROW = 6;

  private final Trees trees;

  /// With trees of its own.
  public RustcSuggestions() {
    this(new Trees());
  }

  public RustcSuggestions(Trees trees) {
    this.trees = trees;
  }

  @Override
  public List<Candidate> candidates(Diagnostic diagnostic, Snapshot snapshot) {
    var patches = new HashSet<>();
    var candidates = new ArrayList<Candidate>();
    diagnostic.suggestions().stream()
        .sorted(Comparator.comparing(Suggestion::applicability))
        .filter(suggestion -> !suggestion.patch().isEmpty() && patches.add(suggestion.patch()))
        .map(suggestion -> candidate(diagnostic, suggestion, snapshot))
        .forEach(candidates::add);
    return List.copyOf(candidates);
  }

  private Candidate candidate(Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    String title = SuggestionTitle.of(diagnostic, suggestion, snapshot);
    boolean stub = isStub(suggestion);
    boolean guess =
        isGuessedName(suggestion, snapshot)
            // an invented value, such as 42
            || suggestion.message().startsWith("consider assigning a value")
            || namesWhatGivesNothing(suggestion, snapshot)
            || rebindsReference(diagnostic, suggestion, snapshot)
            || isForeignParameter(diagnostic, suggestion)
            || isMisreading(diagnostic, suggestion)
            || isWidth(diagnostic, snapshot)
            || leavesUnsized(diagnostic, suggestion, snapshot)
            || isNeedlessDerive(diagnostic, suggestion, snapshot);
    return new Candidate(
        diagnostic,
        stub ? title + " (a stub that panics)" : title,
        SuggestedImport.inOrder(Tidying.tidied(suggestion.patch(), snapshot), snapshot, trees),
        Origin.rustc(),
        stub || guess ? Applicability.HAS_PLACEHOLDERS : applicability(suggestion, snapshot),
        stub ? Set.of(Damage.Kind.STUB) : Set.of(),
        guess
            ? GUESS
            : clonesBehindReference(suggestion, snapshot)
                    || declaresOnMethod(diagnostic, suggestion, snapshot)
                ? SECOND_BEST
                : lessLikely(diagnostic, suggestion));
  }

  /// What puts a suggestion behind others that compile: half of an indented block in braces, places
  /// for arguments right behind the text, and the narrower float, which is not what a literal is
  /// without a type.
  private static int lessLikely(Diagnostic diagnostic, Suggestion suggestion) {
    boolean half =
        suggestion.message().startsWith("try placing this code inside a block")
            && diagnostic.message().endsWith("found `:`");
    boolean bare = suggestion.message().contains("format specifier");
    boolean narrow =
        diagnostic.codeText().equals("E0689")
            && suggestion.patch().edits().values().stream()
                .flatMap(List::stream)
                .anyMatch(edit -> edit.newText().endsWith("f32"));
    return half || bare ? GUESS : narrow ? NARROW : 0;
  }

  /// Whether rustc takes the text before an unopened string for a prefix to keep apart, or the name
  /// of a parameter for its type.
  private static boolean isMisreading(Diagnostic diagnostic, Suggestion suggestion) {
    return suggestion.message().contains("inserting whitespace here")
        || (suggestion.message().contains("explicitly ignore the parameter name")
            && diagnostic.message().startsWith("expected one of `:`, `@`, or `|`, found "));
  }

  /// Whether what rustc takes for the letter of a format trait is a variable: `{:>w}` for `{:>w$}`.
  private static boolean isWidth(Diagnostic diagnostic, Snapshot snapshot) {
    var trait = FORMAT_TRAIT.matcher(diagnostic.message());
    return trait.matches()
        && diagnostic
            .primary()
            .flatMap(span -> snapshot.read(span.file()))
            .filter(text ->
                Pattern.compile(
                        "\\b(?:let|mut|for|const) "
                            + trait.group(1)
                            + "\\b|\\b"
                            + trait.group(1)
                            + ": ")
                    .matcher(text.string())
                    .find())
            .isPresent();
  }

  /// Whether rustc would declare a type parameter for a name in small letters: `int` is a type of
  /// another language, and a function over all types is not meant.
  private static boolean isForeignParameter(Diagnostic diagnostic, Suggestion suggestion) {
    return suggestion.message().contains("missing a type parameter")
        && FOREIGN_TYPE.matcher(diagnostic.message()).find();
  }

  /// A name in place of one that is only written otherwise leaves nothing to fill in, whatever
  /// rustc says of it.
  private static Applicability applicability(Suggestion suggestion, Snapshot snapshot) {
    boolean name =
        SIMILAR.matcher(suggestion.message()).find()
            && edits(suggestion, snapshot)
                .allMatch(edit ->
                    edit.old().equalsIgnoreCase(edit.name())
                        && NAME.matcher(edit.name()).matches());
    return name && suggestion.applicability() == Applicability.HAS_PLACEHOLDERS
        ? Applicability.MAYBE_INCORRECT
        : suggestion.applicability();
  }

  /// Whether `.clone()` is put behind what a `let` borrows: `let body = &doc.body.clone();` keeps a
  /// reference to the copy, and the copy itself is better.
  private static boolean clonesBehindReference(Suggestion suggestion, Snapshot snapshot) {
    return edits(suggestion, snapshot)
        .anyMatch(
            edit -> edit.written().equals(".clone()") && BORROWED.matcher(edit.before()).find());
  }

  /// Whether a lifetime that the fields of the type use as well is declared on a single method of
  /// it: that would be another lifetime than the one of the fields.
  private static boolean declaresOnMethod(
      Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    return diagnostic.codeText().equals("E0261")
        && edits(suggestion, snapshot)
            .anyMatch(edit -> {
              Matcher impl = METHOD.matcher(edit.before());
              return edit.written().startsWith("<'") && impl.find();
            });
  }

  /// Whether a method whose value is used is taken for one that works in place and has none: `let a
  /// = v.sorted();` would become `let a = v.sort();`, and `a` is nothing.
  private static boolean namesWhatGivesNothing(Suggestion suggestion, Snapshot snapshot) {
    return SIMILAR.matcher(suggestion.message()).find()
        && edits(suggestion, snapshot)
            .anyMatch(edit -> IN_PLACE.contains(edit.name()) && USED.matcher(edit.before()).find());
  }

  /// Whether a parameter that is a mutable reference would become `mut`: an assignment to it then
  /// changes nothing outside, and what it refers to was nearly always meant.
  private static boolean rebindsReference(
      Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    return diagnostic.message().startsWith("cannot assign to immutable argument")
        && edits(suggestion, snapshot).anyMatch(edit -> edit.written().contains("mut "))
        && suggestion.patch().edits().entrySet().stream()
            .anyMatch(file ->
                snapshot
                    .read(file.getKey())
                    .filter(text ->
                        file.getValue().stream()
                            .anyMatch(edit ->
                                LENT.matcher(
                                        text.slice(
                                            new TextRange(edit.range().start(), text.length())))
                                    .lookingAt()))
                    .isPresent());
  }

  /// One edit: the text before it, what it writes, and the whole name at its place before and
  /// after; rustc may write only the letters that differ.
  private record Written(String before, String written, String old, String name) {}

  private static Stream<Written> edits(Suggestion suggestion, Snapshot snapshot) {
    return suggestion.patch().edits().entrySet().stream()
        .flatMap(file ->
            snapshot.read(file.getKey()).stream()
                .flatMap(text -> file.getValue().stream().map(edit -> written(text, edit))));
  }

  private static Written written(SourceText text, TextEdit edit) {
    String before = text.slice(new TextRange(0, edit.range().start()));
    String after = text.slice(new TextRange(edit.range().end(), text.length()));
    String front = before.replaceFirst("(?s)^.*\\W", "");
    String back = after.replaceFirst("(?s)\\W.*$", "");
    return new Written(
        before.substring(Math.max(0, before.length() - NEAR)),
        edit.newText(),
        front + text.slice(edit.range()) + back,
        front + edit.newText() + back);
  }

  /// Whether rustc takes a name of one or two letters for another: all such names are similar, and
  /// `a + b` would become `a + a`.
  private static boolean isGuessedName(Suggestion suggestion, Snapshot snapshot) {
    return SIMILAR.matcher(suggestion.message()).find()
        && edits(suggestion, snapshot)
            .anyMatch(edit ->
                edit.old().length() <= SHORT_NAME && !edit.old().equalsIgnoreCase(edit.name()));
  }

  private static boolean isNeedlessDerive(
      Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    return suggestion.message().contains("#[derive(")
        && suggestion.patch().files().stream()
            .flatMap(file -> snapshot.read(file).stream())
            .anyMatch(text -> NeedlessDerive.answers(diagnostic, text.string()));
  }

  /// Whether a lifetime is missing and rustc would rather take the `&` away from a `str`, a slice
  /// or a trait object, which no function can return: in a trait that compiles and can not be kept.
  private static boolean leavesUnsized(
      Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    return diagnostic.codeText().equals("E0106")
        && suggestion.patch().edits().entrySet().stream()
            .anyMatch(file ->
                snapshot
                    .read(file.getKey())
                    .filter(text ->
                        file.getValue().stream()
                            .anyMatch(edit ->
                                edit.newText().isEmpty()
                                    && text.slice(edit.range()).startsWith("&")
                                    && UNSIZED
                                        .matcher(
                                            text.slice(
                                                new TextRange(edit.range().end(), text.length())))
                                        .lookingAt()))
                    .isPresent());
  }

  /// Whether the suggestion puts in `todo!()` or the like: it compiles and then gives up at run
  /// time, so it is offered under that name and nothing takes it by itself.
  private static boolean isStub(Suggestion suggestion) {
    return suggestion.patch().edits().values().stream()
        .flatMap(List::stream)
        .anyMatch(edit ->
            edit.newText().contains("todo!(") || edit.newText().contains("unimplemented!("));
  }
}
