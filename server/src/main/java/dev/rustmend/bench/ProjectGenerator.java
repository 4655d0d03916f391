package dev.rustmend.bench;

import dev.rustmend.bench.BrokenState.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the projects of `bench latency`: the same for the same seed.
final class ProjectGenerator {
  private final ModuleGenerator modules;

  ProjectGenerator(long seed) {
    this.modules = new ModuleGenerator(seed);
  }

  GeneratedProject project(ProjectSize size) {
    return switch (size) {
      case SMALL -> crate("small", 2, 130);
      case MEDIUM -> crate("medium", 84, 200);
      case MULTI -> multi();
    };
  }

  /// One crate whose modules call each other in a chain.
  private GeneratedProject crate(String name, int count, int linesEach) {
    var files = new TreeMap<String, String>();
    files.put("Cargo.toml", manifest(name, List.of()));
    addModules(files, "", "main.rs", count, linesEach, Optional.empty());
    String last = part(count - 1);
    String main =
        "\nfn main() {\n    println!(\"{}\", %1$s::%1$s_digest(%2$d));\n}\n"
            .formatted(last, count - 1);
    files.merge("src/main.rs", main, String::concat);
    return new GeneratedProject(
        name,
        files,
        states(
            "src/%s.rs".formatted(part((count - 1) / 2)), "src/%s.rs".formatted(part(count - 1))));
  }

  /// Eight crates: `base`, on which all others stand, five in the middle, two above them.
  private GeneratedProject multi() {
    var files = new TreeMap<String, String>();
    files.put("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"crates/*\"]\n");
    addLibrary(files, "base", List.of());
    List<String> middle = List.of("north", "east", "south", "west", "center");
    middle.forEach(name -> addLibrary(files, name, List.of("base")));
    addLibrary(files, "top", middle);
    addLibrary(files, "tools", List.of("base", "west"));
    var states = new ArrayList<BrokenState>();
    states.addAll(states("crates/north/src/part_001.rs", "crates/north/src/part_002.rs"));
    states.add(
        new BrokenState(
            "missing import in the crate above all others",
            List.of(unimported("crates/top/src/part_002.rs"))));
    states.add(
        new BrokenState(
            "misspelled name in the crate below all others",
            List.of(misspelled("crates/base/src/part_000.rs"))));
    return new GeneratedProject("multi-crate", files, states);
  }

  private void addLibrary(SortedMap<String, String> files, String name, List<String> below) {
    String folder = "crates/" + name + "/";
    files.put(folder + "Cargo.toml", manifest(name, below));
    Optional<String> before = below.stream().findFirst().map(other -> other + "::digest");
    addModules(files, folder, "lib.rs", 3, 150, before);
    String digest =
        "\npub fn digest(depth: u32) -> String {\n    %1$s::%1$s_digest(depth)\n}\n"
            .formatted(part(2));
    files.merge(folder + "src/lib.rs", digest, String::concat);
  }

  private void addModules(
      SortedMap<String, String> files,
      String folder,
      String root,
      int count,
      int lines,
      Optional<String> before) {
    var declarations = new StringBuilder();
    Optional<String> previous = before;
    for (int i = 0; i < count; i++) {
      String name = part(i);
      files.put(folder + "src/" + name + ".rs", modules.module(name, lines, previous));
      declarations.append("mod ").append(name).append(";\n");
      previous = Optional.of("crate::%1$s::%1$s_digest".formatted(name));
    }
    files.put(folder + "src/" + root, declarations.toString());
  }

  private static List<BrokenState> states(String one, String other) {
    return List.of(
        new BrokenState("misspelled name", List.of(misspelled(one))),
        new BrokenState("missing import, two candidates", List.of(unimported(other))),
        new BrokenState("moved value", List.of(moved(one))),
        new BrokenState("two errors in two files", List.of(misspelled(one), mistyped(other))));
  }

  private static Change misspelled(String file) {
    return new Change(file, "lines.push(label);", "lines.push(lable);", "lable");
  }

  private static Change unimported(String file) {
    return new Change(
        file,
        ".then(one.cmp(other))",
        ".then(Ordering::Equal).then(one.cmp(other))",
        "Ordering::Equal");
  }

  private static Change moved(String file) {
    return new Change(
        file,
        "format!(\"{}{}\", before, shown)",
        "format!(\"{}{}{}\", before, shown, entries.len())",
        "entries.len())");
  }

  private static Change mistyped(String file) {
    return new Change(
        file, "let label: String = format!", "let label: String = \"-\"; format!", "\"-\"");
  }

  private static String part(int index) {
    return String.format(java.util.Locale.ROOT, "part_%03d", index);
  }

  private static String manifest(String name, List<String> below) {
    var text =
        new StringBuilder(
            "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\n"
                .formatted(name));
    below.forEach(other -> text.append("%1$s = { path = \"../%1$s\" }\n".formatted(other)));
    return text.toString();
  }
}
