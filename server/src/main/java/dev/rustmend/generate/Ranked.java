package dev.rustmend.generate;

import dev.rustmend.kb.Guide;

/// A template and how well it fits a description: `score` is larger for a better fit, `meaning` the
/// nearness of meanings (a cosine), `words` the share of the description's words that it has.
public record Ranked(Guide template, double score, double meaning, double words) {
  /// The template's id.
  public String id() {
    return template.id();
  }
}
