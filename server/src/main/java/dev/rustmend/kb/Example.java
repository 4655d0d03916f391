package dev.rustmend.kb;

import java.util.Map;

/// A broken program and the same program repaired.
public record Example(Program broken, Map<String, String> repaired) {
  public Example {
    repaired = Map.copyOf(repaired);
  }
}
