package dev.rustmend.bench;

import java.util.List;

/// What `bench episodes` found: how the scripted histories went, and every episode that was
/// recorded in them.
public record EpisodesReport(
    String compiler, long seed, List<History> histories, List<Recorded> episodes) {
  public EpisodesReport {
    histories = List.copyOf(histories);
    episodes = List.copyOf(episodes);
  }

  /// One history: how many scenes it had, how many of them hold no repair, how many repairs the
  /// others hold, and those that were not recorded, by their scene and code.
  public record History(String name, int scenes, int others, int repairs, List<String> missed) {
    public History {
      missed = List.copyOf(missed);
    }
  }

  /// An episode: in which scene it was recorded, whether it is a repair that the script made just
  /// then, what rustc had said, which lines went and came, how many recipes it gave, and which
  /// offered fix was taken, or nothing.
  public record Recorded(
      String key,
      String history,
      String scene,
      boolean isTrue,
      String code,
      String message,
      String file,
      List<String> gone,
      List<String> come,
      int recipes,
      String taken) {
    public Recorded {
      gone = List.copyOf(gone);
      come = List.copyOf(come);
    }
  }

  /// The episodes of one history.
  List<Recorded> of(History history) {
    return episodes.stream().filter(each -> each.history().equals(history.name())).toList();
  }

  /// Those that are no repair of the script's.
  public List<Recorded> wrong() {
    return episodes.stream().filter(each -> !each.isTrue()).toList();
  }

  /// How many repairs the scripts made and how many of them were recorded.
  Share recall() {
    int repairs = histories.stream().mapToInt(History::repairs).sum();
    int missed = histories.stream().mapToInt(history -> history.missed().size()).sum();
    return new Share(repairs - missed, repairs);
  }
}
