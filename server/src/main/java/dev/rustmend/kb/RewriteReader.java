package dev.rustmend.kb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of a `rewrite` block.
final class RewriteReader {
  /// The words for kinds of nodes that an anchor may name.
  static final Set<String> KINDS =
      Set.of(
          "fn",
          "impl",
          "struct",
          "enum",
          "trait",
          "mod",
          "item",
          "let",
          "statement",
          "block",
          "match",
          "arm",
          "loop",
          "closure",
          "call",
          "method call",
          "expression",
          "type",
          "attribute",
          "use",
          "field",
          "param",
          "macro");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"\\s*");
  private static final Pattern METAVARIABLE = Pattern.compile("\\$(\\w+)\\s*");

  private String rest;

  private RewriteReader(String line) {
    this.rest = line;
  }

  /// The recipe in `block`. Throws [Malformed] with the zero-based line in the block.
  static Rewrite read(String block) {
    var steps = new ArrayList<Rewrite.Step>();
    List<String> lines = block.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("^\\s+", "");
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          steps.add(new RewriteReader(line).line());
        } catch (IllegalArgumentException e) {
          throw new Malformed(i, String.valueOf(e.getMessage()));
        }
      }
    }
    return new Rewrite(steps);
  }

  /// A line that is no step.
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;

    Malformed(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  private Rewrite.Step line() {
    Rewrite.Step step = step();
    boolean over =
        switch (step) {
          case Rewrite.Message _, Rewrite.Said _, Rewrite.Delete _ -> true;
          case Rewrite.Match _, Rewrite.Insert _ -> false;
        };
    if (over && !rest.isBlank()) {
      throw new IllegalArgumentException("nothing can stand behind it, but `" + rest + "` does");
    }
    return step;
  }

  private Rewrite.Step step() {
    if (take("message")) {
      return new Rewrite.Message(TextTemplate.of(quoted()));
    }
    if (take("said")) {
      return new Rewrite.Said(TextTemplate.of(quoted()));
    }
    if (take("insert before")) {
      return new Rewrite.Insert(Rewrite.Side.BEFORE, anchor(), text());
    }
    if (take("insert after")) {
      return new Rewrite.Insert(Rewrite.Side.AFTER, anchor(), text());
    }
    if (take("delete")) {
      return new Rewrite.Delete(anchor());
    }
    if (take("at")) {
      return match(anchor());
    }
    throw new IllegalArgumentException(
        "a step begins with `at`, `message`, `said`, `insert before`, `insert after` or `delete`");
  }

  private Rewrite.Match match(Anchor anchor) {
    int arrow = rest.indexOf(" => ");
    boolean toNothing = arrow < 0 && rest.endsWith(" =>");
    String pattern = arrow >= 0 ? rest.substring(0, arrow) : rest;
    if (toNothing) {
      pattern = rest.substring(0, rest.length() - " =>".length());
    }
    if (rest.equals("=>") || rest.startsWith("=> ")) {
      return new Rewrite.Match(anchor, "", Optional.of(unescaped(rest.substring(2).strip())));
    }
    Optional<String> replacement =
        arrow >= 0
            ? Optional.of(unescaped(rest.substring(arrow + " => ".length()).strip()))
            : toNothing ? Optional.of("") : Optional.empty();
    return new Rewrite.Match(anchor, pattern.strip(), replacement);
  }

  private Anchor anchor() {
    if (take("primary")) {
      return new Anchor.Primary();
    }
    if (take("label")) {
      return new Anchor.Label(TextTemplate.of(quoted()));
    }
    if (take("note") || take("help")) {
      return new Anchor.Child(TextTemplate.of(quoted()));
    }
    if (take("definition of")) {
      return new Anchor.DefinitionOf(metavariable());
    }
    if (take("binding of")) {
      return new Anchor.BindingOf(metavariable());
    }
    if (take("file top")) {
      return new Anchor.FileTop();
    }
    if (take("enclosing")) {
      return new Anchor.Around(kind(), new Anchor.Primary());
    }
    String kind = kind();
    if (!take("around")) {
      throw new IllegalArgumentException("`around` and an anchor must follow `" + kind + "`");
    }
    return new Anchor.Around(kind, anchor());
  }

  private String kind() {
    return KINDS.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .filter(this::take)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no anchor begins with `"
                    + rest.split("\\s", 2)[0]
                    + "`; anchors are primary, label, note, help, definition of, binding of, file"
                    + " top, and a kind with `around`"));
  }

  private boolean take(String words) {
    if (!rest.startsWith(words)
        || (rest.length() > words.length() && rest.charAt(words.length()) != ' ')) {
      return false;
    }
    rest = rest.substring(words.length()).replaceFirst("^ +", "");
    return true;
  }

  private String quoted() {
    return group(QUOTED, "a text in double quotes");
  }

  private String metavariable() {
    return group(METAVARIABLE, "a metavariable such as `$x`");
  }

  private String group(Pattern pattern, String wanted) {
    Matcher matcher = pattern.matcher(rest);
    if (!matcher.lookingAt()) {
      throw new IllegalArgumentException(wanted + " must stand before `" + rest + "`");
    }
    rest = rest.substring(matcher.end());
    return matcher.group(1);
  }

  private String text() {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("the text to insert must follow the anchor");
    }
    return unescaped(rest);
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\s", " ");
  }
}
