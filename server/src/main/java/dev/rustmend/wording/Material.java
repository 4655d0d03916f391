package dev.rustmend.wording;

import dev.rustmend.knowledge.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a text is made of: the task in one sentence, the sources, and how the page around the text
/// looks: its title, what stands below the text to tell where the sources are, and the same content
/// without any model, word for word.
public record Material(
    String title, String task, List<Source> sources, String whereabouts, String wordForWord) {
  private static final String EXPLAIN =
      "Explain this error to the author of the code, in terms of this code: what happens here, why"
          + " Rust forbids it, and which repair fits. Prefer a repair that the sources call"
          + " compiled.";
  private static final String READ_ON = "Read on: ";

  public Material {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to make a text of");
    }
  }

  /// A question with what was found for it.
  public static Material ofAnswer(String question, Answer.Extracted answer) {
    String title = question.lines().findFirst().orElse(question);
    return new Material(
        title,
        "Answer this question: " + question,
        answer.citations().stream().map(each -> new Source(each.title(), each.quote())).toList(),
        answer.sources(),
        answer.markdown());
  }

  /// An error in somebody's code: the places in the code, and the explanation that was put together
  /// without a model.
  public static Material ofProblem(List<Source> code, String explanation) {
    return ofPage(EXPLAIN, code, explanation);
  }

  /// A page about an error code or a lint.
  public static Material ofLesson(String code, String lesson) {
    String task =
        "Explain what %s means, how it comes about, and how it is usually repaired."
            .formatted(code);
    return ofPage(task, List.of(), lesson);
  }

  /// The page with `text` in it, which `writer` has written so far or in all.
  public String page(String text, String writer) {
    return beginning() + text.strip() + ending(writer);
  }

  /// The same, and below it the content without any model.
  public String fullPage(String text, String writer) {
    return page(text, writer) + "\n## Word for word\n\n" + wordForWord.strip() + "\n";
  }

  /// What stands above the text.
  public String beginning() {
    return "# " + title + "\n\n";
  }

  /// What stands below it.
  public String ending(String writer) {
    return "\n\n## Sources\n\n%s\n%s wrote this from these sources. Citations were checked; what it says and its code were not.\n"
        .formatted(whereabouts.stripTrailing() + "\n", writer);
  }

  private static Material ofPage(String task, List<Source> first, String page) {
    List<Source> sections = Sections.of(page);
    var sources = new ArrayList<>(first);
    sources.addAll(sections);
    var where = new StringBuilder();
    for (int i = 0; i < sources.size(); i++) {
      where.append("%d. %s\n".formatted(i + 1, sources.get(i).title()));
    }
    links(page).forEach(line -> where.append('\n').append(line).append('\n'));
    return new Material(sections.getFirst().title(), task, sources, where.toString(), page);
  }

  private static Stream<String> links(String page) {
    return page.lines().filter(line -> line.startsWith(READ_ON));
  }
}
