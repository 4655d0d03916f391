package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Origin;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.verify.Licence;
import dev.rustmend.verify.Strictness;
import dev.rustmend.verify.Trial;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/// The verdicts of one run as they come in, by diagnostic: the pipeline's notebook. Safe to use
/// from any thread.
final class Repairs {
  private static final String OUTDONE = "leaves more errors than another proposal";
  private static final int A_FEW = 6;

  private final Snapshot snapshot;
  private final LossGuard losses;
  private final Map<Diagnostic, List<Candidate>> candidates = new LinkedHashMap<>();
  private final Map<Trial, Verdict> verdicts = new HashMap<>();
  private final Map<Diagnostic, Later> postponed = new HashMap<>();
  private final Set<Candidate> joint = new HashSet<>();
  private final Map<Patch, Map<Path, String>> hashes = new HashMap<>();
  private final Map<Patch, Boolean> harmless = new HashMap<>();

  /// Whether verdicts have come since somebody last looked for fixes of several errors.
  private boolean unjoined;

  Repairs(Snapshot snapshot, LossGuard losses) {
    this.snapshot = snapshot;
    this.losses = losses;
  }

  synchronized void propose(Diagnostic diagnostic, List<Candidate> proposed) {
    candidates.put(diagnostic, proposed);
  }

  /// Proposals that are made when somebody wants them.
  interface Later {
    List<Candidate> now() throws InterruptedException;
  }

  /// Trials that are found out about when their turn comes.
  interface Wanted {
    List<Trial> trials() throws InterruptedException;
  }

  /// Proposals for `diagnostic` are made only when [#untried] is asked for them.
  synchronized void postpone(Diagnostic diagnostic, Later later) {
    candidates.put(diagnostic, List.of());
    postponed.put(diagnostic, later);
  }

  synchronized void record(Trial trial, Verdict verdict) {
    verdicts.put(trial, verdict);
    unjoined = true;
  }

  /// All verdicts so far have been looked at for fixes of several errors.
  synchronized void joined() {
    unjoined = false;
  }

  /// Whether there is more to find out about `diagnostic`: a proposal for it, or whether its fix
  /// holds together with those of others.
  synchronized boolean leavesOpen(Diagnostic diagnostic) {
    return unjoined || postponed.containsKey(diagnostic) || !known(diagnostic).isEmpty();
  }

  /// Whether there is more to find out that nobody has to ask for: the compiler's own proposals,
  /// and which fixes hold together.
  synchronized boolean leavesOpen() {
    return unjoined || !untriedOfTheCompiler().isEmpty();
  }

  /// Adds a proposal for several errors that was judged already, behind those for this one alone;
  /// it takes the place of an earlier one.
  synchronized void add(Candidate candidate, Verdict verdict) {
    var all = new ArrayList<>(candidates.getOrDefault(candidate.target(), List.of()));
    all.removeIf(joint::contains);
    all.add(candidate);
    candidates.put(candidate.target(), all);
    verdicts.put(trial(candidate), verdict);
    joint.add(candidate);
  }

  /// Adds a proposal that came later and was judged already.
  synchronized void addLate(Candidate candidate, Verdict verdict) {
    var all = new ArrayList<>(candidates.getOrDefault(candidate.target(), List.of()));
    if (!all.contains(candidate)) {
      all.add(candidate);
    }
    candidates.put(candidate.target(), all);
    verdicts.put(trial(candidate), verdict);
  }

  synchronized List<Trial> trials() {
    return candidates.values().stream().flatMap(List::stream).map(Repairs::trial).toList();
  }

  /// Whether a verified proposal for `diagnostic` is known.
  synchronized boolean repairs(Diagnostic diagnostic) {
    return candidates.getOrDefault(diagnostic, List.of()).stream()
        .anyMatch(each -> verdict(each).filter(Verdict::isOffered).isPresent());
  }

  /// The proposals for `diagnostic` that are not judged yet; makes them when they were postponed.
  List<Trial> untried(Diagnostic diagnostic) throws InterruptedException {
    Optional<Later> later;
    synchronized (this) {
      later = Optional.ofNullable(postponed.get(diagnostic));
    }
    if (later.isPresent()) {
      List<Candidate> now = later.get().now();
      synchronized (this) {
        if (postponed.remove(diagnostic) != null) {
          candidates.put(diagnostic, now);
        }
      }
    }
    return known(diagnostic);
  }

  private synchronized List<Trial> known(Diagnostic diagnostic) {
    return candidates.getOrDefault(diagnostic, List.of()).stream()
        .filter(each -> verdict(each).isEmpty())
        .map(Repairs::trial)
        .toList();
  }

  /// For each error that no judged proposal repairs, its next proposal; none when there is nothing
  /// left to try.
  List<Trial> next() {
    return next(Diagnostic::isError, Integer.MAX_VALUE);
  }

  /// The same for warnings as well, and only of the likeliest few proposals for each.
  List<Trial> nextOfAFew() {
    return next(_ -> true, A_FEW);
  }

  /// The compiler's own proposals for errors that are not judged yet: one that has alternatives,
  /// such as five imports, leaves the choice to its reader.
  synchronized List<Trial> untriedOfTheCompiler() {
    return candidates.entrySet().stream()
        .filter(entry -> entry.getKey().isError())
        .flatMap(entry -> entry.getValue().stream().limit(A_FEW))
        .filter(each -> each.origin().source() == Origin.Source.RUSTC)
        .filter(each -> verdict(each).isEmpty())
        .map(Repairs::trial)
        .toList();
  }

