package dev.rustmend.remote;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.candidate.Confidence;
import dev.rustmend.candidate.Origin;
import dev.rustmend.candidate.Recipes;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.operation.Operations;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What entries of the team propose for an error. They are data from elsewhere: only the lines of a
/// `rewrite` are run, what they write may do nothing while it is compiled, and the compiler judges
/// them like all others. How often others took and kept a fix moves it in the ranking.
final class TeamRecipes implements CandidateSource {
  private static final System.Logger LOG = System.getLogger(TeamRecipes.class.getName());

  /// How far all the evidence there can be moves a fix, in bytes of change.
  private static final int REACH = 400;

  private static final double UNDECIDED = 0.35;

  /// What runs, reads or links something while a program is compiled, or breaks its promises.
  private static final Pattern DARING =
      Pattern.compile(
          "\\b(?:unsafe|extern|include|include_str|include_bytes|env|option_env|asm|global_asm|process|Command"
              + "|no_mangle|link|proc_macro|transmute)\\b|\\bstd\\s*::\\s*(?:fs|net|os)\\b");

  private final TeamEntries entries;
  private final Operations operations;

  TeamRecipes(TeamEntries entries, Operations operations) {
    this.entries = entries;
    this.operations = operations;
  }

  @Override
  public List<Candidate> candidates(Diagnostic diagnostic, Snapshot snapshot) {
    try {
      Map<String, TeamEntries.Known> byId = new LinkedHashMap<>();
      for (TeamEntries.Known known : entries.about(diagnostic.codeText())) {
        byId.putIfAbsent(Team.entryId(known.passage().passage().id()), known);
      }
      return candidates(byId, diagnostic, snapshot);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<Candidate> candidates(
      Map<String, TeamEntries.Known> byId, Diagnostic diagnostic, Snapshot snapshot) {
    var found = new ArrayList<Candidate>();
    byId.forEach((id, known) ->
        readable(id, known)
            .ifPresent(entry ->
                new Recipes(() -> KnowledgeBase.of(List.of(entry)), operations)
                    .candidates(diagnostic, snapshot).stream()
                        .filter(candidate -> isHarmless(candidate.patch()))
                        .map(candidate -> told(candidate, known))
                        .forEach(found::add)));
    return List.copyOf(found);
  }

  /// The entry, when this program understands it and it says all it does by lines.
  private static Optional<Entry> readable(String id, TeamEntries.Known known) {
    EntryReader.Result read = EntryReader.read(id, known.passage().markdown());
    if (!read.problems().isEmpty()) {
      LOG.log(System.Logger.Level.DEBUG, "the team''s entry {0} can not be read", id);
      return Optional.empty();
    }
    return read.entry().filter(entry -> entry.rewrite().isPresent());
  }

  private static boolean isHarmless(Patch patch) {
    return patch.files().stream()
        .allMatch(file ->
            isSource(file)
                && patch.edits(file).stream()
                    .map(TextEdit::newText)
                    .noneMatch(text -> DARING.matcher(text).find()));
  }

  private static boolean isSource(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".rs") && !name.equals("build.rs");
  }

  private static Candidate told(Candidate candidate, TeamEntries.Known known) {
    Counts counts = known.counts();
    int moved =
        counts.good() + counts.bad() == 0
            ? 0
            : (int) ((UNDECIDED - Confidence.bound(counts.good(), counts.bad())) * REACH);
    return new Candidate(
        candidate.target(),
        "%s, as %s".formatted(candidate.title(), known.passage().provenance().words()),
        candidate.patch(),
        new Origin(Origin.Source.RECIPE, Team.origin(known.passage().passage().id())),
        candidate.applicability() == Applicability.MACHINE_APPLICABLE
            ? Applicability.MAYBE_INCORRECT
            : candidate.applicability(),
        candidate.admits(),
        candidate.penalty() + moved);
  }
}
