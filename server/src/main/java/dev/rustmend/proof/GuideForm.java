package dev.rustmend.proof;

import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.Guide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The rules for tasks and templates that need no compiler: folder, title, keywords, prose, and the
/// size of the program.
final class GuideForm {
  private static final int TITLE = 60;
  private static final int WORDS = 80;
  private static final int COLUMNS = 100;
  private static final int FEWEST_KEYWORDS = 3;
  private static final int MOST_KEYWORDS = 8;
  private static final int TASK_LINES = 90;
  private static final int TEMPLATE_LINES = 320;
  private static final Pattern ID = Pattern.compile("[a-z]+(/[a-z0-9]+(-[a-z0-9]+)*){2}");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Guide guide;
  private final List<EntryProblem> problems = new ArrayList<>();

  private GuideForm(Guide guide) {
    this.guide = guide;
  }

  static List<EntryProblem> problems(Guide guide, String markdown) {
    var form = new GuideForm(guide);
    form.title();
    form.keywords();
    form.prose();
    form.lines(markdown);
    form.program();
    return List.copyOf(form.problems);
  }

  private void title() {
    if (!ID.matcher(guide.id()).matches()) {
      wrong(
          "folder",
          "the path is not a collection, a topic and a name in lower-case words with dashes",
          "rename the file, as in tasks/text-files/read-lines.md");
    }
    int length = guide.title().codePointCount(0, guide.title().length());
    if (length > TITLE) {
      wrong("title", "the title has %d characters".formatted(length), "at most " + TITLE);
    }
    if (guide.title().contains("$")) {
      wrong("title", "the title has a `$`", "say it in words");
    }
    if (!guide.isTemplate() && !TitleVerbs.begin(guide.title())) {
      wrong(
          "title",
          "the title does not begin with a verb that is known",
          "say what is done: Count, Parse, Read, ...; a verb that is missing goes into"
              + " proof.TitleVerbs");
    }
  }

  private void keywords() {
    int count = guide.keywords().size();
    if (count < FEWEST_KEYWORDS || count > MOST_KEYWORDS) {
      wrong(
          "keywords",
          "there are %d keywords".formatted(count),
          "write %d to %d that people type".formatted(FEWEST_KEYWORDS, MOST_KEYWORDS));
    }
  }

  private void prose() {
    long words = SPACE.splitAsStream(guide.summary()).count();
    if (guide.summary().isBlank()) {
      wrong("prose", "there is no prose", "say when to use it, and when something else");
    } else if (words > WORDS) {
      wrong("prose", "the first paragraph has %d words".formatted(words), "at most " + WORDS);
    }
  }

  private void lines(String markdown) {
    int number = 0;
    for (String line : markdown.lines().toList()) {
      number++;
      if (line.codePointCount(0, line.length()) > COLUMNS && !line.startsWith("keywords")) {
        problems.add(
            new EntryProblem(
                guide.id() + ".md",
                number,
                "line",
                "the line is longer than %d characters".formatted(COLUMNS),
                "break it"));
      }
    }
  }

  private void program() {
    long lines = guide.files().stream().flatMap(file -> file.text().lines()).count();
    int most = guide.isTemplate() ? TEMPLATE_LINES : TASK_LINES;
    if (lines > most) {
      wrong("size", "there are %d lines of code".formatted(lines), "at most " + most);
    }
    if (guide.files().stream().noneMatch(file -> file.text().contains("#[test]"))) {
      wrong("test", "there is no test", "add one that can fail");
    }
  }

  /// Guides of `guides`, by id, that have the title or the files of an earlier one.
  static List<EntryProblem> duplicates(Map<String, Guide> guides) {
    var problems = new ArrayList<EntryProblem>();
    var titles = new TreeMap<String, Guide>();
    var programs = new TreeMap<String, Guide>();
    for (Guide guide : new TreeMap<>(guides).values()) {
      Guide sameTitle = titles.putIfAbsent(guide.title().toLowerCase(Locale.ROOT), guide);
      Guide sameProgram = programs.putIfAbsent(condensed(guide), guide);
      if (sameTitle != null || sameProgram != null) {
        String what = sameTitle != null ? "title" : "program";
        Guide other = sameTitle != null ? sameTitle : sameProgram;
        problems.add(
            new EntryProblem(
                guide.id() + ".md",
                1,
                "duplicate",
                "`%s` has the same %s".formatted(other == null ? "" : other.id(), what),
                "keep one of them, or say what is different"));
      }
    }
    return problems;
  }

  private static String condensed(Guide guide) {
    var text = new StringBuilder();
    guide.files().forEach(file -> text.append(file.path()).append(file.text()));
    return SPACE.matcher(text).replaceAll("");
  }

  private void wrong(String rule, String message, String remedy) {
    problems.add(new EntryProblem(guide.id() + ".md", 1, rule, message, remedy));
  }
}
