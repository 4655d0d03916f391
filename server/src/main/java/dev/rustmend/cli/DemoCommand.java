package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.lsp.DemoEditor;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend demo`: starts the real server as an editor does, plays a session on a copy of a broken
/// crate, and prints what the editor would show.
final class DemoCommand implements Command {
  static final String HOVERED = "readings.push";

  @Override
  public CommandSpec spec() {
    return Options.command(
        this, "demo", "Plays an editor session on a broken crate with the real server.");
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    try (ExampleCrate crate = ExampleCrate.create()) {
      return play(invocation, crate);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "the demo could not use the folder for temporary files: " + e, e);
    }
  }

  private static Exit play(Invocation invocation, ExampleCrate crate)
      throws IOException, InterruptedException {
    Path root = crate.root();
    var show = new DemoText(invocation);
    show.step("An editor opens a crate that does not compile, and starts `rustmend lsp`.");
    show.cargo(root);
    var builder = new ProcessBuilder(ServerProcess.command()).directory(root.toFile());
    builder.environment().put("RUSTMEND_CACHE_DIR", crate.cache().toString());
    Process server = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      var editor = DemoEditor.connect(server.getInputStream(), server.getOutputStream(), root);
      for (String name : crate.sources()) {
        Path file = root.resolve(name);
        editor.open(file, SourceText.of(Files.readAllBytes(file)));
      }
      editor.awaitWork();
      session(show, editor, crate);
      editor.leave();
    } finally {
      server.destroy();
    }
    return show.cargo(root) ? Exit.CLEAN : Exit.REMAIN;
  }

  private static void session(DemoText show, DemoEditor editor, ExampleCrate crate)
      throws IOException, InterruptedException {
    Path root = crate.root();
    show.step(
        "The light bulbs. ✓ the crate compiles with it · → this error is gone, others remain.");
    for (String name : crate.sources()) {
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
