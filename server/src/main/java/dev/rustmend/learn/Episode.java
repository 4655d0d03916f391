package dev.rustmend.learn;

import java.nio.file.Path;
import java.util.List;

/// One repair by the user: what rustc said of a program, and what the user made of it.
///
/// `project` is the root folder of the Cargo workspace, `file` the name of the source file below
/// it, `toolchain` the compiler. `before` and `after` are the part of the file that the repair is
/// about, the same number of items each. `told` has its places in `before`. `offered` are the
/// origins of the fixes that were ready, best first (`rustc`, `kb:E0382/clone-first`,
/// `learned/E0308/…`), and `taken` is the one that the user took, or empty. `others` are the parts
/// of other files that the repair changed too, and `commit` is the one that made it, where it comes
/// from a git history, or empty.
public record Episode(
    String project,
    String file,
    String toolchain,
    Told told,
    String before,
    String after,
    List<String> offered,
    String taken,
    List<Part> others,
    String commit) {

  public Episode {
    offered = List.copyOf(offered);
    others = List.copyOf(others);
  }

  /// The part of another file that the repair is about; `file` is its name below the root.
  public record Part(String file, String before, String after) {}

  /// The same in another project.
  Episode of(Path root) {
    return new Episode(
        root.toString(), file, toolchain, told, before, after, offered, taken, others, commit);
  }

  /// Whether both are about the same text and the same repair of it.
  boolean repeats(Episode other) {
    return before.equals(other.before) && after.equals(other.after) && others.equals(other.others);
  }
}
