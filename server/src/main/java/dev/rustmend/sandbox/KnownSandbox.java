package dev.rustmend.sandbox;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sandbox of this machine, found out when it is needed first. Safe to use from any thread.
public final class KnownSandbox implements Supplier<Sandbox> {
  private final Map<String, String> environment;
  private @Nullable Sandbox known;

  /// `environment` is that of this process.
  public KnownSandbox(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public synchronized Sandbox get() {
    Sandbox present = known;
    if (present != null) {
      return present;
    }
    try {
      Sandbox found = Sandbox.find(environment);
      known = found;
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sandbox.none("looking for one was interrupted");
    }
  }
}
