package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.operation.Operations;
import dev.rustmend.operation.Proposal;
import dev.rustmend.operation.Rewriting;
import dev.rustmend.operation.Site;
import dev.rustmend.operation.Trees;
import dev.rustmend.syntax.Pattern;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The recipes and operations of the knowledge base: every entry that is about a diagnostic is
/// asked. Safe to use from any thread; the base is loaded when it is first needed.
public final class Recipes implements CandidateSource {
  private static final System.Logger LOG = System.getLogger(Recipes.class.getName());

  private final Supplier<KnowledgeBase> base;
  private final Operations operations;
  private final Rewriting rewriting = new Rewriting();
  private final Trees trees;

  /// With trees of its own.
  public Recipes(Supplier<KnowledgeBase> base, Operations operations) {
    this(base, operations, new Trees());
  }

  public Recipes(Supplier<KnowledgeBase> base, Operations operations, Trees trees) {
    this.base = base;
    this.operations = operations;
    this.trees = trees;
  }

  @Override
  public List<Candidate> candidates(Diagnostic diagnostic, Snapshot snapshot) {
    List<Entry> entries = base.get().about(diagnostic).stream().filter(Entry::proposes).toList();
    if (entries.isEmpty()) {
      return List.of();
    }
    return Site.of(diagnostic, snapshot, trees)
        .map(site -> candidates(entries, site))
        .orElse(List.of());
  }

  /// Parses the open buffers: where somebody types, the next error is.
  @Override
  public void prepare(Snapshot snapshot) {
    snapshot
        .overlay()
        .forEach((file, text) -> {
          if (file.toString().endsWith(".rs")) {
            trees.prepare(text);
          }
        });
  }

  @Override
  public void settle(Snapshot snapshot) {
    var _ = base.get();
    snapshot.overlay().keySet().stream()
        .filter(file -> file.toString().endsWith(".rs"))
        .forEach(file -> operations.prepare(file, snapshot));
  }

  private List<Candidate> candidates(List<Entry> entries, Site site) {
    var candidates = new ArrayList<Candidate>();
    for (Entry entry : entries) {
      for (Proposal proposal : proposals(entry, site)) {
        candidate(entry, proposal, site)
            .filter(
                made -> candidates.stream().noneMatch(other -> other.patch().equals(made.patch())))
            .ifPresent(candidates::add);
      }
    }
    return List.copyOf(candidates);
  }

  /// What `entry` proposes; nothing when it fails: one entry must not sink the others.
  private List<Proposal> proposals(Entry entry, Site site) {
    try {
      return entry
          .rewrite()
          .map(rewrite -> rewriting.proposal(rewrite, site).stream().toList())
          .orElseGet(() ->
              entry.operation().map(call -> operations.proposals(call, site)).orElse(List.of()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the entry " + entry.id() + " failed", e);
      return List.of();
    }
  }

  private static Optional<Candidate> candidate(Entry entry, Proposal proposal, Site site) {
    Optional<String> title =
        proposal.title().isEmpty()
            ? Pattern.fill(entry.title(), proposal.bound())
            : Optional.of(proposal.title());
    return title.map(text ->
        new Candidate(
            site.diagnostic(),
            text,
            proposal.patch(),
            new Origin(Origin.Source.RECIPE, "kb:" + entry.shortId()),
            entry.applicability(),
            proposal.admits(),
            proposal.penalty()));
  }
}
