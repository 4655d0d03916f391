package dev.rustmend.search;

/// The text of a passage that stands for its meaning: what an embedding model gets to read.
public final class PassageText {
  private static final int CODE_LENGTH = 600;

  /// What the ids of the library's documentation begin with.
  static final String LIBRARY = "doc:std/";

  private PassageText() {}

  /// Whether a vector is made for the passage. There is none for the library's documentation:
  /// whoever looks for an item there knows its name, and it would double the time to make all
  /// vectors.
  public static boolean isForMeaning(Passage passage) {
    return !passage.id().startsWith(LIBRARY);
  }

  /// Headings, title, what rustc says, keywords and prose, then the beginning of the code; models
  /// cut what is too long for them at its end.
  public static String of(Passage passage) {
    var text = new StringBuilder();
    if (!passage.headings().isEmpty()) {
      text.append(String.join(" › ", passage.headings())).append(" › ");
    }
    text.append(passage.title()).append('\n');
    passage.codes().forEach(code -> text.append(code).append(' '));
    passage.messages().forEach(message -> text.append(message).append('\n'));
    passage.labels().forEach(label -> text.append(label).append('\n'));
    if (!passage.keywords().isEmpty()) {
      text.append(String.join(", ", passage.keywords())).append('\n');
    }
    text.append(passage.body()).append('\n');
    String code = passage.code();
    text.append(code, 0, Math.min(CODE_LENGTH, code.length()));
    return text.toString().strip();
  }
}
