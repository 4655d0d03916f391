package dev.rustmend.search;

import java.util.Map;

/// How likely a passage is to answer a question, by where it stands, before anybody reads it.
///
/// People ask how something is done, which tasks, templates and the books for learners say. An
/// entry answers an error, and a method of the library answers whoever knows its name. What follows
/// is coarse on purpose, and chosen with the half of the labelled queries that is for tuning.
final class Prior {
  private static final Map<String, Double> BY_SHELF =
      Map.ofEntries(
          Map.entry("tasks", 1.1),
          Map.entry("templates", 1.1),
          Map.entry("errors", 0.6),
          Map.entry("lints", 0.5),
          Map.entry("doc:rust-by-example", 1.1),
          Map.entry("doc:cargo", 0.9),
          Map.entry("doc:clippy", 0.8),
          Map.entry("doc:edition-guide", 0.8),
          Map.entry("doc:rustc", 0.7),
          Map.entry("doc:rustdoc", 0.6),
          Map.entry("doc:embedded-book", 0.5),
          Map.entry("doc:style-guide", 0.5),
          Map.entry("doc:std", 0.5));

  private Prior() {}

  /// The factor for the score of what has this id; 1 for what nothing is known of.
  static double of(String id) {
    int slash = id.indexOf('/');
    return slash < 0 ? 1 : BY_SHELF.getOrDefault(id.substring(0, slash), 1.0);
  }
}
