package dev.rustmend.knowledge;

import dev.rustmend.search.PassageKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What the sources say to a question.
public sealed interface Answer {
  /// A source of an answer: its number in the text, from 1 on; the part of it that is about the
  /// question, word for word; where it can be read on Rust's own site and on this machine, for
  /// pages of the documentation.
  record Citation(
      int number,
      String id,
      String title,
      PassageKind kind,
      String quote,
      Optional<URI> web,
      Optional<URI> local) {}

  /// Something fits. `markdown` quotes the sources word for word and marks each quotation with the
  /// number of its citation.
  record Extracted(String markdown, List<Citation> citations) implements Answer {
    public Extracted {
      citations = List.copyOf(citations);
    }

    /// The numbered list of the sources, with their links, as Markdown.
    public String sources() {
      var text = new StringBuilder();
      for (Citation each : citations) {
        text.append("%d. %s, `%s`".formatted(each.number(), each.title(), each.id()));
        each.web().ifPresent(link -> text.append(": <").append(link).append('>'));
        each.local().ifPresent(link -> text.append(" ([local page](" + link + "))"));
        text.append('\n');
      }
      return text.toString();
    }
  }

  /// Nothing fits well enough; the sentence says so.
  record Nothing(String sentence) implements Answer {}

  /// All of it in Markdown: the question as its title, the text, the citations.
  default String document(String question) {
    return switch (this) {
      case Nothing(String sentence) -> "# %s\n\n%s\n".formatted(question, sentence);
      case Extracted extracted ->
          "# %s\n\n%s\n\n## Sources\n\n%s\nExtracted from these sources, word for word; no model wrote this.\n"
              .formatted(question, extracted.markdown(), extracted.sources());
    };
  }
}
