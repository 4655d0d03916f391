package dev.rustmend.kb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of rustc's with holes: ``cannot find type `$name` in this scope``.
///
/// `$name` is a hole that binds some text, `…` is any text that nobody needs, and `|` outside of
/// back-ticks separates alternatives. The whole text must match.
public final class TextTemplate {
  private static final Pattern ALTERNATIVE =
      Pattern.compile("\\s*\\|\\s*(?=(?:[^`]*`[^`]*`)*[^`]*$)");
  private static final Pattern PART = Pattern.compile("\\$(\\w+)|…");

  private final String source;
  private final List<Alternative> alternatives;

  private record Alternative(Pattern pattern, List<String> holes) {}

  private TextTemplate(String source, List<Alternative> alternatives) {
    this.source = source;
    this.alternatives = List.copyOf(alternatives);
  }

  /// Reads a template; every text is one.
  public static TextTemplate of(String source) {
    var alternatives = new ArrayList<Alternative>();
    ALTERNATIVE.splitAsStream(source).map(TextTemplate::alternative).forEach(alternatives::add);
    return new TextTemplate(source, alternatives);
  }

  private static Alternative alternative(String text) {
    var regex = new StringBuilder();
    var holes = new ArrayList<String>();
    Matcher part = PART.matcher(text);
    int from = 0;
    while (part.find()) {
      regex.append(Pattern.quote(text.substring(from, part.start())));
      if (part.group(1) == null) {
        regex.append(".*?");
      } else if (holes.contains(part.group(1))) {
        regex.append("\\").append(holes.indexOf(part.group(1)) + 1).append("(?:)");
      } else {
        regex.append("(.+?)");
        holes.add(part.group(1));
      }
      from = part.end();
    }
    regex.append(Pattern.quote(text.substring(from)));
    return new Alternative(Pattern.compile(regex.toString(), Pattern.DOTALL), holes);
  }

  /// The names of the holes of every alternative.
  public List<String> holes() {
    return alternatives.stream().flatMap(each -> each.holes.stream()).distinct().toList();
  }

  /// What the holes hold when `text` matches; empty when it does not. A hole that occurs twice must
  /// hold the same text.
  public Optional<Map<String, String>> match(String text) {
    return alternatives.stream().flatMap(each -> match(each, text).stream()).findFirst();
  }

  private static Optional<Map<String, String>> match(Alternative alternative, String text) {
    Matcher matcher = alternative.pattern.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var bound = new HashMap<String, String>();
    for (int i = 0; i < alternative.holes.size(); i++) {
      bound.put(alternative.holes.get(i), matcher.group(i + 1));
    }
    return Optional.of(Map.copyOf(bound));
  }

  @Override
  public String toString() {
    return source;
  }
}
