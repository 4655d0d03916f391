package dev.rustmend.knowledge;

import dev.rustmend.kb.Article;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes passages of entries, tasks and templates. `recorded` is what rustc says of the examples;
/// nothing is compiled to know it.
public record EntryPassages(RecordedMessages recorded) {
  private static final String EDITION_OF_GUIDES = "2024";

  /// The passages of all articles, in their order. An entry that is retired has none.
  public List<Passage> of(List<? extends Article> articles) {
    return articles.stream()
        .filter(article -> !(article instanceof Entry entry) || entry.retired().isEmpty())
        .flatMap(article -> Stream.concat(Stream.of(of(article)), questions(article)))
        .toList();
  }

  /// A passage for each question that a task or template answers, as a part of it.
  private static Stream<Passage> questions(Article article) {
    if (!(article instanceof Guide guide)) {
      return Stream.empty();
    }
    return IntStream.range(0, guide.asked().size())
        .mapToObj(i ->
            Passage.question(
                guide.id(), kind(guide), i + 1, guide.asked().get(i), EDITION_OF_GUIDES));
  }

  private static PassageKind kind(Guide guide) {
    return guide.isTemplate() ? PassageKind.TEMPLATE : PassageKind.TASK;
  }

  /// The passage of one entry, task or template.
  public Passage of(Article article) {
    return switch (article) {
      case Entry entry -> ofEntry(entry);
      case Guide guide -> ofGuide(guide);
    };
  }

  /// The messages are those that were recorded, then the templates of the entry itself; notes and
  /// helps are found like labels.
  private Passage ofEntry(Entry entry) {
    RecordedMessages.Said said = recorded.of(entry.id());
    List<String> messages =
        Stream.concat(said.messages().stream(), entry.messages().stream().map(Object::toString))
            .distinct()
            .toList();
    List<String> labels =
        Stream.concat(said.labels().stream(), said.notes().stream()).distinct().toList();
    String code =
        entry.examples().stream().map(EntryPassages::shown).collect(Collectors.joining("\n"));
    PassageKind kind = entry.collection().equals("lints") ? PassageKind.LINT : PassageKind.ERROR;
    return passage(entry, kind, entry.codes(), messages, labels, List.of(), code, entry.edition());
  }

  private static Passage ofGuide(Guide guide) {
    String code =
        guide.isTemplate()
            ? guide.files().stream()
                .map(file -> "// " + file.path() + "\n" + file.text())
                .collect(Collectors.joining("\n"))
            : guide.files().getFirst().text();
    return passage(
        guide,
        kind(guide),
        List.of(),
        List.of(),
        List.of(),
        guide.keywords(),
        code,
        EDITION_OF_GUIDES);
  }

  private static Passage passage(
      Article article,
      PassageKind kind,
      List<String> codes,
      List<String> messages,
      List<String> labels,
      List<String> keywords,
      String code,
      String edition) {
    String content =
        String.join(
            "\u0000",
            article.title(),
            codes.toString(),
            messages.toString(),
            labels.toString(),
            keywords.toString(),
            article.prose(),
            code,
            edition);
    return new Passage(
        article.id(),
        kind,
        article.title(),
        List.of(),
        codes,
        messages,
        labels,
        keywords,
        article.prose(),
        code,
        edition,
        "",
        SourceText.of(content).sha256());
  }

  /// The broken files and the repaired ones, one below the other.
  private static String shown(Example example) {
    String before = String.join("\n", example.broken().files().values());
    String after = String.join("\n", example.repaired().values());
    return "// before\n" + before.stripTrailing() + "\n// after\n" + after.stripTrailing() + "\n";
  }
}
