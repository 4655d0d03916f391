package dev.rustmend.bench;

import java.util.List;
import java.util.Set;

/// An item that does not compile, or that rustc warns of, and what somebody makes of it. `$n` is a
/// number that the item's names have, `$t` a word.
record ScriptedBreak(String name, Set<String> codes, String broken, String repaired) {
  ScriptedBreak {
    codes = Set.copyOf(codes);
  }

  /// The same for one place.
  ScriptedBreak at(int number, String word) {
    return new ScriptedBreak(
        name, codes, filled(broken, number, word), filled(repaired, number, word));
  }

  private static String filled(String text, int number, String word) {
    return text.replace("$n", String.valueOf(number)).replace("$t", word);
  }

  private static ScriptedBreak in(
      String name, String code, String frame, String broken, String repaired) {
    return new ScriptedBreak(
        name, Set.of(code), frame.replace("…", broken), frame.replace("…", repaired));
  }

  /// Those that are repaired inside of one function. `style` is the history's way to make a text.
  static List<ScriptedBreak> all(String style) {
    String string = "pub fn name_$n(code: u32) -> String {\n    match code {\n        0 => String::new(),\n        _ => …,\n    }\n}\n";
    String count = "pub fn count_$n(of: u32) -> u32 {\n    …\n}\n";
    return List.of(
        in("text", "E0308", string, "\"$t\"", style.formatted("\"$t\"")),
        in("absent", "E0308", count, "rows(of)", "rows(of).unwrap_or(0)"),
        in("width", "E0308", "pub fn wide_$n(of: u32) -> u64 {\n    let all: u64 = …;\n    all * 2\n}\n", "of", "u64::from(of)"),
        in("misspelt", "E0425", "pub fn sum_$n(of: u32) -> u32 {\n    let total_$n = of + 1;\n    … * 2\n}\n", "totl_$n", "total_$n"),
        in("argument", "E0061", "pub fn size_$n(of: u32) -> u32 {\n    let size = …;\n    size + 1\n}\n", "area(of)", "area(of, 3)"),
        in("field", "E0063", "pub fn berth_$n(of: u32) -> Berth {\n    …\n}\n", "Berth { number: of }", "Berth { number: of, ..Berth::default() }"),
        in("moved", "E0382", "pub fn moved_$n(of: String) -> usize {\n    let first = eat(…);\n    first + of.len()\n}\n", "of", "of.clone()"),
        in("mutable", "E0596", "pub fn push_$n(of: u32) -> usize {\n    let … = vec![of];\n    list_$n.push(2);\n    list_$n.len()\n}\n", "list_$n", "mut list_$n"),
        in("borrowed", "E0502", "pub fn held_$n(mut of: Vec<u32>) -> u32 {\n    let first = …;\n    of.push(1);\n    first + 1\n}\n", "&of[0]", "of[0]"),
        in("operand", "E0308", "pub fn mixed_$n(of: &str, more: u32) -> usize {\n    of.len() + …\n}\n", "more", "more as usize"),
        in("semicolon", "E0308", count, "of + $n;", "of + $n"),
        in("path", "E0433", "pub fn now_$n() -> std::time::Duration {\n    …\n}\n", "Instant::now().elapsed()", "std::time::Instant::now().elapsed()"),
        in("lifetime", "E0106", "…\n    if one.len() > $n { one } else { other }\n}\n", "pub fn longer_$n(one: &str, other: &str) -> &str {", "pub fn longer_$n<'a>(one: &'a str, other: &'a str) -> &'a str {"),
        in("question", "E0308", "pub fn read_$n(of: &str) -> Result<u32, std::num::ParseIntError> {\n    let got: u32 = …;\n    Ok(got + 1)\n}\n", "number(of)", "number(of)?"),
        in("derive", "E0599", "…pub struct Tag$n {\n    pub of: u32,\n}\n\npub fn again_$n(of: &Tag$n) -> Tag$n {\n    Clone::clone(of).same_$n()\n}\n\nimpl Tag$n {\n    pub fn same_$n(&self) -> Tag$n {\n        Tag$n { of: self.of }\n    }\n\n    pub fn twice_$n(self) -> (Tag$n, u32) {\n        (self.clone(), self.of)\n    }\n}\n", "", "#[derive(Clone)]\n"),
        new ScriptedBreak("arm", Set.of("E0004"),
            "pub fn mood_$n(of: &Mood) -> u32 {\n    match of {\n        Mood::Calm => 1,\n        Mood::Rough => $n,\n    }\n}\n",
            "pub fn mood_$n(of: &Mood) -> u32 {\n    match of {\n        Mood::Calm => 1,\n        Mood::Rough => $n,\n        Mood::Wild => 0,\n    }\n}\n"),
        new ScriptedBreak("method", Set.of("E0046"),
            "pub struct Mark$n;\n\nimpl std::fmt::Display for Mark$n {\n}\n",
            "pub struct Mark$n;\n\nimpl std::fmt::Display for Mark$n {\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n        f.write_str(\"$t\")\n    }\n}\n"),
        in("parenthesis", "", "pub fn open_$n(of: u32) -> u32 {\n    let all = …;\n    all + 1\n}\n", "area(of, 2", "area(of, 2)"),
        in("unused", "unused_variables", "pub fn spare_$n(of: u32) -> u32 {\n    let … = of + 1;\n    of * 2\n}\n", "rest_$n", "_rest_$n"),
        in("unneeded mut", "unused_mut", "pub fn fixed_$n(of: u32) -> u32 {\n    let …kept = of + 1;\n    kept * 2\n}\n", "mut ", ""),
        in("unused result", "unused_must_use", "pub fn drop_$n(of: &str) {\n    …;\n}\n", "number(of)", "let _ = number(of)"));
  }
}
