package dev.rustmend.bench;

import dev.rustmend.bench.LearningReport.Cost;
import dev.rustmend.learn.Learning;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.WholeFolder;
import dev.rustmend.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// How soon the first offered fix is the one that the people of a code base would make: broken
/// functions in a fixed order, each repaired in the style of an invented code base once it was seen
/// what is offered for it.
public final class LearningBench {
  private static final List<String> NAMES =
      List.of(
          "anchor", "barrel", "canvas", "dinghy", "ferry", "galley", "helm", "island", "jetty",
          "keel", "lantern", "mast", "needle", "oar", "paddle", "quay", "rope", "sail", "tiller",
          "vessel", "winch", "yard");
  private static final String MANIFEST =
      "[package]\nname = \"style\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n";

  private static final double NANOS_OF_A_MILLI = 1e6;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Opening opening;

  /// Makes sessions that learn by way of what was learned in them.
  public interface Opening {
    Sessions open(Learning learning, Settings.Learning mode);

    /// What remembers in this folder; errors count as seen at once.
    Learning remembering(Path folder);
  }

  public LearningBench(Opening opening) {
    this.opening = opening;
  }

  /// Measures `episodes` of each style. Throws [IOException] when a package can not be written.
  public LearningReport run(long seed, int episodes, BenchListener listener)
      throws IOException, InterruptedException {
    var rounds = new ArrayList<LearningReport.Round>();
    var costOff = new ArrayList<LearningReport.Save>();
    var costOn = new ArrayList<LearningReport.Save>();
    for (LearningStyle style : LearningStyle.all()) {
      // not in the cache folder: a repository around it may ignore it, and then nothing is learned
      Path home = Files.createTempDirectory("rustmend-" + style.name());
      try (var off = new Desk(home.resolve("off"), style, Settings.Learning.OFF);
          var on = new Desk(home.resolve("on"), style, Settings.Learning.PROJECT)) {
        var random = new Random(seed);
        for (int episode = 1; episode <= episodes; episode++) {
          var lesson = new Lesson(style, random);
          listener.progress("repairing", rounds.size(), 2 * episodes, style.name());
          boolean before = off.isFirst(lesson);
          off.repair(lesson);
          boolean after = on.isFirst(lesson);
          LearnedFix applied = on.fix(lesson);
          on.repair(lesson);
          rounds.add(
              new LearningReport.Round(
                  style.name(),
                  episode,
                  lesson.kind,
                  before,
                  after,
                  applied.applied(),
                  applied.wrong()));
        }
        costOff.addAll(off.costs);
        costOn.addAll(on.costs);
      } finally {
        WholeFolder.delete(home);
      }
    }
    return new LearningReport(
        RustToolchain.compiler(), seed, rounds, Cost.of(costOff), Cost.of(costOn));
  }

  private record LearnedFix(boolean applied, boolean wrong) {}

  /// A broken function and what the people of the style make of it.
  private static final class Lesson {
    private final String kind;
    private final String broken;
    private final String repaired;

    Lesson(LearningStyle style, Random random) {
      LearningStyle.Kind drawn = style.kinds().get(random.nextInt(style.kinds().size()));
      LearningStyle.Form form = drawn.forms().get(random.nextInt(drawn.forms().size()));
      String name = NAMES.get(random.nextInt(NAMES.size()));
      String other = NAMES.get(random.nextInt(NAMES.size()));
      String text = NAMES.get(random.nextInt(NAMES.size())) + " " + random.nextInt(1000);
      String digits = String.valueOf(2 + random.nextInt(90));
      this.kind = drawn.name();
      this.broken = filled(form.broken(), name, other, text, digits);
      this.repaired = filled(form.repaired(), name, other, text, digits);
    }

    private static String filled(
        String form, String name, String other, String text, String digits) {
      return form.replace("$n", "the_" + name)
          .replace("$o", other)
          .replace("$t", text)
          .replace("$d", digits);
    }
  }

  /// A package of one file, open in an editor, with one way of learning.
  private final class Desk implements AutoCloseable {
    private final Path main;
    private final String prelude;
    private final Learning learning;
    private final Sessions sessions;
    private final RepairSession session;
    private final Workspace buffers = new Workspace();
    private final List<LearningReport.Save> costs = new ArrayList<>();
    private int version;
    private long watching;
    private long working;

