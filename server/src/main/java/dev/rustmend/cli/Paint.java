package dev.rustmend.cli;

/// Puts color on text, or leaves it plain. The colors are those of rustc and cargo.
enum Paint {
  COLORED,
  PLAIN;

  /// What a piece of text is, and its attributes in the terms of ECMA-48.
  enum Ink {
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;32"),
    HELP("1;36"),
    /// Line numbers, bars and secondary labels.
    GUTTER("1;34"),
    ADDED("32"),
    ADDED_PART("1;32"),
    REMOVED("31"),
    REMOVED_PART("1;31"),
    GOOD("1;32"),
    PARTIAL("1;33"),
    STRONG("1"),
    FAINT("2"),
    HEADING("1;4"),
    CODE("36"),
    PLAIN("");

    private final String attributes;

    Ink(String attributes) {
      this.attributes = attributes;
    }
  }

  /// The paint for one of the streams.
  static Paint on(Terminal terminal, Terminal.Channel channel, ColorChoice choice) {
    return choice.colors(terminal, channel) ? COLORED : PLAIN;
  }

  /// `text` in `ink`; the ink ends with the text.
  String in(Ink ink, String text) {
    return this == PLAIN || ink == Ink.PLAIN || text.isEmpty()
        ? text
        : "\u001b[" + ink.attributes + "m" + text + "\u001b[0m";
  }
}
