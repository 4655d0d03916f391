package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.lsp.DemoEditor;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import dev.rustmend.workspace.AtomicFile;
import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend demo`: starts the real server as an editor does, plays a session on a copy of a broken
/// crate, and prints what the editor would show.
final class DemoCommand implements Command {
  private static final String CRATE = "examples/weather";
  private static final List<String> OPEN = List.of("src/lib.rs", "src/reading.rs", "src/main.rs");
  private static final String HOVERED = "readings.push";

  @Override
  public CommandSpec spec() {
    return Options.command(
        this, "demo", "Plays an editor session on a broken crate with the real server.");
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Optional<String> home = Optional.ofNullable(System.getProperty("rustmend.home"));
    Path example = Path.of(home.orElse("")).resolve(CRATE);
    if (!Files.isDirectory(example)) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "the demo needs the folder %s of a checkout; start it with ./rustmend".formatted(CRATE));
    }
    try {
      Path folder = Files.createTempDirectory("rustmend-demo").toRealPath();
      try {
        Path root = folder.resolve("weather");
        copy(example, root);
        return play(invocation, root, folder.resolve("cache"));
      } finally {
        WholeFolder.delete(folder);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "the demo could not use the folder for temporary files: " + e, e);
    }
  }

  private static Exit play(Invocation invocation, Path root, Path cache)
      throws IOException, InterruptedException {
    var show = new DemoText(invocation);
    show.step("An editor opens a crate that does not compile, and starts `rustmend lsp`.");
    show.cargo(root);
    var builder = new ProcessBuilder(ServerProcess.command()).directory(root.toFile());
    builder.environment().put("RUSTMEND_CACHE_DIR", cache.toString());
    Process server = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      var editor = DemoEditor.connect(server.getInputStream(), server.getOutputStream(), root);
      for (String name : OPEN) {
        Path file = root.resolve(name);
        editor.open(file, SourceText.of(Files.readAllBytes(file)));
      }
      editor.awaitWork();
      session(show, editor, root);
      editor.leave();
    } finally {
      server.destroy();
    }
    return show.cargo(root) ? Exit.CLEAN : Exit.REMAIN;
  }

  private static void session(DemoText show, DemoEditor editor, Path root)
      throws IOException, InterruptedException {
    show.step(
        "The light bulbs. ✓ the crate compiles with it · → this error is gone, others remain.");
    for (String name : OPEN) {
      show.menu(name, editor.menu(root.resolve(name)));
    }
    show.step("The mouse rests on `" + HOVERED + "` in src/lib.rs.");
    show.hover(editor.hover(root.resolve("src/lib.rs"), HOVERED).orElse("nothing to say"));
    show.step("The command “fix workspace”: every step is compiled before its edit arrives.");
    for (Map.Entry<Path, SourceText> change : editor.fixWorkspace().entrySet()) {
      Path file = change.getKey();
      SourceText before = SourceText.of(Files.readAllBytes(file));
      show.diff(root.relativize(file).toString(), before, change.getValue());
      AtomicFile.write(file, change.getValue().bytes());
      editor.save(file, change.getValue());
    }
    show.step("All files are saved. What does cargo say now?");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(path -> !path.startsWith(from.resolve("target"))).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /// What the demo prints.
  private record DemoText(Invocation invocation) {
    private Paint paint() {
      return invocation.paint(Terminal.Channel.OUT);
    }

    void step(String text) {
      invocation.print("");
      invocation.print(paint().in(Ink.HEADING, text));
    }

    void menu(String file, List<DemoEditor.Entry> entries) {
      String last = "";
      for (DemoEditor.Entry entry : entries) {
        String problem = "%s:%d  %s".formatted(file, entry.line(), entry.problem());
        if (!problem.equals(last)) {
          invocation.print(paint().in(Ink.STRONG, problem));
          last = problem;
        }
        Ink ink = entry.title().startsWith("✓") ? Ink.GOOD : Ink.PARTIAL;
        invocation.print("   " + paint().in(ink, entry.title()));
      }
    }

    void hover(String markdown) {
      new MarkdownText(paint(), invocation.terminal().columns())
          .lines(markdown)
          .forEach(line -> invocation.print("  │ " + line));
    }

    void diff(String name, SourceText before, SourceText after) {
      for (String line : UnifiedDiff.lines(name, before, after)) {
        Ink ink = line.startsWith("+") ? Ink.ADDED : line.startsWith("-") ? Ink.REMOVED : Ink.PLAIN;
        invocation.print(paint().in(ink, line));
      }
    }

    /// Runs `cargo check` as the user would; whether it found nothing.
    boolean cargo(Path root) throws IOException, InterruptedException {
      Process cargo =
          new ProcessBuilder("cargo", "check", "--quiet", "--offline", "--keep-going")
              .directory(root.toFile())
              .redirectErrorStream(true)
              .start();
      var output = new String(cargo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean clean = cargo.waitFor() == 0;
      output
          .lines()
          .filter(line -> line.startsWith("error"))
          .forEach(line -> invocation.print("  " + paint().in(Ink.ERROR, line)));
      if (clean) {
        invocation.print("  " + paint().in(Ink.GOOD, "cargo check: no errors"));
      }
      return clean;
    }
  }
}
