package dev.rustmend.bench;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      String source = scratch.read();
      for (Diagnostic error : errors) {
        Optional<Suggestion> first = first(error, scratch);
        if (first.isPresent() && compiles < MAX_COMPILES) {
          scratch.write(applied(first.get(), scratch, source));
          List<Diagnostic> after = scratch.errors();
          compiles++;
          better = after.size() < errors.size();
          trail.add((better ? "kept: " : "undone: ") + line(error, first.get()));
          if (better) {
            errors = after;
            break;
          }
          scratch.write(source);
        }
      }
    }
    return new Steps(compiles, trail);
  }

  private static Optional<Suggestion> first(Diagnostic error, ScratchPackage scratch) {
    return error.suggestions().stream()
        .findFirst()
        .filter(
            suggestion -> suggestion.patch().files().equals(java.util.Set.of(scratch.mainFile())));
  }

  private static String applied(Suggestion suggestion, ScratchPackage scratch, String source) {
    return suggestion.patch().apply(scratch.mainFile(), SourceText.of(source)).string();
  }

  private static String line(Diagnostic error, Suggestion suggestion) {
    return error.headline() + " ← " + suggestion.message();
  }
}
