package dev.rustmend.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// The body of an answer, read piece by piece: server-sent events, or one JSON document from a
/// service that does not stream.
final class ChatStream {
  private static final String DATA = "data:";
  private static final String DONE = "[DONE]";
  private static final int LONGEST = 4 << 20;

  private final Consumer<String> onText;
  private Optional<String> finish = Optional.empty();
  private ChatMessages.Usage usage = new ChatMessages.Usage(0, 0, 0);
  private int read;

  ChatStream(Consumer<String> onText) {
    this.onText = onText;
  }

  /// Why the service says that the answer ended.
  Optional<String> finish() {
    return finish;
  }

  ChatMessages.Usage usage() {
    return usage;
  }

  /// Reads to the end. Throws [ChatFailure] when the service reports one or does not speak the
  /// protocol, [IOException] when the stream breaks off.
  void read(InputStream body) throws IOException, ChatFailure {
    var whole = new StringBuilder();
    boolean events = false;
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        count(line);
        if (line.startsWith(DATA)) {
          events = true;
          String data = line.substring(DATA.length()).strip();
          if (data.equals(DONE)) {
            finish = finish.or(() -> Optional.of("stop"));
            return;
          }
          take(data);
        } else if (!events) {
          whole.append(line).append('\n');
        }
      }
    }
    if (!events && !whole.toString().isBlank()) {
      take(whole.toString());
    }
    if (finish.isEmpty()) {
      throw new IOException("the stream ended before the answer did");
    }
  }

  private void take(String json) throws ChatFailure {
    ChatMessages.Piece piece =
        ChatMessages.piece(json)
            .orElseThrow(() -> new ChatFailure("its answer is not in OpenAI's protocol"));
    if (piece.failure().isPresent()) {
      throw new ChatFailure(piece.failure().get());
    }
    piece.usage().ifPresent(told -> usage = told);
    finish = piece.finish().or(() -> finish);
    if (!piece.text().isEmpty()) {
      onText.accept(piece.text());
    }
  }

  private void count(String line) throws ChatFailure {
    read += line.length();
    if (read > LONGEST) {
      throw new ChatFailure("its answer does not end");
    }
  }
}
