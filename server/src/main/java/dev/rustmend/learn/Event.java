package dev.rustmend.learn;

import java.util.List;

/// Something that happened, as the log keeps it. `id` is different for every event, `at` is in
/// milliseconds since 1970.
public sealed interface Event {
  /// The id that no other event has.
  String id();

  /// When it happened, in milliseconds since 1970.
  long at();

  /// The user repaired an error. `recipes` were made of the episode, some of them together with
  /// earlier ones; `hits` are the ids of all recipes that would have made just this repair, and
  /// `misses` of those that were offered and would have made another. `supports` says which earlier
  /// episodes the new recipes repair as well.
  record Learned(
      String id,
      long at,
      Episode episode,
      List<Recipe> recipes,
      List<String> hits,
      List<String> misses,
      List<Support> supports)
      implements Event {
    public Learned {
      recipes = List.copyOf(recipes);
      hits = List.copyOf(hits);
      misses = List.copyOf(misses);
      supports = List.copyOf(supports);
    }
  }

  /// A recipe and the id of the event of an earlier episode that it repairs.
  record Support(String recipe, String event) {}

  /// The user, or what became of the code, says something about a recipe, in a project.
  record Judged(String id, long at, String project, String recipe, Feedback feedback)
      implements Event {}

  /// The user wants these recipes to be forgotten, or all of a project (`project:` and its root).
  record Forgotten(String id, long at, List<String> what) implements Event {
    /// What stands before the root of a project.
    static final String PROJECT = "project:";

    public Forgotten {
      what = List.copyOf(what);
    }
  }

  /// A recipe came with an entry that the user has imported; `markdown` is its file.
  record Imported(String id, long at, Recipe recipe, String title, String markdown)
      implements Event {}

  /// `rustmend fix` has written texts with these hashes (SHA-256): no user's edit made them.
  record Written(String id, long at, List<String> sha256) implements Event {
    public Written {
      sha256 = List.copyOf(sha256);
    }
  }

  /// What is said about a recipe.
  enum Feedback {
    /// The user took its fix.
    TAKEN,
    /// What it wrote was still there at the next commit.
    KEPT,
    /// What it wrote was taken back.
    UNDONE,
    /// The user said so.
    NOT_USEFUL
  }
}
