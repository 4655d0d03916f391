package dev.rustmend.bench;

import java.util.Map;

/// A query with what helps, as a person has judged it.
///
/// `grades` are by id: 3 is what was asked for, 2 helps as well, 1 is beside the point but useful.
/// `id` is an entry, task or template, or `doc:` with a page and a heading.
public record LabelledQuery(String id, Sort sort, String query, Map<String, Integer> grades) {
  /// The grade from which on a passage answers the query.
  static final int HELPS = 2;

  /// The grade of what was asked for.
  static final int BEST = 3;

  /// Who asks.
  public enum Sort {
    /// rustc's output for a broken program; the entry that repairs it is looked for.
    ERROR,
    /// Somebody's words; a task or a passage of the documentation is looked for.
    QUESTION
  }

  public LabelledQuery {
    grades = Map.copyOf(grades);
  }

  /// The half that it belongs to, by its id alone.
  public Half half() {
    return Half.of(id);
  }
}