    Desk(Path home, LearningStyle style, Settings.Learning mode)
        throws IOException, InterruptedException {
      Path root = Files.createDirectories(home).toRealPath();
      Files.createDirectories(root.resolve("src"));
      Files.writeString(root.resolve("Cargo.toml"), MANIFEST);
      this.main = root.resolve("src/main.rs");
      this.prelude = style.prelude();
      Files.writeString(main, prelude);
      this.learning = opening.remembering(home.resolve("learned"));
      this.sessions = opening.open(learning, mode);
      this.session =
          switch (sessions.open(root)) {
            case Opened.Session(RepairSession opened) -> opened;
            case Opened.Refused refused -> throw new IOException(refused.sentence());
          };
      session.listen(report -> {
        long start = System.nanoTime();
        long cpu = CLOCK.getCurrentThreadCpuTime();
        learning.watch(report, mode, session::ready);
        working += CLOCK.getCurrentThreadCpuTime() - cpu;
        watching += System.nanoTime() - start;
      });
    }

    private Report save(String function) throws IOException, InterruptedException {
      String text = whole(function);
      Files.writeString(main, text);
      buffers.put(main, ++version, SourceText.of(text));
      watching = 0;
      working = 0;
      Report report = session.run(buffers.snapshot(), _ -> {});
      costs.add(new LearningReport.Save(working / NANOS_OF_A_MILLI, watching / NANOS_OF_A_MILLI));
      learning.settle();
      return report;
    }

    /// An import stands with those of the file, at its top.
    private String whole(String function) {
      int end = function.startsWith("use ") ? function.indexOf('\n') + 1 : 0;
      int top = prelude.indexOf("\n\n") + 2;
      return prelude.substring(0, top)
          + function.substring(0, end)
          + prelude.substring(top)
          + function.substring(end).stripLeading();
    }

    /// Whether the first fix that is offered makes the repair of the style.
    boolean isFirst(Lesson lesson) throws IOException, InterruptedException {
      Report report = save(lesson.broken);
      List<Fix> fixes =
          report.problems().stream()
              .filter(problem -> problem.diagnostic().isError())
              .map(Problem::fixes)
              .filter(each -> !each.isEmpty())
              .findFirst()
              .orElse(List.of());
      return !fixes.isEmpty()
          && fixes.getFirst().patch().files().equals(Set.of(main))
          && isRepaired(
              fixes.getFirst().patch().apply(main, SourceText.of(whole(lesson.broken))).string(),
              lesson);
    }

    /// What `rustmend fix` would do of its own accord; nothing is written.
    LearnedFix fix(Lesson lesson) throws InterruptedException {
      FixOutcome outcome =
          new FixLoop(session)
              .run(buffers.snapshot(), FixRequest.everything(), FixChooser.best(), _ -> {});
      boolean applied =
          outcome.audit().stream()
              .filter(record -> record.outcome().equals("kept"))
              .map(AuditRecord::fix)
              .anyMatch(fix -> fix.sourceWord().equals("learned"));
      FixOutcome.Change change = outcome.changes().get(main);
      boolean right = change != null && isRepaired(change.after().string(), lesson);
      return new LearnedFix(applied, applied && !right);
    }

    void repair(Lesson lesson) throws IOException, InterruptedException {
      save(lesson.repaired);
    }

    private boolean isRepaired(String text, Lesson lesson) {
      return squeezed(text).equals(squeezed(whole(lesson.repaired)));
    }

    /// Without white space, and with imports in the order of the alphabet.
    private static List<String> squeezed(String text) {
      List<String> lines =
          text.lines()
              .map(line -> line.replaceAll("\\s+", ""))
              .filter(it -> !it.isEmpty())
              .toList();
      var imports =
          new ArrayList<>(lines.stream().filter(it -> it.startsWith("use")).sorted().toList());
      imports.add(String.join("", lines.stream().filter(it -> !it.startsWith("use")).toList()));
      return List.copyOf(imports);
    }

    @Override
    public void close() {
      sessions.close();
      learning.close();
    }
  }
}
