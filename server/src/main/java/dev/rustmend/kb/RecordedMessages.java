package dev.rustmend.kb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What rustc says of the examples of the entries, recorded when the entries are proven, so that
/// nobody has to run it again to know. `release` is that of the compiler, such as `1.95.0`; what it
/// said is by the id of the entry.
///
/// As text, an id stands alone on its line, and what was said below it: ` m ` and a message, ` l `
/// and a label, ` n ` and a note or a help.
public record RecordedMessages(String release, NavigableMap<String, Said> byId) {
  private static final String RESOURCE = "messages.txt";
  private static final int MARK = 4;
  private static final String HEAD = "# rustc ";

  public RecordedMessages {
    byId = Collections.unmodifiableNavigableMap(new TreeMap<>(byId));
  }

  /// What was said of one entry's examples, each text once and on one line. Names of the user's are
  /// holes (`$x`).
  public record Said(List<String> messages, List<String> labels, List<String> notes) {
    static final Said NOTHING = new Said(List.of(), List.of(), List.of());

    public Said {
      messages = List.copyOf(messages);
      labels = List.copyOf(labels);
      notes = List.copyOf(notes);
    }

    private Said with(String line) {
      String content = line.substring(Math.min(line.length(), MARK));
      return switch (line.substring(0, Math.min(line.length(), MARK))) {
        case "  m " -> new Said(plus(messages, content), labels, notes);
        case "  l " -> new Said(messages, plus(labels, content), notes);
        case "  n " -> new Said(messages, labels, plus(notes, content));
        default -> throw new IllegalArgumentException("this line says nothing: " + line);
      };
    }

    private static List<String> plus(List<String> list, String content) {
      return Stream.concat(list.stream(), Stream.of(content)).toList();
    }
  }

  /// Those that come with the program. Throws [UncheckedIOException] when they can not be read.
  public static RecordedMessages shipped() {
    try (InputStream in = RecordedMessages.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        return new RecordedMessages("", new TreeMap<>());
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(reader.readAllAsString());
    } catch (IOException e) {
      throw new UncheckedIOException("the messages in the program can not be read", e);
    }
  }

  /// Reads what [#text()] writes. Throws [IllegalArgumentException] on any other text.
  public static RecordedMessages parse(String text) {
    var byId = new TreeMap<String, Said>();
    String release = "";
    String id = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith(HEAD)) {
        release = line.substring(HEAD.length());
      } else if (!line.startsWith(" ")) {
        id = line;
        byId.put(id, Said.NOTHING);
      } else if (byId.containsKey(id)) {
        byId.compute(id, (_, said) -> (said == null ? Said.NOTHING : said).with(line));
      } else {
        throw new IllegalArgumentException("this line belongs to no entry: " + line);
      }
    }
    return new RecordedMessages(release, byId);
  }

  /// What was said of the examples of the entry `id`; nothing for an entry that is not recorded.
  public Said of(String id) {
    return byId.getOrDefault(id, Said.NOTHING);
  }

  /// The text that is kept, a line for each thing said, so that differences are easy to read.
  public String text() {
    var text = new StringBuilder(HEAD).append(release).append('\n');
    byId.forEach((id, said) -> {
      text.append(id).append('\n');
      said.messages().forEach(each -> text.append("  m ").append(each).append('\n'));
      said.labels().forEach(each -> text.append("  l ").append(each).append('\n'));
      said.notes().forEach(each -> text.append("  n ").append(each).append('\n'));
    });
    return text.toString();
  }
}
