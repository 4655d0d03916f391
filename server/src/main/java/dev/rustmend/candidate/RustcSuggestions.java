package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

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
    return new Candidate(
        diagnostic,
        SuggestionTitle.of(diagnostic, suggestion, snapshot),
        suggestion.patch(),
        Origin.rustc(),
        suggestion.applicability());
  }
}
