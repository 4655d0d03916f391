package dev.rustmend.search;

import java.util.List;

/// The unit of retrieval: one entry of the knowledge base, one section of the documentation, or one
/// learned fix.
///
/// `id` is unique and stable: the id of an entry (`errors/E0382/clone-first`), or `doc:` with a
/// page of the toolchain's documentation and the id of a heading
/// (`doc:book/ch04-01-what-is-ownership.html#the-string-type`). `headings` are the titles above
/// this one, outermost first. `codes` are error codes and lint names that the passage is about.
/// `messages` and `labels` are what rustc says when it reports such an error, with holes (`$x`)
/// where it names something of the user's. `body` is prose in Markdown, `code` is Rust. `keywords`
/// are words that people use for it. `toolchain` is the version of rustc that a documentation
/// passage belongs to, and empty for everything else. `fingerprint` changes whenever the content
/// does.
public record Passage(
    String id,
    PassageKind kind,
    String title,
    List<String> headings,
    List<String> codes,
    List<String> messages,
    List<String> labels,
    List<String> keywords,
    String body,
    String code,
    String edition,
    String toolchain,
    String fingerprint) {

  private static final String QUESTION = "?";

  public Passage {
    headings = List.copyOf(headings);
    codes = List.copyOf(codes);
    messages = List.copyOf(messages);
    labels = List.copyOf(labels);
    keywords = List.copyOf(keywords);
  }

  /// The question number `number` of those that the passage `id` answers, as a part of it: what it
  /// says is found like a passage, and the passage that answers it is shown.
  public static Passage question(
      String id, PassageKind kind, int number, String text, String edition) {
    return new Passage(
        id + QUESTION + number,
        kind,
        text,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        edition,
        "",
        text);
  }

  /// The id of the passage that the question `id` belongs to; `id` itself where it is none.
  public static String answering(String id) {
    int question = id.indexOf(QUESTION);
    return question < 0 ? id : id.substring(0, question);
  }
}
