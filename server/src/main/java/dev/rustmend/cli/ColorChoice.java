package dev.rustmend.cli;

import java.util.Locale;
import java.util.Optional;

/// What `--color` says.
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /// Whether output on `channel` is colored. A flag beats the environment; there `NO_COLOR` beats
  /// `CLICOLOR_FORCE`, which beats cargo's own variable, which beats what the terminal is.
  boolean colors(Terminal terminal, Terminal.Channel channel) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> environmentColors(terminal).orElseGet(() -> terminal.isInteractive(channel));
    };
  }

  private static Optional<Boolean> environmentColors(Terminal terminal) {
    if (terminal.variable("NO_COLOR").isPresent()) {
      return Optional.of(false);
    }
    if (terminal.variable("CLICOLOR_FORCE").filter(value -> !value.equals("0")).isPresent()) {
      return Optional.of(true);
    }
    String cargo = terminal.variable("CARGO_TERM_COLOR").orElse("").toLowerCase(Locale.ROOT);
    if (cargo.equals("always") || cargo.equals("never")) {
      return Optional.of(cargo.equals("always"));
    }
    boolean refused =
        terminal.variable("TERM").filter("dumb"::equals).isPresent()
            || terminal.variable("CLICOLOR").filter("0"::equals).isPresent();
    return refused ? Optional.of(false) : Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
