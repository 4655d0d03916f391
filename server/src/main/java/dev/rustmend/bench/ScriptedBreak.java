package dev.rustmend.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    String string =
        "pub fn name_$n(code: u32) -> String {\n    match code {\n        0 => String::new(),\n        $n => …,\n        _ => \"-\".repeat(2),\n    }\n}\n";
    return Stream.of(ofTypes(string, style), ofNames(), ofOwnership(), ofItems(), ofWarnings())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ScriptedBreak> ofTypes(String string, String style) {
    return List.of(
        in("text", "E0308", string, "\"$t\"", style.formatted("\"$t\"")),
        in(
            "absent",
            "E0308",
            "pub fn count_$n(of_$n: u32) -> u32 {\n    …\n}\n",
            "rows(of_$n)",
            "rows(of_$n).unwrap_or(0)"),
        in(
            "width",
            "E0308",
            "pub fn wide_$n(of: u32) -> u64 {\n    let all_$n: u64 = …;\n    all_$n * 2\n}\n",
            "of",
            "u64::from(of)"),
        new ScriptedBreak(
            "operand",
            Set.of("E0308", "E0277"),
            "pub fn mixed_$n(of: &str, more_$n: u32) -> usize {\n    of.len() + more_$n\n}\n",
            "pub fn mixed_$n(of: &str, more_$n: u32) -> usize {\n    of.len() + more_$n as usize\n}\n"),
        in(
            "semicolon",
            "E0308",
            "pub fn plus_$n(of: u32) -> u32 {\n    …\n}\n",
            "of + $n;",
            "of + $n"),
        in(
            "question",
            "E0308",
            "pub fn read_$n(of: &str) -> Result<u32, std::num::ParseIntError> {\n    let got_$n: u32 = …;\n    Ok(got_$n + 1)\n}\n",
            "number(of)",
            "number(of)?"));
  }

  private static List<ScriptedBreak> ofNames() {
    return List.of(
        in(
            "misspelt",
            "E0425",
            "pub fn sum_$n(of: u32) -> u32 {\n    let total_$n = of + 1;\n    … * 2\n}\n",
            "totl_$n",
            "total_$n"),
        in(
            "path",
            "E0433",
            "pub fn now_$n() -> std::time::Duration {\n    let now_$n = …;\n    now_$n.elapsed()\n}\n",
            "Instant::now()",
            "std::time::Instant::now()"),
        in(
            "lifetime",
            "E0106",
            "…\n    if one.len() > $n { one } else { other }\n}\n",
            "pub fn longer_$n(one: &str, other: &str) -> &str {",
            "pub fn longer_$n<'a>(one: &'a str, other: &'a str) -> &'a str {"),
        in(
            "parenthesis",
            "",
            "pub fn open_$n(of: u32) -> u32 {\n    let all_$n = …;\n    all_$n + 1\n}\n",
            "area(of, 2",
            "area(of, 2)"));
  }

  private static List<ScriptedBreak> ofOwnership() {
    return List.of(
        in(
            "moved",
            "E0382",
            "pub fn moved_$n(of: String) -> usize {\n    let first_$n = eat(…);\n    first_$n + of.len()\n}\n",
            "of",
            "of.clone()"),
        in(
            "mutable",
            "E0596",
            "pub fn push_$n(of: u32) -> usize {\n    let … = vec![of];\n    list_$n.push(2);\n    list_$n.len()\n}\n",
            "list_$n",
            "mut list_$n"),
        in(
            "borrowed",
            "E0502",
            "pub fn held_$n(mut of: Vec<u32>) -> u32 {\n    let first_$n = …;\n    of.push(1);\n    first_$n + 1\n}\n",
            "&of[0]",
            "of[0]"));
  }

  private static List<ScriptedBreak> ofItems() {
    return List.of(
        in(
            "argument",
            "E0061",
            "pub fn size_$n(of: u32) -> u32 {\n    let size_$n = …;\n    size_$n + 1\n}\n",
            "area(of)",
            "area(of, 3)"),
        in(
            "field",
            "E0063",
            "pub fn berth_$n(of_$n: u32) -> Berth {\n    …\n}\n",
            "Berth { number: of_$n }",
            "Berth { number: of_$n, ..Berth::default() }"),
        new ScriptedBreak(
            "derive",
            Set.of("E0277", "E0599"),
            "pub struct Tag$n {\n    pub of: u32,\n}\n\npub fn twice_$n(of: Tag$n) -> (Tag$n, Tag$n) {\n    (of.clone(), of)\n}\n",
            "#[derive(Clone)]\npub struct Tag$n {\n    pub of: u32,\n}\n\npub fn twice_$n(of: Tag$n) -> (Tag$n, Tag$n) {\n    (of.clone(), of)\n}\n"),
        new ScriptedBreak(
            "arm",
            Set.of("E0004"),
            "pub fn mood_$n(of: &Mood) -> u32 {\n    match of {\n        Mood::Calm => 1,\n        Mood::Rough => $n,\n    }\n}\n",
            "pub fn mood_$n(of: &Mood) -> u32 {\n    match of {\n        Mood::Calm => 1,\n        Mood::Rough => $n,\n        Mood::Wild => $n,\n    }\n}\n"),
        new ScriptedBreak(
            "method",
            Set.of("E0046"),
            "pub struct Mark$n;\n\nimpl std::fmt::Display for Mark$n {\n}\n",
            "pub struct Mark$n;\n\nimpl std::fmt::Display for Mark$n {\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n        f.write_str(\"$t $n\")\n    }\n}\n"));
  }

  private static List<ScriptedBreak> ofWarnings() {
    return List.of(
        in(
            "unused",
            "unused_variables",
            "pub fn spare_$n(of: u32) -> u32 {\n    let … = of + 1;\n    of * 2\n}\n",
            "rest_$n",
            "_rest_$n"),
        in(
            "unneeded mut",
            "unused_mut",
            "pub fn fixed_$n(of: u32) -> u32 {\n    let …kept_$n = of + 1;\n    kept_$n * 2\n}\n",
            "mut ",
            ""),
        in(
            "unused result",
            "unused_must_use",
            "pub fn drop_$n(of_$n: &str) {\n    …;\n}\n",
            "number(of_$n)",
            "let _ = number(of_$n)"));
  }
}
