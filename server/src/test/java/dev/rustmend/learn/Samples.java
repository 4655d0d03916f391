package dev.rustmend.learn;

import java.util.List;

/// Events for tests of the log.
final class Samples {
  private Samples() {}

  /// An event about a made-up episode; `number` tells it from others.
  static Event learned(int number) {
    String before = "fn f() -> String { \"%d\" }\n".formatted(number);
    var told =
        new Told(
            "E0308",
            "mismatched types",
            false,
            List.of(new Told.Mark(19, 22, true, "expected `String`, found `&str`")),
            List.of());
    var episode =
        new Episode(
            "/home/somebody/app",
            "src/parser.rs",
            "rustc 1.95.0",
            told,
            before,
            before.replace("\" }", "\".into() }"),
            List.of("rustc"),
            "",
            List.of(),
            "");
    var recipe = new Recipe("E0308", "at primary $a => $a.into()", 1);
    return new Event.Learned(
        "e" + number, number, episode, List.of(recipe), List.of(recipe.id()), List.of(), List.of());
  }
}
