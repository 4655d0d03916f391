package dev.rustmend.prompt;

/// A program with an error of the same kind and the same program repaired, from the entry `id` of
/// the knowledge base; `title` says in words what was done.
public record Pair(String id, String title, String before, String after) {
  int length() {
    return before.length() + after.length();
  }
}
