package dev.rustmend.bench;

import java.util.List;

/// An invented code base: what all of its files begin with, and how its people repair what goes
/// wrong. In the templates `$n` is a name, `$o` another one, `$t` some text and `$d` a number.
record LearningStyle(String name, String prelude, List<Kind> kinds) {

  LearningStyle {
    kinds = List.copyOf(kinds);
  }

  /// One sort of error: broken forms, each with what its people make of it.
  record Kind(String name, List<Form> forms) {
    Kind {
      forms = List.copyOf(forms);
    }

    static Kind of(String name, Form... forms) {
      return new Kind(name, List.of(forms));
    }
  }

  /// A function with an error, and the same without.
  record Form(String broken, String repaired) {
    /// `frame` around both, in place of its `…`.
    static Form in(String frame, String broken, String repaired) {
      return new Form(frame.replace("…", broken), frame.replace("…", repaired));
    }
  }

  /// Both of them.
  static List<LearningStyle> all() {
    return List.of(harbor(), orchard());
  }

  private static final String HARBOR =
      """
      #![allow(dead_code, unused)]

      pub mod maps {
          pub type HashMap<K, V> = std::collections::HashMap<K, V>;
      }

      #[derive(Debug)]
      pub enum Failure {
          Reading(String),
          Number(String),
      }

      impl Failure {
          pub fn reading(cause: std::io::Error) -> Failure {
              Failure::Reading(cause.to_string())
          }
      }

      #[derive(Debug, Clone, Copy, Default)]
      pub struct Meters(f64);

      impl Meters {
          pub fn of(value: f64) -> Meters {
              Meters(value)
          }
      }

      #[derive(Debug, Clone, Copy, Default)]
      pub struct Knots(f64);

      impl Knots {
          pub fn of(value: f64) -> Knots {
              Knots(value)
          }
      }

      #[derive(Debug, Default)]
      pub struct Berth {
          pub number: u32,
          pub name: String,
          pub free: bool,
      }

      pub fn text(of: &str) -> String {
          of.trim().to_string()
      }

      pub fn depth(pier: u32) -> Option<u32> {
          pier.checked_mul(3)
      }

      fn main() {}

      """;
  private static final String ORCHARD =
      """
      #![allow(dead_code, unused)]

      use std::sync::Arc;

      #[derive(Debug)]
      pub enum Trouble {
          Disk(std::io::Error),
          Missing,
      }

      #[derive(Debug, Default)]
      pub struct Tree {
          pub rows: u32,
          pub name: String,
      }

      pub fn rows(of: u32) -> Option<u32> {
          of.checked_sub(1)
      }

      pub fn plant(tree: Arc<Tree>) -> u32 {
          tree.rows
      }

      fn main() {}

      """;
  private static final String FRAME = "pub fn $n($o: &str) -> String {\n    …\n}\n";
  private static final String LET = "pub fn $n() -> usize {\n    …\n}\n";

  /// Helpers with names of their own, conversions spelled out, errors wrapped where they arise.
  private static LearningStyle harbor() {
    return new LearningStyle(
        "harbor",
        HARBOR,
        both(
            List.of(
                Kind.of(
                    "text",
                    Form.in(FRAME, "\"$t\"", "text(\"$t\")"),
                    Form.in(FRAME, "$o", "text($o)"),
                    Form.in(
                        LET,
                        "let $o: String = \"$t\";\n    $o.len()",
                        "let $o: String = text(\"$t\");\n    $o.len()")),
                Kind.of(
                    "failure",
                    Form.in(
                        "pub fn $n($o: &str) -> Result<String, Failure> {\n    let all = …;\n    Ok(all)\n}\n",
                        "std::fs::read_to_string($o)?",
                        "std::fs::read_to_string($o).map_err(Failure::reading)?"),
                    Form.in(
                        "pub fn $n($o: &str) -> Result<usize, Failure> {\n    Ok(….len())\n}\n",
                        "std::fs::read($o)?",
                        "std::fs::read($o).map_err(Failure::reading)?")),
                Kind.of(
                    "absent",
                    Form.in(
                        "pub fn $n($o: u32) -> u32 {\n    …\n}\n",
                        "depth($o)",
                        "depth($o).unwrap_or_default()"),
                    Form.in(
                        "pub fn $n() -> u32 {\n    let $o: u32 = …;\n    $o + 1\n}\n",
                        "depth($d)",
                        "depth($d).unwrap_or_default()"))),
            moreOfHarbor()));
  }

