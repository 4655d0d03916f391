package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome.Checked;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the compiler said of the states that were compiled last, so that none is compiled twice.
/// Not safe for several threads at once.
final class KnownStates {
  private static final int REMEMBERED = 512;

  private final Map<StateKey, Checked> states = new LinkedHashMap<>();

  Optional<Checked> get(StateKey key) {
    Checked known = states.remove(key);
    if (known != null) {
      states.put(key, known); // now the youngest
    }
    return Optional.ofNullable(known);
  }

  void clear() {
    states.clear();
  }

  void put(StateKey key, Checked checked) {
    states.put(key, checked);
    if (states.size() > REMEMBERED) {
      Iterator<StateKey> oldest = states.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
