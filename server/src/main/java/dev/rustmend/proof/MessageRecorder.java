package dev.rustmend.proof;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.Program;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Records what rustc says of the examples of entries, several entries at a time. Remembers what it
/// said of a content.
public final class MessageRecorder {
  /// Is counted on when another text is to be recorded for the same content.
  private static final String FORMAT = "messages 4";

  private final String release;
  private final ProofCache cache;
  private final List<ScratchCrates> crates;

  /// `folder` is where scratch packages go, `compiler` tells one compiler from another, and
  /// `release` is its version, which is recorded.
  public MessageRecorder(Path folder, Cargo cargo, int jobs, String compiler, String release) {
    this.release = release;
    this.cache = ProofCache.in(folder, compiler);
    this.crates =
        IntStream.range(0, Math.max(1, jobs))
            .mapToObj(worker -> new ScratchCrates(folder.resolve("prover-" + worker), cargo))
            .toList();
  }

  /// What is said of the examples of the entries in `files`, their Markdown by id. An entry that
  /// can not be read, and one whose examples are told nothing, is left out.
  public RecordedMessages record(Map<String, String> files, Prover.Listener listener)
      throws InterruptedException {
    var byId = new ConcurrentSkipListMap<String, RecordedMessages.Said>();
    Workers.each(
        crates.size(),
        files.entrySet().stream().filter(file -> !Guide.isId(file.getKey())).toList(),
        (file, worker) -> {
          String id = file.getKey();
          Optional<Entry> entry = EntryReader.read(id, file.getValue()).entry();
          if (entry.isPresent()) {
            byId.putAll(said(entry.get(), file.getValue(), crates.get(worker)).byId());
          }
        },
        listener);
    return new RecordedMessages(release, byId);
  }

  private RecordedMessages said(Entry entry, String markdown, ScratchCrates scratch)
      throws InterruptedException {
    String key = SourceText.of(FORMAT + "\n" + entry.id() + "\n" + markdown).sha256();
    Optional<String> kept = cache.kept(key);
    if (kept.isPresent()) {
      return RecordedMessages.parse(kept.get());
    }
    Judge judge = Judge.of(entry, scratch.of(entry));
    var gathered =
        new Gathered(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    for (Example example : entry.examples()) {
      Program broken = example.broken();
      var holes = MessageHoles.of(broken, judge.scratch().folder());
      for (Diagnostic diagnostic :
          Judge.relevant(broken, judge.diagnostics(broken.files(), broken))) {
        gathered.add(diagnostic, holes);
      }
    }
    var recorded =
        new RecordedMessages(release, new java.util.TreeMap<>(gathered.byId(entry.id())));
    cache.keep(key, recorded.text());
    return recorded;
  }

  /// Whether rustc says this note on every machine: what it shows of the standard library alone, it
  /// says only where the library's sources are installed.
  static boolean isSaidEverywhere(Note note) {
    return note.spans().isEmpty() || note.spans().stream().anyMatch(Span::editable);
  }

  /// The texts of one entry's examples, each once, in the order in which they were said. Labels in
  /// the standard library count for nothing: rustc has them only where its sources are installed.
  private record Gathered(Set<String> messages, Set<String> labels, Set<String> notes) {

    void add(Diagnostic diagnostic, MessageHoles holes) {
      holes.opened(diagnostic.message()).ifPresent(messages::add);
      diagnostic.spans().stream()
          .filter(Span::editable)
          .flatMap(span -> span.label().stream())
          .flatMap(label -> holes.opened(label).stream())
          .forEach(labels::add);
      Stream<String> labelsOfNotes =
          diagnostic.notes().stream()
              .flatMap(note -> note.spans().stream())
              .filter(Span::editable)
              .map(Span::label)
              .flatMap(Optional::stream);
      Stream.of(
              diagnostic.notes().stream()
                  .filter(MessageRecorder::isSaidEverywhere)
                  .map(Note::message),
              labelsOfNotes,
              diagnostic.suggestions().stream().map(Suggestion::message))
          .flatMap(texts -> texts)
          .flatMap(text -> holes.opened(text).stream())
          .forEach(notes::add);
    }

    Map<String, RecordedMessages.Said> byId(String id) {
      return messages.isEmpty()
          ? Map.of()
          : Map.of(
              id,
              new RecordedMessages.Said(
                  List.copyOf(messages), List.copyOf(labels), List.copyOf(notes)));
    }
  }
}
