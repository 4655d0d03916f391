package dev.rustmend.bench;

import dev.rustmend.bench.BrokenState.Change;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the projects of `bench large`: the same for the same seed.
final class LargeGenerator {
  private static final int ERRORS = 2000;
  private static final int ERRORS_EACH = 100;
  private static final String RIGHT = "let twice = number + number;";
  private static final String WRONG = "let twice = number + nunber;";

  private final ModuleGenerator modules;
  private final int crates;
  private final int modulesEach;

  /// Of full size.
  LargeGenerator(long seed) {
    this(seed, 50, 50);
  }

  /// With another size of the workspace: `crates` with `modulesEach` of 200 lines.
  LargeGenerator(long seed, int crates, int modulesEach) {
    this.modules = new ModuleGenerator(seed);
    this.crates = crates;
    this.modulesEach = modulesEach;
  }

  LargeProject project(LargeKind kind) {
    return switch (kind) {
      case WORKSPACE -> workspace();
      case FILE -> file();
      case ERRORS -> errors();
      case MACROS -> macros();
      case BUILD_SCRIPT -> buildScript();
    };
  }

  /// Ten crates stand on each of the first ones; the open file is in one of the middle.
  private LargeProject workspace() {
    var files = new TreeMap<String, String>();
    files.put("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"crates/*\"]\n");
    for (int i = 0; i < crates; i++) {
      Optional<String> below = i < 10 ? Optional.empty() : Optional.of(crate(i / 10 - 1));
      String folder = "crates/%s/".formatted(crate(i));
      files.put(
          folder + "Cargo.toml",
          manifest(crate(i)) + below.map("%1$s = { path = \"../%1$s\" }\n"::formatted).orElse(""));
      addModules(files, folder, modulesEach, below.map(name -> name + "::digest"));
    }
    String middle = crate(crates / 2);
    return project(
        LargeKind.WORKSPACE, middle, files, misspelled("crates/%s/src/m_000.rs".formatted(middle)));
  }

  private LargeProject file() {
    String text = modules.module("whole", 20_000, Optional.empty());
    var files = new TreeMap<String, String>();
    files.put("Cargo.toml", manifest("file"));
    files.put("src/lib.rs", text);
    return project(LargeKind.FILE, "file", files, misspelled("src/lib.rs"));
  }

  private LargeProject errors() {
    var files = new TreeMap<String, String>();
    files.put("Cargo.toml", manifest("errors"));
    var root = new StringBuilder();
    for (int module = 0; module < ERRORS / ERRORS_EACH; module++) {
      String name = name("m", module);
      root.append("pub mod ").append(name).append(";\n");
      var text = new StringBuilder();
      for (int i = 0; i < ERRORS_EACH; i++) {
        text.append(
            "pub fn f_%03d(number: u32) -> u32 {\n    %s\n    twice\n}\n\n".formatted(i, RIGHT));
      }
      files.put("src/%s.rs".formatted(name), text.toString());
    }
    files.put("src/lib.rs", root.toString());
    SortedMap<String, String> broken = new TreeMap<>();
    files.forEach((file, text) -> {
      if (text.contains(RIGHT)) {
        broken.put(file, text.replace(RIGHT, WRONG));
      }
    });
    return new LargeProject(
        LargeKind.ERRORS,
        "errors",
        new GeneratedProject("errors", files, List.of()),
        broken,
        places(broken));
  }

  /// The first error of each file; the last file is saved last, and is the one in front.
  private static List<EditorSession.Place> places(Map<String, String> broken) {
    return broken.entrySet().stream()
        .map(file -> EditorSession.Place.of(file.getKey(), file.getValue(), "nunber"))
        .toList();
  }

  private LargeProject macros() {
    var files = new TreeMap<String, String>();
    files.put("Cargo.toml", manifest("macros"));
    var text =
        new StringBuilder(
            """
            macro_rules! wide {
                ($name:ident: $($field:ident),*) => {
                    pub struct $name { $(pub $field: u64),* }
                    impl $name {
                        $(pub fn $field(&self) -> u64 { self.$field.wrapping_mul(3) })*
                        pub fn sum(&self) -> u64 { 0 $(+ self.$field())* }
                    }
                    impl std::fmt::Display for $name {
                        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                            $(writeln!(f, "{}: {}", stringify!($field), self.$field)?;)*
                            Ok(())
                        }
                    }
                };
            }
            """);
    String fields =
        String.join(
            ", ", java.util.stream.IntStream.range(0, 40).mapToObj("f_%02d"::formatted).toList());
    for (int i = 0; i < 80; i++) {
      text.append("wide!(W%03d: %s);\n".formatted(i, fields));
    }
    files.put("src/wide.rs", text.toString());
    addModules(files, "", 3, Optional.empty());
    files.merge("src/lib.rs", "pub mod wide;\n", (root, more) -> more + root);
    return project(LargeKind.MACROS, "macros", files, misspelled("src/m_001.rs"));
  }

  private LargeProject buildScript() {
    var files = new TreeMap<String, String>();
    files.put("Cargo.toml", manifest("slow"));
    files.put(
        "build.rs",
        """
        fn main() {
            println!("cargo::rerun-if-changed=build.rs");
            std::thread::sleep(std::time::Duration::from_secs(4));
        }
        """);
    addModules(files, "", 4, Optional.empty());
    return project(LargeKind.BUILD_SCRIPT, "slow", files, misspelled("src/m_001.rs"));
  }

  private static LargeProject project(
      LargeKind kind, String crate, SortedMap<String, String> files, Change change) {
    var state = new BrokenState("misspelled name", List.of(change));
    var project = new GeneratedProject(kind.word(), files, List.of(state));
    return new LargeProject(kind, crate, project, state.files(project), state.places(project));
  }

  private static Change misspelled(String file) {
    return new Change(file, "lines.push(label);", "lines.push(lable);", "lable");
  }

  private void addModules(
      SortedMap<String, String> files, String folder, int count, Optional<String> before) {
    var root = new StringBuilder();
    Optional<String> previous = before;
    for (int i = 0; i < count; i++) {
      String name = name("m", i);
      files.put("%ssrc/%s.rs".formatted(folder, name), modules.module(name, 200, previous));
      root.append("mod ").append(name).append(";\n");
      previous = Optional.of("crate::%1$s::%1$s_digest".formatted(name));
    }
    root.append("\npub fn digest(depth: u32) -> String {\n    ")
        .append("%1$s::%1$s_digest(depth)\n}\n".formatted(name("m", count - 1)));
    files.put(folder + "src/lib.rs", root.toString());
  }

  private static String crate(int index) {
    return String.format(Locale.ROOT, "crate_%02d", index);
  }

  private static String name(String prefix, int index) {
    return String.format(Locale.ROOT, "%s_%03d", prefix, index);
  }

  private static String manifest(String name) {
    return "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\n"
        .formatted(name);
  }
}
