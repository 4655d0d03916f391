package dev.rustmend.learn;

import dev.rustmend.cargo.Tools;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A package in a temporary folder whose one source file a made-up user edits, with the real cargo
/// and with learning; errors count at once.
final class Classroom implements AutoCloseable {
  private static final String MANIFEST =
      "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";

  final Path root;
  final Learning learning;
  private final Sessions sessions;
  private final RepairSession session;
  private final Workspace buffers = new Workspace();
  private int version;

  /// May be changed while it works, as by a user's settings.
  private Settings.Learning mode;

  Classroom(Path folder, String name, Settings.Learning mode) throws Exception {
    this.mode = mode;
    Path home = folder.toRealPath();
    root = Files.createDirectories(home.resolve(name));
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("Cargo.toml"), MANIFEST);
    Files.writeString(main(), "fn main() {}\n");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", home.resolve("cache").toString());
    learning =
        new Learning(
            new LearnedLog(home.resolve("learned")),
            Clock.systemUTC(),
            new Tools(environment),
            Duration.ZERO);
    Settings settings = Settings.defaults();
    sessions =
        Sessions.create(
            settings,
            _ -> settings,
            environment,
            Models.none(),
            path -> List.of(learning.fixes(path, () -> this.mode)));
    session =
        switch (sessions.open(root)) {
          case Opened.Session(RepairSession opened) -> opened;
          case Opened.Refused refused -> throw new AssertionError(refused.sentence());
        };
    session.listen(report -> learning.watch(report, this.mode, session::ready));
  }

  void learn(Settings.Learning now) {
    mode = now;
  }

  Path main() {
    return root.resolve("src/main.rs");
  }

  /// The user saves this text in an editor, it is checked, and what it teaches is recorded.
  Report save(String text) throws Exception {
    Files.writeString(main(), text);
    buffers.put(main(), ++version, SourceText.of(text));
    Report report = session.run(buffers.snapshot(), _ -> {});
    learning.settle();
    return report;
  }

  /// Another file that no editor has open.
  void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }

  /// The fixes that are offered for the one error of this text.
  List<Fix> offered(String text) throws Exception {
    List<Problem> errors =
        save(text).problems().stream().filter(it -> it.diagnostic().isError()).toList();
    if (errors.size() != 1) {
      throw new AssertionError("not one error: " + errors);
    }
    return errors.getFirst().fixes();
  }

  /// The text after a fix.
  String after(Fix fix, String text) {
    return fix.patch().apply(main(), SourceText.of(text)).string();
  }

  /// What `rustmend fix` makes of this text, which it writes.
  String fixed(String text) throws Exception {
    save(text);
    FixOutcome outcome =
        new FixLoop(session)
            .run(buffers.snapshot(), FixRequest.everything(), FixChooser.best(), _ -> {});
    learning.settle();
    learning.wrote(
        outcome.changes().values().stream().map(FixOutcome.Change::after).toList(), mode);
    FixOutcome.Change change = outcome.changes().get(main());
    return change == null ? text : change.after().string();
  }

  List<Habit> habits() {
    return learning.habits(root).all();
  }

  @Override
  public void close() throws IOException {
    sessions.close();
    learning.close();
  }
}
