package dev.rustmend.kb;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The knowledge base that comes with the program, read when it is first asked for. Safe to use
/// from any thread.
public final class ShippedBase implements Supplier<KnowledgeBase> {
  private @Nullable KnowledgeBase base;

  @Override
  public synchronized KnowledgeBase get() {
    KnowledgeBase known = base;
    if (known == null) {
      known = KnowledgeBase.shipped();
      base = known;
    }
    return known;
  }
}
