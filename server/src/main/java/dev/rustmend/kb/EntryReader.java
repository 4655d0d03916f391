package dev.rustmend.kb;

import dev.rustmend.diagnostic.Applicability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// Reads the file of one entry about an error or a lint. Everything that is wrong with its form
/// becomes an [EntryProblem].
public final class EntryReader {
  private static final Set<String> KEYS =
      Set.of("codes", "message", "applicability", "edition", "rewrite", "with", "retired");
  private static final String NEWEST_EDITION = "2024";

  private final String id;
  private final String file;
  private final EntryText text;
  private final List<EntryProblem> problems = new ArrayList<>();

  private EntryReader(String id, String markdown) {
    this.id = id;
    this.file = id + ".md";
    this.text = EntryText.of(markdown);
  }

  /// What came of reading a file: the entry, as far as it can be used, and what is wrong.
  public record Result(Optional<Entry> entry, List<EntryProblem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Reads `markdown`, the content of the file `id` + `.md`.
  public static Result read(String id, String markdown) {
    return new EntryReader(id, markdown).read();
  }

  private Result read() {
    EntryLayout.problem(file, text).ifPresent(problems::add);
    if (text.title().isEmpty()) {
      problem(1, "title", "there is no title", "begin the file with `# ` and the menu's text");
    }
    List<EntryText.Block> tomls = text.under("", "toml");
    if (tomls.size() != 1) {
      problem(1, "toml", "there must be one `toml` block", "put it below the title");
      return new Result(Optional.empty(), problems);
    }
    EntryText.Block block = tomls.getFirst();
    TomlParseResult toml = Toml.parse(block.text());
    if (toml.hasErrors()) {
      problem(block.line(), "toml", "this is not TOML", toml.errors().getFirst().toString());
      return new Result(Optional.empty(), problems);
    }
    toml.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key ->
            problem(
                block.line(), "toml", "the key `" + key + "` is not known", "keys are " + KEYS));
    try {
      return new Result(Optional.of(entry(toml, block.line())), problems);
    } catch (TomlInvalidTypeException e) {
      problem(
          block.line(),
          "toml",
          "a value has the wrong type: " + e.getMessage(),
          "`codes` is an array of strings, `with` a table, all else a string");
      return new Result(Optional.empty(), problems);
    }
  }

  private Entry entry(TomlParseResult toml, int line) {
    return new Entry(
        id,
        text.title(),
        strings(toml.getArray("codes")),
        messages(toml),
        applicability(toml, line),
        Optional.ofNullable(toml.getString("edition")).orElse(NEWEST_EDITION),
        text.prose(),
        rewrite(),
        operation(toml),
        examples(),
        text.under("Not here", "rust").stream().map(ProgramReader::read).toList(),
        Optional.ofNullable(toml.getString("retired")));
  }

  private Optional<Rewrite> rewrite() {
    List<EntryText.Block> blocks = text.under("", "rewrite");
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    EntryText.Block block = blocks.getFirst();
    try {
      return Optional.of(RewriteReader.read(block.text()));
    } catch (RewriteReader.Malformed e) {
      problem(
          block.line() + 1 + e.line(),
          "rewrite",
          "this line of the recipe can not be read",
          String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<OperationCall> operation(TomlParseResult toml) {
    String name = toml.getString("rewrite");
    if (name == null) {
      return Optional.empty();
    }
    var parameters = new HashMap<String, String>();
    TomlTable with = toml.getTable("with");
    if (with != null) {
      for (String key : with.keySet()) {
        parameters.put(key, String.valueOf(with.get(List.of(key))));
      }
    }
    return Optional.of(new OperationCall(name, parameters));
  }

  private Applicability applicability(TomlParseResult toml, int line) {
    String word = toml.getString("applicability");
    if (word == null) {
      return Applicability.UNSPECIFIED;
    }
    try {
      return Applicability.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException _) {
      problem(
          line,
          "toml",
          "`" + word + "` is no applicability",
          "write machine-applicable, maybe-incorrect or has-placeholders");
      return Applicability.UNSPECIFIED;
    }
  }

  private List<Example> examples() {
    List<EntryText.Block> programs = text.under("Example", "rust");
    List<EntryText.Block> diffs = text.under("Example", "diff");
    var examples = new ArrayList<Example>();
    for (int i = 0; i < Math.min(programs.size(), diffs.size()); i++) {
      Program broken = ProgramReader.read(programs.get(i));
      try {
        Map<String, String> repaired = ProgramReader.repaired(broken, diffs.get(i).text());
        examples.add(new Example(broken, repaired));
      } catch (IllegalArgumentException e) {
        problem(
            diffs.get(i).line(),
            "diff",
            "the diff does not fit the program",
            String.valueOf(e.getMessage()));
      }
    }
    return examples;
  }

  private static List<TextTemplate> messages(TomlParseResult toml) {
    Object message = toml.get("message");
    if (message instanceof TomlArray array) {
      return strings(array).stream().map(TextTemplate::of).toList();
    }
    return message instanceof String one ? List.of(TextTemplate.of(one)) : List.of();
  }

  private static List<String> strings(@org.jspecify.annotations.Nullable TomlArray array) {
    return array == null ? List.of() : array.toList().stream().map(String::valueOf).toList();
  }

  private void problem(int line, String rule, String message, String remedy) {
    problems.add(new EntryProblem(file, line, rule, message, remedy));
  }
}
