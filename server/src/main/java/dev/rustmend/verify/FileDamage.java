package dev.rustmend.verify;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.ProgramShapes;
import dev.rustmend.text.Recent;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.List;

/// What a change of one file takes from the program, whatever sort of file it is: Rust, a manifest;
/// of other files nothing is known. It remembers the last changes, which the guard before a verdict
/// and the one behind it both ask about. Safe to use from any thread.
public final class FileDamage {
  private static final int REMEMBERED = 64;

  private final ProgramShapes shapes = new ProgramShapes();
  private final Recent<Edited, List<Damage>> known = new Recent<>(REMEMBERED);

  private record Edited(SourceText before, SourceText after) {}

  /// The damage on the way from `before` to `after`, gravest first; the name of `file` says what
  /// sort of file they are.
  public List<Damage> between(Path file, SourceText before, SourceText after) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".rs")) {
      return known.of(
          new Edited(before, after), edited -> shapes.damage(edited.before(), edited.after()));
    }
    return name.equals("Cargo.toml") ? ManifestFacts.damage(before, after) : List.of();
  }
}
