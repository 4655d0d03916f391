package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.syntax.Damage;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// rustc's own suggestions, every applicability, every alternative by itself.
///
/// rustc's applicability is only the order in which they are tried: a `MaybeIncorrect` one is often
/// right and a `MachineApplicable` one can add an error.
public final class RustcSuggestions implements CandidateSource {

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
    return new Candidate(
        diagnostic,
        stub ? title + " (a stub that panics)" : title,
        suggestion.patch(),
        Origin.rustc(),
        stub ? Applicability.HAS_PLACEHOLDERS : suggestion.applicability(),
        stub ? Set.of(Damage.Kind.STUB) : Set.of(),
        0);
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
