package dev.rustmend.learn;

import java.util.List;

/// What came of a repair that somebody reported.
public sealed interface Taught {

  /// It is remembered; `recipes` are the ids of those that it gave or has confirmed, none when it
  /// can not be said as a recipe yet.
  record Remembered(List<String> recipes) implements Taught {
    public Remembered {
      recipes = List.copyOf(recipes);
    }
  }

  /// It teaches nothing; the sentence says why.
  record Nothing(String sentence) implements Taught {}
}
