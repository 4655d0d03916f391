package dev.rustmend.cli;

/// Numbers with their noun.
final class Count {
  private Count() {}

  /// `1 error`, `2 errors`, `no errors`, `2 fixes`.
  static String of(long count, String noun) {
    String several =
        noun.endsWith("ry")
            ? noun.substring(0, noun.length() - 1) + "ies"
            : noun + (noun.endsWith("x") ? "es" : "s");
    return switch ((int) Math.min(count, 2)) {
      case 0 -> "no " + several;
      case 1 -> "1 " + noun;
      default -> count + " " + several;
    };
  }
}
