package dev.rustmend.verify;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Remembers what changed on the disk since the session began, as ids of contents.
final class ContentIds {
  /// The id of what is not there.
  static final String ABSENT = "absent";

  private final Map<Path, String> atStart = new HashMap<>();
  private final Map<Path, String> now = new HashMap<>();

  private boolean inSession;

  /// From now on, changes count: what came before is the state that the session found.
  void beginSession() {
    inSession = true;
  }

  boolean inSession() {
    return inSession;
  }

  void changed(Path real, String before, String after) {
    if (!inSession || before.equals(after)) {
      return;
    }
    atStart.putIfAbsent(real, before);
    now.put(real, after);
  }

  /// The key of the disk as it is now with `overlay` over it, given by the ids of its texts.
  StateKey key(Map<Path, String> overlay) {
    var differences = new TreeMap<Path, String>(now);
    differences.putAll(overlay);
    differences.entrySet().removeIf(entry -> entry.getValue().equals(atStart.get(entry.getKey())));
    return new StateKey(differences);
  }
}
