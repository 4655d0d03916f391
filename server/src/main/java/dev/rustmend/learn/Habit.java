package dev.rustmend.learn;

import java.util.List;
import java.util.Optional;

/// A recipe with what is known about it in one project, or in all of them.
///
/// `repairs` are the distinct episodes that it repairs, oldest first, with their time; `taken` is
/// how often its fix was taken. `title` is there for one that was imported.
public record Habit(
    Recipe recipe,
    List<Event.Learned> repairs,
    int taken,
    int offered,
    Evidence evidence,
    Optional<Event.Imported> imported) {
  private static final double TRUSTED = 0.5;
  private static final double MUTED = 0.2;
  private static final double ENOUGH_TO_MUTE = 3;

  public Habit {
    repairs = List.copyOf(repairs);
  }

  /// The title of the entry that it was imported with.
  public Optional<String> title() {
    return imported.map(Event.Imported::title);
  }

  /// Whether it is offered as a fix of its own right: it repairs a second episode, or was taken
  /// twice, or the user has imported it.
  public boolean isEstablished() {
    return repairs.size() >= 2 || taken >= 2 || imported.isPresent();
  }

  /// Whether the evidence speaks clearly enough for it that it comes before all other fixes.
  public boolean isTrusted() {
    return isEstablished() && (evidence.bound() >= TRUSTED || evidence.equals(Evidence.NONE));
  }

  /// Whether it is no longer offered, since people did something else or said so.
  public boolean isMuted() {
    return evidence.good() + evidence.bad() >= ENOUGH_TO_MUTE && evidence.bound() < MUTED;
  }

  /// What it is now, as one word: `trusted`, `established`, `once` or `muted`.
  public String word() {
    return isMuted() ? "muted" : isTrusted() ? "trusted" : isEstablished() ? "established" : "once";
  }

  /// The lower bound by which habits are ranked.
  public double bound() {
    return evidence.bound();
  }
}
