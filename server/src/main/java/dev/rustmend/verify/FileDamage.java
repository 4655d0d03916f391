package dev.rustmend.verify;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.ProgramShape;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.List;

/// What a change of one file takes from the program, whatever sort of file it is: Rust, a manifest;
/// of other files nothing is known.
public final class FileDamage {
  private FileDamage() {}

  /// The damage on the way from `before` to `after`, gravest first; the name of `file` says what
  /// sort of file they are.
  public static List<Damage> between(Path file, SourceText before, SourceText after) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".rs")) {
      return ProgramShape.damage(before, after);
    }
    return name.equals("Cargo.toml") ? ManifestFacts.damage(before, after) : List.of();
  }
}
