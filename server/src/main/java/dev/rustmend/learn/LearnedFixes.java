package dev.rustmend.learn;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.candidate.Origin;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.operation.Proposal;
import dev.rustmend.operation.Rewriting;
import dev.rustmend.operation.Site;
import dev.rustmend.operation.Trees;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.Patch;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What the user's own repairs propose for an error in one project: the habits of the project,
/// then, where the user wants it, those of the other ones.
///
/// A habit that the evidence trusts comes before all other fixes. One that was seen once comes
/// behind them, says whose it is, and is only for a person to take, as is one that people often did
/// not follow. Safe to use from any thread.
final class LearnedFixes implements CandidateSource {
  private static final Logger LOG = System.getLogger(LearnedFixes.class.getName());
  private static final int FIRST = -100_000;
  private static final int STEP = 100;
  private static final int BEHIND_OTHERS = 5_000;
  private static final int MOST_ONCE = 2;

  private final String project;
  private final Memory memory;
  private final Supplier<Settings.Learning> mode;
  private final Rewriting rewriting = new Rewriting();
  private final Trees trees = new Trees();

  LearnedFixes(String project, Memory memory, Supplier<Settings.Learning> mode) {
    this.project = project;
    this.memory = memory;
    this.mode = mode;
  }

  @Override
  public List<Candidate> candidates(Diagnostic diagnostic, Snapshot snapshot) {
    List<Habit> habits = habits(diagnostic.codeText());
    if (habits.isEmpty()) {
      return List.of();
    }
    return Site.of(diagnostic, snapshot, trees)
        .map(site -> candidates(habits, site))
        .orElse(List.of());
  }

  /// The project's own, then those that only others have.
  private List<Habit> habits(String code) {
    try {
      return switch (mode.get()) {
        case OFF -> List.of();
        case PROJECT -> memory.of(project).about(code);
        case ALL -> {
          Map<String, Habit> all = new LinkedHashMap<>();
          memory.of(project).about(code).forEach(habit -> all.put(habit.recipe().id(), habit));
          memory
              .everywhere()
              .about(code)
              .forEach(habit -> all.putIfAbsent(habit.recipe().id(), habit));
          yield List.copyOf(all.values());
        }
      };
    } catch (LogFailure e) {
      LOG.log(Level.WARNING, e.sentence(), e);
      return List.of();
    }
  }

  private List<Candidate> candidates(List<Habit> habits, Site site) {
    var candidates = new ArrayList<Candidate>();
    Set<Patch> patches = new HashSet<>();
    int once = 0;
    for (Habit habit : habits) {
      if (!habit.isEstablished() && once >= MOST_ONCE) {
        continue;
      }
      Optional<Patch> patch = patch(habit, site);
      if (patch.isPresent() && patches.add(patch.get())) {
        candidates.add(candidate(habit, patch.get(), site, candidates.size()));
        once += habit.isEstablished() ? 0 : 1;
      }
    }
    return List.copyOf(candidates);
  }

  private Optional<Patch> patch(Habit habit, Site site) {
    try {
      return habit
          .recipe()
          .rewrite()
          .flatMap(rewrite -> rewriting.proposal(rewrite, site))
          .map(Proposal::patch)
          .filter(patch -> !patch.isEmpty());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the recipe " + habit.recipe().id() + " failed", e);
      return Optional.empty();
    }
  }

  private static Candidate candidate(Habit habit, Patch patch, Site site, int place) {
    String title = new LearnedTitle(patch, site).text(habit);
    int penalty =
        habit.isTrusted() ? FIRST + place * STEP : habit.isEstablished() ? 0 : BEHIND_OTHERS;
    return new Candidate(
        site.diagnostic(),
        title,
        patch,
        new Origin(Origin.Source.LEARNED, habit.recipe().id()),
        habit.isTrusted() ? Applicability.MAYBE_INCORRECT : Applicability.HAS_PLACEHOLDERS,
        Set.of(),
        penalty);
  }
}
