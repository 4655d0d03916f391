package dev.rustmend.learn;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which git history to learn from: that of `folder`, whose Cargo workspace counts; commits since
/// `since` in git's own words, at most `maxCommits` of them, for as long as `patience` lasts.
/// `freshness` says whether it goes on where an earlier run ended.
public record HistoryRequest(
    Path folder, Optional<String> since, int maxCommits, Duration patience, Freshness freshness) {

  /// What becomes of an earlier run's notes.
  public enum Freshness {
    GOES_ON,
    BEGINS_AGAIN
  }
}
