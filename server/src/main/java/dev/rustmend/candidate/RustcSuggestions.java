package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.operation.Trees;
import dev.rustmend.syntax.Damage;
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
/// right and a `MachineApplicable` one can add an error. What speaks against one is in
/// [SuggestionDoubt].
public final class RustcSuggestions implements CandidateSource {
  private static final Pattern NAME = Pattern.compile("\\w+");

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
        .map(suggestion -> candidate(Advice.of(diagnostic, suggestion, snapshot)))
        .forEach(candidates::add);
    return List.copyOf(candidates);
  }

  private Candidate candidate(Advice advice) {
    Suggestion suggestion = advice.suggestion();
    String title = SuggestionTitle.of(advice.diagnostic(), suggestion, advice.snapshot());
    boolean stub = isStub(advice);
    List<SuggestionDoubt> doubts = SuggestionDoubt.against(advice);
    boolean forAPerson = stub || doubts.stream().anyMatch(SuggestionDoubt::isForAPerson);
    return new Candidate(
        advice.diagnostic(),
        stub ? title + " (a stub that panics)" : title,
        SuggestedImport.inOrder(
            Tidying.tidied(suggestion.patch(), advice.snapshot()), advice.snapshot(), trees),
        Origin.rustc(),
        forAPerson ? Applicability.HAS_PLACEHOLDERS : applicability(advice),
        stub ? Set.of(Damage.Kind.STUB) : Set.of(),
        doubts.stream().mapToInt(SuggestionDoubt::penalty).max().orElse(0));
  }

  /// A name in place of one that is only written otherwise leaves nothing to fill in, whatever
  /// rustc says of it.
  private static Applicability applicability(Advice advice) {
    Applicability said = advice.suggestion().applicability();
    boolean name =
        advice.isSimilarName()
            && advice.edits().stream()
                .allMatch(edit -> edit.keepsName() && NAME.matcher(edit.newName()).matches());
    return name && said == Applicability.HAS_PLACEHOLDERS ? Applicability.MAYBE_INCORRECT : said;
  }

  /// Whether the suggestion puts in `todo!()` or the like: it compiles and then gives up at run
  /// time, so it is offered under that name and nothing takes it by itself.
  private static boolean isStub(Advice advice) {
    return advice.hasEdit(
        edit -> edit.written().contains("todo!(") || edit.written().contains("unimplemented!("));
  }
}
