package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.operation.NeedlessDerive;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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
  private static final int NARROW = 6;

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

  private static Candidate candidate(
      Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    String title = SuggestionTitle.of(diagnostic, suggestion, snapshot);
    boolean stub = isStub(suggestion);
    boolean guess =
        isGuessedName(suggestion, snapshot)
            // an invented value, such as 42
            || suggestion.message().startsWith("consider assigning a value")
            || isForeignParameter(diagnostic, suggestion)
            || isMisreading(diagnostic, suggestion)
            || isWidth(diagnostic, snapshot)
            || leavesUnsized(diagnostic, suggestion, snapshot)
            || isNeedlessDerive(diagnostic, suggestion, snapshot);
    return new Candidate(
        diagnostic,
        stub ? title + " (a stub that panics)" : title,
        Tidying.tidied(suggestion.patch(), snapshot),
        Origin.rustc(),
        stub || guess ? Applicability.HAS_PLACEHOLDERS : suggestion.applicability(),
        stub ? Set.of(Damage.Kind.STUB) : Set.of(),
        guess ? GUESS : lessLikely(diagnostic, suggestion));
  }

  /// What puts a suggestion behind others that compile: half of an indented block in braces,
  /// places for arguments right behind the text, and the narrower float, which is not what a
  /// literal is without a type.
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
                Pattern.compile("\\b(?:let|mut|for|const) " + trait.group(1) + "\\b|\\b" + trait.group(1) + ": ")
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

  /// Whether rustc takes a name of one or two letters for another: all such names are similar, and
  /// `a + b` would become `a + a`.
  private static boolean isGuessedName(Suggestion suggestion, Snapshot snapshot) {
    return SIMILAR.matcher(suggestion.message()).find()
        && suggestion.patch().edits().entrySet().stream()
            .anyMatch(file ->
                snapshot
                    .read(file.getKey())
                    .filter(text ->
                        file.getValue().stream()
                            .anyMatch(edit -> name(text, edit.range()).length() <= SHORT_NAME))
                    .isPresent());
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

  /// The whole name around `range`, of which rustc may write only the letters that differ.
  private static String name(SourceText text, TextRange range) {
    String before = text.slice(new TextRange(0, range.start()));
    String after = text.slice(new TextRange(range.end(), text.length()));
    return before.replaceFirst("(?s)^.*\\W", "")
        + text.slice(range)
        + after.replaceFirst("(?s)\\W.*$", "");
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
