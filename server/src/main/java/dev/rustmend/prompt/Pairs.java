package dev.rustmend.prompt;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.Program;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.kb.TextTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Picks the repaired programs that a model is shown: those about which rustc says the same, other
/// names aside. More than two of them make small models worse, and so do those about something
/// else; of what only has the code in common there is one at most.
final class Pairs {
  private static final int AT_MOST = 2;
  private static final int LONGEST = 1600;

  private final KnowledgeBase base;
  private final RecordedMessages recorded;

  Pairs(KnowledgeBase base, RecordedMessages recorded) {
    this.base = base;
    this.recorded = recorded;
  }

  private record Scored(Pair pair, int score) {}

  /// The pairs for `error`, the nearest first.
  List<Pair> of(Diagnostic error) {
    var scored = new ArrayList<Scored>();
    for (Entry entry : base.about(error)) {
      if (entry.retired().isEmpty()) {
        pair(entry).map(pair -> new Scored(pair, score(entry, error))).ifPresent(scored::add);
      }
    }
    scored.sort(
        Comparator.comparingInt((Scored one) -> -one.score())
            .thenComparingInt(one -> one.pair().length())
            .thenComparing(one -> one.pair().id()));
    boolean same = !scored.isEmpty() && scored.getFirst().score() > 0;
    return scored.stream()
        .filter(one -> one.score() > 0 || (!same && !error.codeText().isEmpty()))
        .limit(same ? AT_MOST : 1)
        .map(Scored::pair)
        .toList();
  }

  /// The first example that is one short file.
  private static Optional<Pair> pair(Entry entry) {
    return entry.examples().stream()
        .flatMap(example -> pair(entry, example).stream())
        .filter(pair -> pair.length() <= LONGEST)
        .findFirst();
  }

  private static Optional<Pair> pair(Entry entry, Example example) {
    String before = example.broken().files().get(Program.MAIN);
    String after = example.repaired().get(Program.MAIN);
    boolean whole = example.broken().files().size() == 1 && example.repaired().size() == 1;
    return before != null && after != null && whole
        ? Optional.of(new Pair(entry.id(), entry.title(), before, after))
        : Optional.empty();
  }

  /// How much of what rustc says of `error` it says of the entry's examples as well: nothing unless
  /// the message is the same.
  private int score(Entry entry, Diagnostic error) {
    RecordedMessages.Said said = recorded.of(entry.id());
    if (!isOneOf(said.messages(), error.message())) {
      return 0;
    }
    Stream<String> labels =
        error.spans().stream().map(Span::label).flatMap(Optional::stream).distinct();
    Stream<String> notes = error.notes().stream().map(Note::message).distinct();
    return 1
        + (int) labels.filter(label -> isOneOf(said.labels(), label)).count()
        + (int) notes.filter(note -> isOneOf(said.notes(), note)).count();
  }

  private static boolean isOneOf(List<String> templates, String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return templates.stream()
        .anyMatch(template -> TextTemplate.of(template).match(line).isPresent());
  }
}
