package dev.rustmend.documentation;

/// Pages that only lead to another one: old addresses that still work.
final class Redirection {
  /// The sign stands in the head, and no such page is long.
  private static final int LONGEST = 4_000;

  private Redirection() {}

  static boolean isOne(String html) {
    return html.length() < LONGEST
        && (html.contains("http-equiv=\"refresh\"") || html.contains("location.replace("));
  }
}
