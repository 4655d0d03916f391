package dev.rustmend.wording;

import dev.rustmend.model.Completion;

/// Where one text is written: the model's thread brings pieces, the thread that asked for the text
/// takes it when it is done.
final class Desk {
  private static final int LINE = 60;
  private static final String CUT_OFF = "\n\n(The text ends here: the model reached its limit.)";

  private final Draft draft;
  private final Inline inline;
  private final WordingListener listener;
  private String line = "";
  private boolean done;

  Desk(Draft draft, Inline inline, WordingListener listener) {
    this.draft = draft;
    this.inline = inline;
    this.listener = listener;
  }

  /// The next piece of the model's; one that comes too late is left out.
  synchronized void take(String piece) {
    if (done) {
      return;
    }
    line = lastWords(line + piece);
    listener.writing(line);
    tell(draft.add(piece));
  }

  /// The text that `writer` has written.
  synchronized Worded finish(String writer, Completion.Ending ending) {
    done = true;
    tell(draft.end());
    if (draft.text().chars().filter(Character::isLetter).count() < 2) {
      return new Worded.Failed(
          "%s wrote nothing that could be shown; ask again, or choose another model"
              .formatted(writer));
    }
    if (ending == Completion.Ending.CUT_OFF) {
      listener.settled(CUT_OFF);
    }
    return new Worded.Text(
        draft.text() + (ending == Completion.Ending.CUT_OFF ? CUT_OFF : ""),
        writer,
        inline.cited(),
        inline.dropped(),
        draft.strange());
  }

  private void tell(String settled) {
    if (!settled.isEmpty()) {
      listener.settled(settled);
    }
  }

  private static String lastWords(String text) {
    String words = text.replaceAll("[\\s\\p{C}]+", " ");
    int from = Math.max(0, words.length() - LINE);
    return from > 0 && Character.isLowSurrogate(words.charAt(from))
        ? words.substring(from + 1)
        : words.substring(from);
  }
}
