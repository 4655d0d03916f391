package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColorChoiceTest {
  private static final Set<Terminal.Channel> TTY = EnumSet.allOf(Terminal.Channel.class);
  private static final Set<Terminal.Channel> PIPE = Set.of();

  @Test
  void aTerminalIsColoredAndAPipeIsNot() {
    assertThat(auto(TTY, Map.of())).isTrue();
    assertThat(auto(PIPE, Map.of())).isFalse();
  }

  @Test
  void theEnvironmentRefusesOrForces() {
    assertThat(auto(TTY, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(auto(TTY, Map.of("TERM", "dumb"))).isFalse();
    assertThat(auto(TTY, Map.of("CARGO_TERM_COLOR", "never"))).isFalse();
    assertThat(auto(PIPE, Map.of("CLICOLOR_FORCE", "1"))).isTrue();
    assertThat(auto(PIPE, Map.of("CLICOLOR_FORCE", "0"))).isFalse();
    assertThat(auto(PIPE, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"))).isFalse();
    assertThat(auto(TTY, Map.of("NO_COLOR", ""))).isTrue();
  }

  @Test
  void aFlagBeatsTheEnvironment() {
    var refusing = terminal(PIPE, Map.of("NO_COLOR", "1"));
    assertThat(ColorChoice.ALWAYS.colors(refusing, Terminal.Channel.OUT)).isTrue();
    var forcing = terminal(TTY, Map.of("CLICOLOR_FORCE", "1"));
    assertThat(ColorChoice.NEVER.colors(forcing, Terminal.Channel.OUT)).isFalse();
  }

  private static boolean auto(Set<Terminal.Channel> interactive, Map<String, String> environment) {
    return ColorChoice.AUTO.colors(terminal(interactive, environment), Terminal.Channel.OUT);
  }

  private static Terminal terminal(
      Set<Terminal.Channel> interactive, Map<String, String> environment) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Terminal(
        new ByteArrayInputStream(new byte[0]),
        nowhere,
        nowhere,
        interactive,
        80,
        environment,
        Path.of("/"));
  }
}
