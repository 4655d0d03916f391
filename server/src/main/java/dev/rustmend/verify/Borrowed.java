package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Single files out of folders that the shadow leaves out, above all the user's target directory:
/// `include_bytes!("../target/wasm/app.wasm")` reads what another build made. Which ones are
/// needed, only the compiler can tell, by what it could not read.
final class Borrowed {
  private static final Pattern UNREADABLE = Pattern.compile("^couldn't read `([^`]+)`");

  private Borrowed() {}

  /// The real files that earlier sessions found to be needed, as written in `list`.
  static Set<Path> read(Path list) throws IOException {
    return Files.exists(list)
        ? Files.readAllLines(list).stream()
            .map(Path::of)
            .collect(Collectors.toCollection(TreeSet::new))
        : new TreeSet<>();
  }

  static void write(Path list, Collection<Path> files) throws IOException {
    Files.write(list, files.stream().map(Path::toString).toList());
  }

  /// The real files that the run of `outcome` missed: they are there, below a mirrored folder, but
  /// not among those that the shadow has.
  static List<Path> missedBy(CheckOutcome outcome, ShadowLayout layout, Set<Path> mirrored) {
    return switch (outcome) {
      case CheckOutcome.Checked checked ->
          checked.errors().stream()
              .map(error -> UNREADABLE.matcher(error.message()))
              .filter(Matcher::find)
              .map(found -> layout.root().resolve(found.group(1)).normalize())
              .filter(file -> layout.mirrors(file) && !mirrored.contains(file))
              .filter(Files::isRegularFile)
              .distinct()
              .toList();
      case CheckOutcome.Failed _ -> List.of();
    };
  }
}
