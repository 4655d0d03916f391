package dev.rustmend.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/// Reads the file of one task or template. Everything that is wrong with its form becomes an
/// [EntryProblem].
public final class GuideReader {
  private static final String KEYWORDS = "keywords";
  private static final String ASKED = "asked";
  private static final String ORDER = "the order is: title, `toml` with `keywords`, prose, ";
  private static final Pattern PATH = Pattern.compile("(?://|#) (\\S+)\\n?");
  private static final Pattern SAFE_PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");
  private static final Pattern MAIN = Pattern.compile("(?m)^(?:pub )?(?:async )?fn main\\(");
  private static final Set<String> LANGUAGES = Set.of("rust", "toml", "text");

  private final String id;
  private final EntryText text;
  private final List<EntryProblem> problems = new ArrayList<>();

  private GuideReader(String id, String markdown) {
    this.id = id;
    this.text = EntryText.of(markdown);
  }

  /// What came of reading a file: the guide, when nothing is wrong, and what is wrong.
  public record Result(Optional<Guide> guide, List<EntryProblem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Reads `markdown`, the content of the file `id` + `.md`.
  public static Result read(String id, String markdown) {
    return new GuideReader(id, markdown).read();
  }

  private Result read() {
    if (text.title().isEmpty()) {
      problem(1, "title", "there is no title", "begin the file with `# ` and what is done");
    }
    layout();
    Found found = found();
    List<EntryText.Block> programs = text.blocks().stream().skip(1).toList();
    List<Guide.SourceFile> files =
        id.startsWith("templates/") ? project(programs) : program(programs);
    return new Result(
        problems.isEmpty()
            ? Optional.of(
                new Guide(id, text.title(), found.keywords, found.asked, text.prose(), files))
            : Optional.empty(),
        problems);
  }

  private void layout() {
    String order =
        ORDER
            + (id.startsWith("templates/")
                ? "the files of the project"
                : "one `rust` block with the whole file");
    text.blocks().stream()
        .filter(block -> !block.closed())
        .findFirst()
        .ifPresent(block ->
            problem(block.line(), "layout", "the block has no end", "end it with the same fence"));
    text.headings().stream()
        .findFirst()
        .ifPresent(heading ->
            problem(
                heading.line(), "layout", "`" + heading.text() + "` does not belong here", order));
    text.blocks().stream()
        .skip(1)
        .findFirst()
        .filter(block -> text.lastLine() > block.line())
        .ifPresent(
            _ -> problem(text.lastLine(), "layout", "there is prose behind a program", order));
  }

  /// What the `toml` block says about how people look for it.
  private record Found(List<String> keywords, List<String> asked) {
    static final Found NONE = new Found(List.of(), List.of());
  }

  private Found found() {
    if (text.blocks().isEmpty() || !text.blocks().getFirst().info().equals("toml")) {
      problem(1, "toml", "the first block is not `toml`", "put it below the title");
      return Found.NONE;
    }
    EntryText.Block block = text.blocks().getFirst();
    TomlParseResult toml = Toml.parse(block.text());
    if (toml.hasErrors()) {
      problem(block.line(), "toml", "this is not TOML", toml.errors().getFirst().toString());
      return Found.NONE;
    }
    if (!toml.contains(KEYWORDS)
        || !Set.of(KEYWORDS, ASKED).containsAll(toml.keySet())
        || !toml.keySet().stream().allMatch(key -> isTexts(toml.get(key)))) {
      problem(
          block.line(),
          "toml",
          "the keys are %s".formatted(toml.keySet()),
          "write `keywords` and `asked` with strings in brackets, and nothing else");
      return Found.NONE;
    }
    List<String> asked = texts(toml.get(ASKED));
    if (Set.copyOf(asked).size() < asked.size()) {
      problem(block.line(), "toml", "a question of `asked` stands there twice", "ask it once");
    }
    return new Found(texts(toml.get(KEYWORDS)), asked);
  }

  private static boolean isTexts(@Nullable Object value) {
    return value instanceof TomlArray array
        && array.toList().stream().allMatch(String.class::isInstance);
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof TomlArray array
        ? array.toList().stream().map(String::valueOf).toList()
        : List.of();
  }

  private List<Guide.SourceFile> program(List<EntryText.Block> blocks) {
    if (blocks.size() != 1 || !blocks.getFirst().info().equals("rust")) {
      problem(
          blocks.isEmpty() ? 1 : blocks.getLast().line(),
          "program",
          "a task has one `rust` block, and this one has " + infos(blocks),
          "put the whole file with its tests into one block");
      return List.of();
    }
    EntryText.Block block = blocks.getFirst();
    String path = MAIN.matcher(block.text()).find() ? "src/main.rs" : "src/lib.rs";
    return List.of(new Guide.SourceFile(path, block.text() + "\n", block.line() + 1));
  }

  private List<Guide.SourceFile> project(List<EntryText.Block> blocks) {
    var files = new ArrayList<Guide.SourceFile>();
    for (EntryText.Block block : blocks) {
      Matcher head = PATH.matcher(block.text());
      if (!LANGUAGES.contains(block.info()) || !head.lookingAt()) {
        problem(
            block.line(),
            "file",
            "the block `" + block.info() + "` does not name its file",
            "write `rust`, `toml` or `text`, and the path in a comment on the first line");
      } else if (!SAFE_PATH.matcher(head.group(1)).matches()) {
        problem(
            block.line(),
            "file",
            "`" + head.group(1) + "` is no path in a project",
            "write it from the project's folder, with slashes");
      } else {
        String source = block.text().substring(head.end()) + "\n";
        files.add(new Guide.SourceFile(head.group(1), source, block.line() + 2));
      }
    }
    if (problems.isEmpty() && files.stream().noneMatch(file -> file.path().equals("Cargo.toml"))) {
      problem(1, "file", "there is no `Cargo.toml`", "add a `toml` block that names it");
    }
    return files;
  }

  private static List<String> infos(List<EntryText.Block> blocks) {
    return blocks.stream().map(EntryText.Block::info).toList();
  }

  private void problem(int line, String rule, String message, String remedy) {
    problems.add(new EntryProblem(id + ".md", line, rule, message, remedy));
  }
}
