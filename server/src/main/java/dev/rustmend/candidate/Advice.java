package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.workspace.Snapshot;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A suggestion of rustc's with all that it can be judged by: the diagnostic that it answers, its
/// edits with what stands around them, and the files that it was made for.
record Advice(
    Diagnostic diagnostic, Suggestion suggestion, List<SuggestedEdit> edits, Snapshot snapshot) {
  private static final Pattern SIMILAR = Pattern.compile("\\bsimilar(ly)? named?\\b");

  Advice {
    edits = List.copyOf(edits);
  }

  /// `suggestion` as an answer to `diagnostic`; an edit of a file that can not be read is left out.
  static Advice of(Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    List<SuggestedEdit> edits =
        suggestion.patch().edits().entrySet().stream()
            .flatMap(file ->
                snapshot.read(file.getKey()).stream()
                    .flatMap(
                        text -> file.getValue().stream().map(edit -> SuggestedEdit.of(text, edit))))
            .toList();
    return new Advice(diagnostic, suggestion, edits, snapshot);
  }

  /// Whether rustc's words contain `part`.
  boolean says(String part) {
    return suggestion.message().contains(part);
  }

  /// Whether it puts a known name in place of an unknown one that looks like it.
  boolean isSimilarName() {
    return SIMILAR.matcher(suggestion.message()).find();
  }

  /// Whether an edit is as `condition` says.
  boolean hasEdit(Predicate<SuggestedEdit> condition) {
    return edits.stream().anyMatch(condition);
  }
}
