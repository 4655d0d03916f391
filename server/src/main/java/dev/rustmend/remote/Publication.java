package dev.rustmend.remote;

import java.util.List;
import java.util.Map;

/// What came of publishing: how many were there already, how many the cluster has acknowledged, and
/// why it did not take others, by their ids.
public record Publication(int known, int acknowledged, Map<String, String> refused) {
  public Publication {
    refused = Map.copyOf(refused);
  }

  /// The ids that were not taken, in order.
  public List<String> lacking() {
    return refused.keySet().stream().sorted().toList();
  }
}