  private synchronized List<Trial> next(Predicate<Diagnostic> which, int limit) {
    return candidates.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(proposed -> proposed.stream().noneMatch(this::isTaken))
        .flatMap(proposed ->
            proposed.stream()
                .limit(limit)
                .filter(each -> verdict(each).isEmpty())
                .findFirst()
                .stream())
        .map(Repairs::trial)
        .toList();
  }

  /// Whether the loop of `fix` will be content with this proposal: it leaves no error, or fewer of
  /// those that have other causes, and it is not one that is left for a person.
  private boolean isTaken(Candidate candidate) {
    return verdict(candidate).filter(Repairs::leavesFewer).isPresent()
        && !candidate.isForAPerson()
        && verdict(candidate).flatMap(Verdict::doubt).isEmpty()
        && takesNothing(candidate.patch());
  }

  private boolean takesNothing(Patch patch) {
    return harmless.computeIfAbsent(patch, some -> losses.objection(snapshot, some).isEmpty());
  }

  /// The trial of a candidate, with the licence of who proposed it.
  static Trial trial(Candidate candidate) {
    Licence licence =
        switch (candidate.origin().source()) {
          case RUSTC -> new Licence(Strictness.COMPILER, candidate.admits());
          case RECIPE, LEARNED -> new Licence(Strictness.RECIPE, candidate.admits());
          case MODEL -> Licence.model();
        };
    return new Trial(candidate.target(), candidate.patch(), licence);
  }

  synchronized List<Problem> problems() {
    return candidates.entrySet().stream()
        .map(entry -> problem(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Problem problem(Diagnostic diagnostic, List<Candidate> proposed) {
    var fixes = new ArrayList<Fix>();
    var rejections = new ArrayList<Rejection>();
    for (Candidate candidate : proposed) {
      verdict(candidate)
          .ifPresent(verdict -> {
            if (verdict.isOffered()) {
              fixes.add(fix(candidate, verdict));
            } else {
              rejections.add(new Rejection(candidate, verdict));
            }
          });
    }
    for (Candidate candidate : outdone(proposed)) {
      fixes.removeIf(fix -> fix.id().equals(id(candidate)));
      rejections.add(new Rejection(candidate, new Verdict.Rejected(OUTDONE)));
    }
    fixes.sort(Ranking.bestFirst());
    if (!fixes.isEmpty() && mayBePreferred(fixes.getFirst())) {
      fixes.set(0, preferred(fixes.getFirst()));
    }
    return new Problem(diagnostic, fixes, rejections);
  }

  /// Whether an editor's auto-fix may take it: it compiles, and it takes nothing from the program.
  private boolean mayBePreferred(Fix fix) {
    return fix.compiles() && !fix.isForAPerson() && !fix.isByAModel() && takesNothing(fix.patch());
  }

  /// The candidates that [#beaten] finds: those of a model may be beaten by all, and beat none.
  private List<Candidate> outdone(List<Candidate> proposed) {
    List<Candidate> single = proposed.stream().filter(each -> !joint.contains(each)).toList();
    List<Candidate> others = single.stream().filter(each -> !isByAModel(each)).toList();
    var outdone = new ArrayList<>(beaten(others));
    beaten(single).stream().filter(Repairs::isByAModel).forEach(outdone::add);
    return outdone;
  }

  private static boolean isByAModel(Candidate candidate) {
    return candidate.origin().source() == Origin.Source.MODEL;
  }

  /// The candidates that leave as many errors as there were, or more, where another leaves fewer:
  /// wrong turns, such as an import of the wrong type with the right name. Beside one that compiles
  /// every one that only advances is one.
  private List<Candidate> beaten(List<Candidate> proposed) {
    List<Verdict> all = proposed.stream().map(this::verdict).flatMap(Optional::stream).toList();
    boolean compiles = all.stream().anyMatch(Verdict.Compiles.class::isInstance);
    boolean fewer = all.stream().anyMatch(Repairs::leavesFewer);
    return proposed.stream()
        .filter(candidate ->
            verdict(candidate)
                .filter(Verdict.Advances.class::isInstance)
                .filter(verdict -> compiles || (fewer && !leavesFewer(verdict)))
                .isPresent())
        .toList();
  }

  private static boolean leavesFewer(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Compiles _ -> true;
      case Verdict.Advances(int before, int after) -> after < before;
      case Verdict.Rejected _, Verdict.Unknown _ -> false;
    };
  }

  private Optional<Verdict> verdict(Candidate candidate) {
    return Optional.ofNullable(verdicts.get(trial(candidate)));
  }

  /// The fix that a candidate with this verdict makes.
  Fix fix(Candidate candidate, Verdict verdict) {
    return new Fix(
        id(candidate),
        candidate.title(),
        candidate.origin(),
        verdict,
        candidate.patch(),
        candidate.applicability(),
        hashes.computeIfAbsent(candidate.patch(), this::hashes),
        false,
        trial(candidate).licence(),
        candidate.penalty());
  }

  private static Fix preferred(Fix fix) {
    return new Fix(
        fix.id(),
        fix.title(),
        fix.origin(),
        fix.verdict(),
        fix.patch(),
        fix.applicability(),
        fix.sha256(),
        true,
        fix.licence(),
        fix.penalty());
  }

  private Map<Path, String> hashes(Patch patch) {
    var map = new HashMap<Path, String>();
    for (Path file : patch.files()) {
      map.put(file, snapshot.read(file).map(SourceText::sha256).orElse(""));
    }
    return map;
  }

  /// The same for the same proposal on the same text, so that a client may keep it between
  /// requests.
  private static String id(Candidate candidate) {
    var crc = new CRC32();
    crc.update(
        (candidate.target().headline() + candidate.title() + candidate.patch())
            .getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(crc.getValue(), 8);
  }
}
