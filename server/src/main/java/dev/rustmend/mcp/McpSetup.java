package dev.rustmend.mcp;

import dev.rustmend.service.Roots;
import dev.rustmend.service.RustmendService;
import java.time.Duration;
import java.util.Optional;

/// What a server of the protocol gets from whoever starts it. `own` are the folders that count
/// where the client names none; `trust` says what a client's own roots are worth; after `patience`
/// a call that is not done comes back as a job. With `rustCoder` its tools are offered as well. The
/// service is not closed with the server.
public record McpSetup(
    RustmendService service,
    Roots own,
    Trust trust,
    Duration patience,
    String version,
    Optional<RustCoderTools> rustCoder) {

  /// What the roots of a client may do.
  public enum Trust {
    /// They replace `own`: the client is the user's and has started this process.
    REPLACES,
    /// They only narrow `own` down.
    NARROWS
  }
}
