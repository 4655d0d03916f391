package dev.rustmend.bench;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The baseline of a careful person in a hurry: rustc's first suggestion, unchecked but for the
/// number of errors.
///
/// In each round the first suggestion (of any applicability, its first alternative) of the first
/// error that has one is applied and kept when the number of errors falls; else the next error's is
/// tried. Ends when none of them makes the number fall.
final class FirstSuggestion implements Method {
  private static final int MAX_COMPILES = 60;

  @Override
  public String name() {
    return "first suggestion";
  }

  @Override
  public String revision() {
    return "1";
  }

  @Override
  public Steps repair(ScratchPackage scratch) throws InterruptedException {
    var trail = new ArrayList<String>();
    List<Diagnostic> errors = scratch.errors();
    int compiles = 1;
    boolean better = true;
    while (better && !errors.isEmpty()) {
      better = false;
      SortedMap<Path, SourceText> texts = scratch.texts();
      for (Diagnostic error : errors) {
        Optional<Suggestion> first = first(error, texts.keySet());
        if (first.isPresent() && compiles < MAX_COMPILES) {
          scratch.write(applied(first.get(), texts));
          List<Diagnostic> after = scratch.errors();
          compiles++;
          better = after.size() < errors.size();
          trail.add((better ? "kept: " : "undone: ") + line(error, first.get()));
          if (better) {
            errors = after;
            break;
          }
          scratch.write(texts);
        }
      }
    }
    return new Steps(compiles, trail);
  }

  private static Optional<Suggestion> first(Diagnostic error, Set<Path> files) {
    return error.suggestions().stream()
        .findFirst()
        .filter(suggestion -> !suggestion.patch().isEmpty())
        .filter(suggestion -> files.containsAll(suggestion.patch().files()));
  }

  private static Map<Path, SourceText> applied(
      Suggestion suggestion, SortedMap<Path, SourceText> texts) {
    var applied = new TreeMap<>(texts);
    applied.replaceAll(suggestion.patch()::apply);
    return applied;
  }

  private static String line(Diagnostic error, Suggestion suggestion) {
    return error.headline() + " ← " + suggestion.message();
  }
}
