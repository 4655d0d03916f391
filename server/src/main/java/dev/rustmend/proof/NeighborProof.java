package dev.rustmend.proof;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Recipes;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.Example;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.Program;
import dev.rustmend.operation.Operations;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the entries for one code do on each other's examples: one that offers on many of them and
/// never anything that compiles is too broad, and two different recipes that make each other's
/// repairs are the same.
final class NeighborProof {
  /// On so many foreign examples a recipe may offer nothing that compiles.
  private static final int MANY = 5;

  private final Operations operations;
  private final ScratchCrates crates;
  private final Map<Entry, Offers> offers = new LinkedHashMap<>();

  private NeighborProof(Operations operations, ScratchCrates crates) {
    this.operations = operations;
    this.crates = crates;
  }

  /// A foreign program as it is after an offer.
  private record Offered(Entry owner, Program program, Map<String, String> files) {}

  /// What one entry offers on foreign examples: the programs, the owners of the examples, and those
  /// owners whose own repair it makes.
  private record Offers(
      Recipes recipes, List<Offered> made, Set<Example> examples, Set<Entry> sameRepair) {
    static Offers by(Entry entry, Operations operations) {
      KnowledgeBase alone = KnowledgeBase.of(List.of(entry));
      return new Offers(
          new Recipes(() -> alone, operations),
          new ArrayList<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>());
    }
  }

  /// What is wrong among `entries`, all for one code.
  static List<EntryProblem> problems(
      List<Entry> entries, Operations operations, ScratchCrates crates)
      throws InterruptedException {
    var proof = new NeighborProof(operations, crates);
    for (Entry entry : entries) {
      for (Example example : entry.examples()) {
        proof.ask(entry, example, entries);
      }
    }
    var problems = new ArrayList<>(proof.duplicates());
    problems.addAll(proof.tooBroad());
    return List.copyOf(problems);
  }

  /// Has every other entry propose on `example`.
  private void ask(Entry owner, Example example, List<Entry> entries) throws InterruptedException {
    List<Entry> others =
        entries.stream().filter(entry -> entry.proposes() && !entry.equals(owner)).toList();
    if (others.isEmpty()) {
      return;
    }
    Judge judge = Judge.of(owner, crates.of(owner));
    Program program = example.broken();
    List<Diagnostic> found = Judge.relevant(program, judge.diagnostics(program.files(), program));
    Snapshot snapshot = Snapshot.ofDisk();
    for (Entry other : others) {
      Offers offered = offers.computeIfAbsent(other, entry -> Offers.by(entry, operations));
      for (Diagnostic diagnostic : found) {
        for (Candidate candidate : offered.recipes().candidates(diagnostic, snapshot)) {
          Map<String, String> files = judge.applied(candidate, program.files());
          offered.examples().add(example);
          offered.made().add(new Offered(owner, program, files));
          if (files.equals(example.repaired())) {
            offered.sameRepair().add(owner);
          }
        }
      }
    }
  }

  private List<EntryProblem> duplicates() {
    var problems = new ArrayList<EntryProblem>();
    offers.forEach((entry, offered) -> {
      for (Entry other : offered.sameRepair()) {
        Offers back = offers.get(other);
        if (back != null
            && back.sameRepair().contains(entry)
            && !callsTheSame(entry, other)
            && entry.id().compareTo(other.id()) > 0) {
          problems.add(
              new EntryProblem(
                  entry.id() + ".md",
                  1,
                  "duplicate",
                  "this entry and `%s` make each other's repairs".formatted(other.id()),
                  "keep one, or narrow them to different errors"));
        }
      }
    });
    return problems;
  }

  /// Entries that call one operation with the same parameters explain cases of one repair; what
  /// both propose is tried once.
  private static boolean callsTheSame(Entry entry, Entry other) {
    return entry.operation().isPresent() && entry.operation().equals(other.operation());
  }

  private List<EntryProblem> tooBroad() throws InterruptedException {
    var problems = new ArrayList<EntryProblem>();
    for (var entry : offers.entrySet()) {
      Offers offered = entry.getValue();
      int examples = offered.examples().size();
      if (examples >= MANY && offered.sameRepair().isEmpty() && !anyCompiles(offered.made())) {
        problems.add(
            new EntryProblem(
                entry.getKey().id() + ".md",
                1,
                "too-broad",
                "it offers something on %d examples of other entries, and nothing of it compiles"
                    .formatted(examples),
                "narrow the recipe; one of the examples is that of `%s`"
                    .formatted(offered.made().getFirst().owner().id())));
      }
    }
    return problems;
  }

  private boolean anyCompiles(List<Offered> made) throws InterruptedException {
    for (Offered each : made) {
      if (Judge.of(each.owner(), crates.of(each.owner())).compiles(each.files(), each.program())) {
        return true;
      }
    }
    return false;
  }
}
