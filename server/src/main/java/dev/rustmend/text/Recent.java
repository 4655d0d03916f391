package dev.rustmend.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What was found out about the keys that were asked for last, so that it need not be found out
/// again; the one asked for longest ago is forgotten first. Safe to use from any thread.
public final class Recent<K, V> {
  private final int capacity;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

  /// Remembers `capacity` keys.
  public Recent(int capacity) {
    this.capacity = capacity;
  }

  /// What is known about `key`, else what `find` finds out. Two threads that ask for the same new
  /// key may both find it out.
  public V of(K key, Function<? super K, ? extends V> find) {
    synchronized (values) {
      V known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    V found = find.apply(key);
    synchronized (values) {
      values.put(key, found);
      if (values.size() > capacity) {
        values.remove(values.keySet().iterator().next());
      }
    }
    return found;
  }
}
