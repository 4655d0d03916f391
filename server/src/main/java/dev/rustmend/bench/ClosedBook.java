package dev.rustmend.bench;

import dev.rustmend.bench.ModelBenchReport.Nearness;
import dev.rustmend.bench.ModelBenchReport.Shown;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Says whether an example that a model is shown could give away the answer about a program of the
/// documentation. No page of the documentation is ever shown; the entries of the knowledge base
/// were written for it, some of them about the same errors.
final class ClosedBook {
  private static final double RESEMBLES = 0.8;

  private ClosedBook() {}

  /// How near the entry `id` of `base` is to `program`.
  static Shown look(String id, BrokenProgram program, KnowledgeBase base) {
    Optional<Entry> entry = base.entry(id);
    if (entry.stream().flatMap(ClosedBook::texts).anyMatch(text -> resembles(text, program))) {
      return new Shown(id, Nearness.RESEMBLES);
    }
    List<String> codes = entry.map(Entry::codes).orElse(List.of());
    return new Shown(
        id,
        codes.stream().anyMatch(code -> program.id().contains("/" + code))
            ? Nearness.SAME_CODE
            : Nearness.OTHER);
  }

  private static Stream<String> texts(Entry entry) {
    return entry.examples().stream().flatMap(ClosedBook::texts);
  }

  private static Stream<String> texts(Example example) {
    return Stream.of(example.broken().files(), example.repaired())
        .map((Map<String, String> files) -> files.getOrDefault(Program.MAIN, ""));
  }

  private static boolean resembles(String text, BrokenProgram program) {
    return Stream.concat(
            Stream.of(program.source()), program.twin().map(BrokenProgram.Twin::source).stream())
        .anyMatch(source -> Resemblance.between(source, text) >= RESEMBLES);
  }
}
