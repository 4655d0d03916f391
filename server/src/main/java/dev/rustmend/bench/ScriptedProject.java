package dev.rustmend.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// The project of a scripted history: a library of two modules, or a workspace in which one library
/// uses the other. `model` and `report` are the files that are edited, `modelPath` is how the
/// second names the first, `generated` is a file that git ignores.
record ScriptedProject(
    String name,
    Map<String, String> fixed,
    String model,
    String report,
    String modelPath,
    String generated) {
  private static final String MANIFEST =
      "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";

  ScriptedProject {
    fixed = Map.copyOf(fixed);
  }

  /// What both edited files begin with.
  static final String PRELUDE =
      """
      #[derive(Debug, Default)]
      pub struct Berth {
          pub number: u32,
          pub name: String,
          pub free: bool,
      }

      #[derive(Debug)]
      pub enum Mood {
          Calm,
          Rough,
          Wild,
      }

      pub fn text(of: &str) -> String {
          of.trim().to_string()
      }

      pub fn rows(of: u32) -> Option<u32> {
          of.checked_sub(1)
      }

      pub fn eat(of: String) -> usize {
          of.len()
      }

      pub fn area(width: u32, height: u32) -> u32 {
          width * height
      }

      pub fn number(of: &str) -> Result<u32, std::num::ParseIntError> {
          of.parse()
      }
      """;

  static ScriptedProject of(String name, boolean workspace) {
    return workspace ? workspace(name) : single(name);
  }

  private static ScriptedProject single(String name) {
    var files = new LinkedHashMap<String, String>();
    files.put("Cargo.toml", MANIFEST.formatted(name) + "\n[workspace]\n");
    files.put(".gitignore", "target\nCargo.lock\nsrc/generated.rs\n");
    files.put("src/lib.rs", "pub mod generated;\npub mod model;\npub mod report;\n");
    return new ScriptedProject(
        name, files, "src/model.rs", "src/report.rs", "crate::model", "src/generated.rs");
  }

  private static ScriptedProject workspace(String name) {
    var files = new LinkedHashMap<String, String>();
    files.put("Cargo.toml", "[workspace]\nmembers = [\"base\", \"app\"]\nresolver = \"3\"\n");
    files.put(".gitignore", "target\nCargo.lock\ngenerated.rs\n");
    files.put("base/Cargo.toml", MANIFEST.formatted("base"));
    files.put("base/src/lib.rs", "pub mod generated;\npub mod model;\n");
    files.put(
        "app/Cargo.toml",
        MANIFEST.formatted("app") + "\n[dependencies]\nbase = { path = \"../base\" }\n");
    files.put("app/src/lib.rs", "pub mod report;\n");
    return new ScriptedProject(
        name,
        files,
        "base/src/model.rs",
        "app/src/report.rs",
        "base::model",
        "base/src/generated.rs");
  }
}