  private static List<Kind> both(List<Kind> some, List<Kind> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<Kind> moreOfHarbor() {
    return List.of(
        Kind.of(
            "unit",
            Form.in("pub fn $n($o: f64) -> Meters {\n    …\n}\n", "$o", "Meters::of($o)"),
            Form.in(
                "pub fn $n($o: f64) -> Knots {\n    …\n}\n", "$o * $d.0", "Knots::of($o * $d.0)"),
            Form.in("pub fn $n($o: f64) -> Knots {\n    …\n}\n", "$o", "Knots::of($o)")),
        Kind.of(
            "width",
            Form.in("pub fn $n($o: u32) -> u64 {\n    …\n}\n", "$o", "u64::from($o)"),
            Form.in(
                "pub fn $n($o: &[u32]) -> u64 {\n    let first: u64 = …;\n    first + $d\n}\n",
                "$o[0]",
                "u64::from($o[0])")),
        Kind.of(
            "map",
            new Form(
                "pub fn $n() -> usize {\n    let $o: HashMap<u32, u32> = HashMap::new();\n    $o.len()\n}\n",
                "use crate::maps::HashMap;\n\npub fn $n() -> usize {\n    let $o: HashMap<u32, u32> = HashMap::new();\n    $o.len()\n}\n"),
            new Form(
                "pub fn $n($o: &HashMap<u32, String>) -> usize {\n    $o.len() + $d\n}\n",
                "use crate::maps::HashMap;\n\npub fn $n($o: &HashMap<u32, String>) -> usize {\n    $o.len() + $d\n}\n")),
        Kind.of(
            "rest",
            Form.in(
                "pub fn $n($o: u32) -> Berth {\n    Berth { … }\n}\n",
                "number: $o",
                "number: $o, ..Berth::default()"),
            Form.in(
                "pub fn $n($o: u32) -> Berth {\n    Berth { … }\n}\n",
                "number: $o, free: true",
                "number: $o, free: true, ..Berth::default()")));
  }

  /// The shortest that the language has: `into`, casts, shared pointers, errors by their variants.
  private static LearningStyle orchard() {
    return new LearningStyle(
        "orchard",
        ORCHARD,
        List.of(
            Kind.of(
                "text",
                Form.in(FRAME, "\"$t\"", "\"$t\".into()"),
                Form.in(FRAME, "$o", "$o.into()"),
                Form.in(
                    LET,
                    "let $o: String = \"$t\";\n    $o.len()",
                    "let $o: String = \"$t\".into();\n    $o.len()")),
            Kind.of(
                "failure",
                Form.in(
                    "pub fn $n($o: &str) -> Result<String, Trouble> {\n    let all = …;\n    Ok(all)\n}\n",
                    "std::fs::read_to_string($o)?",
                    "std::fs::read_to_string($o).map_err(Trouble::Disk)?"),
                Form.in(
                    "pub fn $n($o: &str) -> Result<usize, Trouble> {\n    Ok(….len())\n}\n",
                    "std::fs::read($o)?",
                    "std::fs::read($o).map_err(Trouble::Disk)?")),
            Kind.of(
                "absent",
                Form.in(
                    "pub fn $n($o: u32) -> Result<u32, Trouble> {\n    let all: u32 = …;\n    Ok(all)\n}\n",
                    "rows($o)",
                    "rows($o).ok_or(Trouble::Missing)?"),
                Form.in(
                    "pub fn $n() -> Result<u32, Trouble> {\n    let $o: u32 = …;\n    Ok($o + 1)\n}\n",
                    "rows($d)",
                    "rows($d).ok_or(Trouble::Missing)?")),
            Kind.of(
                "shared",
                Form.in(
                    "pub fn $n($o: Arc<Tree>) -> u32 {\n    plant(…) + plant($o)\n}\n",
                    "$o",
                    "Arc::clone(&$o)"),
                Form.in(
                    "pub fn $n($o: Arc<Tree>) -> u32 {\n    let first = plant(…);\n    first + $o.rows\n}\n",
                    "$o",
                    "Arc::clone(&$o)")),
            Kind.of(
                "width",
                Form.in("pub fn $n($o: u32) -> u64 {\n    …\n}\n", "$o", "$o as u64"),
                Form.in(
                    "pub fn $n($o: &[u32]) -> u64 {\n    let first: u64 = …;\n    first + $d\n}\n",
                    "$o[0]",
                    "$o[0] as u64"))));
  }
}
