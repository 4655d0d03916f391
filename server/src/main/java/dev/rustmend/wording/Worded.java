package dev.rustmend.wording;

import java.util.List;
import java.util.Set;

/// What came of an attempt to have a text written.
public sealed interface Worded {

  /// A checked text in Markdown.
  ///
  /// `cited` are the numbers of the sources that it names; `dropped` is what it named besides and
  /// the model was never shown, such as `9`; `strange` are the names in its code that no source
  /// has, each also marked in the text; `writer` is the model, for people.
  record Text(
      String markdown,
      String writer,
      Set<Integer> cited,
      List<String> dropped,
      List<String> strange)
      implements Worded {
    public Text {
      cited = Set.copyOf(cited);
      dropped = List.copyOf(dropped);
      strange = List.copyOf(strange);
    }
  }

  /// There is none; the sentence says why and what to do.
  record Failed(String sentence) implements Worded {}
}
