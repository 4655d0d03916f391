package dev.rustmend.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
  private final Inbox inbox = new Inbox(new Requests());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{",
        "[]",
        "{}",
        "null",
        "{\"jsonrpc\":\"1.0\",\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":5}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]}",
        "{\"jsonrpc\":\"2.0\",\"result\":{}}",
      })
  void whatIsNoMessageIsRefused(String message) {
    assertThat(inbox.look("c", message)).isInstanceOf(Inbox.Verdict.Refused.class);
  }

  @Test
  void whatIsNestedTooDeeplyIsNotEvenParsed() {
    assertThat(inbox.look("c", "[".repeat(100_000))).isInstanceOf(Inbox.Verdict.Refused.class);
  }

  @Test
  void aCallIsMarkedAndTheRestGoesThroughAsItIs() {
    String ping = "{\"jsonrpc\":\"2.0\", \"id\":1, \"method\":\"ping\"}";
    assertThat(inbox.look("c", ping)).isEqualTo(new Inbox.Verdict.Pass(ping));
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}";
    assertThat(inbox.look("c", call))
        .isEqualTo(
            new Inbox.Verdict.Pass(
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"x\","
                    + "\"_meta\":{\"rustmend/request\":\"7\"}}}"));
  }

  @Test
  void linesThatAreTooLongAreAnsweredAndSkipped() throws IOException {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    String in = "x".repeat(500) + "\n\n" + ping + "\r\n" + ping;
    List<String> refused = new ArrayList<>();
    var ends = new ArrayList<Boolean>();
    try (var gate =
        new LineGate(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            100,
            inbox,
            refused::add,
            () -> ends.add(true))) {
      String passed = new String(gate.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(passed.lines().map(String::strip)).containsExactly(ping, ping);
    }
    assertThat(refused).hasSize(1);
    assertThat(ends).hasSize(1);
  }
}
