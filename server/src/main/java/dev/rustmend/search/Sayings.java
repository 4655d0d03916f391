package dev.rustmend.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What the documentation says for what people say: short names, words of other languages, and
/// everyday words for a thing that has a name in Rust. They stand in `kb-data/sayings.txt`, one to
/// a line: what people say, in one or more ways with commas between them, then a colon and the
/// documentation's words.
public final class Sayings {
  private static final String FILE = "/kb-data/sayings.txt";
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Sayings SHIPPED = shippedOnes();

  private final List<Line> lines;

  private record Line(Pattern said, String meant) {}

  /// A saying of a question: the words in it, in lower case, and the documentation's words for
  /// them.
  public record Saying(String said, String meant) {}

  private Sayings(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /// Those that come with the program.
  public static Sayings shipped() {
    return SHIPPED;
  }

  /// The sayings of a file's lines; empty ones and those that begin with `#` say nothing. Throws
  /// [IllegalArgumentException] with the line when one has no colon or nothing beside it.
  static Sayings parse(List<String> text) {
    var lines = new ArrayList<Line>();
    for (String line : text) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.lastIndexOf(": ");
      if (colon < 1 || line.substring(colon + 1).isBlank()) {
        throw new IllegalArgumentException("a saying needs words on both sides of `: `: " + line);
      }
      lines.add(new Line(said(line.substring(0, colon)), line.substring(colon + 1).strip()));
    }
    return new Sayings(lines);
  }

  /// The sayings in `question`, each once, in the order of what they mean.
  public List<Saying> in(String question) {
    String low = Identifiers.lower(question);
    var found = new ArrayList<Saying>();
    for (Line line : lines) {
      var matcher = line.said().matcher(low);
      if (matcher.find()) {
        found.add(new Saying(matcher.group(), line.meant()));
      }
    }
    found.sort(Comparator.comparing(Saying::meant));
    return List.copyOf(found);
  }

  /// What is meant by them.
  List<String> meant(String question) {
    return in(question).stream().map(Saying::meant).distinct().toList();
  }

  /// Any of the ways to say it, as whole words, with or without an `s` at the end.
  private static Pattern said(String ways) {
    String any = String.join("|", COMMA.splitAsStream(ways.strip()).map(Pattern::quote).toList());
    return Pattern.compile("(?<![\\w:])(?:" + any + ")s?(?![\\w:])");
  }

  private static Sayings shippedOnes() {
    try (InputStream in = Sayings.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " can not be read", e);
    }
  }
}
