package dev.rustmend.learn;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// One line of the log: a JSON object with an event and the checksum (CRC-32C, eight hexadecimal
/// digits) of the bytes of that event, so that a line that was torn or edited is known as such.
final class LogLine {
  private static final Pattern LINE =
      Pattern.compile("\\{\"sum\":\"([0-9a-f]{8})\",\"event\":(\\{.*})}");

  private LogLine() {}

  /// The line of an event, without its line break.
  static String of(String event) {
    return "{\"sum\":\"%s\",\"event\":%s}".formatted(sum(event), event);
  }

  /// The event of a line; empty for a line that is damaged or not one of ours.
  static Optional<String> event(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() && sum(matcher.group(2)).equals(matcher.group(1))
        ? Optional.of(matcher.group(2))
        : Optional.empty();
  }

  private static String sum(String event) {
    var crc = new CRC32C();
    crc.update(event.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(crc.getValue(), 8);
  }
}
