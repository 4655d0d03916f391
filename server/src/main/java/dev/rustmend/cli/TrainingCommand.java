package dev.rustmend.cli;

import dev.rustmend.lsp.DemoEditor;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend training`: plays what people do with the program, so that a JVM that records which
/// classes are loaded (`-XX:AOTCacheOutput`) can make the next starts faster: an editor's session
/// with the language server, a search, and repairs in the shell, all on the example crate and in
/// folders of its own. The build of a release runs it, and the launcher of a checkout; nobody else
/// needs it, so it is hidden.
final class TrainingCommand implements Command {
  private static final String EDITOR = "editor";
  private static final String SHELL = "shell";
  private static final int PIPE_BYTES = 1 << 16;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "training", "Plays what people do, so that the JVM can learn it.");
    spec.usageMessage().hidden(true);
    spec.addPositional(Options.optional(EDITOR + "|" + SHELL, "What to play; both unless given."));
    return spec;
  }

  /// Whether these arguments ask for the editor's part. It is played without the parser of
  /// arguments, whose classes no editor's start needs.
  static boolean isOfEditor(List<String> arguments) {
    return arguments.equals(List.of("training", EDITOR));
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    return play(invocation.parameter(0).orElse(""), invocation.terminal());
  }

  /// Plays the editor's part.
  static Exit playEditor(Terminal terminal) throws InterruptedException {
    return play(EDITOR, terminal);
  }

  private static Exit play(String part, Terminal terminal) throws InterruptedException {
    try (ExampleCrate crate = ExampleCrate.create()) {
      var training = new Training(terminal, crate);
      if (!part.equals(SHELL)) {
        training.editor();
      }
      if (!part.equals(EDITOR)) {
        training.shell("kb", "search", "borrow of moved value", "--limit", "3");
        training.shell("check");
        training.shell("check", "--json");
        training.shell("fix", "--dry-run", "--color=always");
        training.shell("fix", "--help");
      }
      return Exit.CLEAN;
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "the training could not use the folder for temporary files: " + e, e);
    }
  }

  /// One run in `crate`. What is printed goes nowhere.
  private record Training(Terminal terminal, ExampleCrate crate) {

    /// One command line.
    void shell(String... arguments) {
      Exit _ = Main.run(List.of(arguments), terminal(InputStream.nullInputStream(), nowhere()));
    }

    /// The server in a thread of its own, and an editor that opens the crate, looks at each menu,
    /// rests the mouse on the error, has the workspace repaired, and leaves.
    void editor() throws IOException, InterruptedException {
      try (var toServer = new PipedOutputStream();
          var fromEditor = new PipedInputStream(toServer, PIPE_BYTES);
          var fromServer = new PipedInputStream(PIPE_BYTES);
          var toEditor = new PipedOutputStream(fromServer)) {
        Terminal pipes = terminal(fromEditor, toEditor);
        Thread server =
            Thread.ofPlatform()
                .name("training-server")
                .start(() -> Main.run(List.of("lsp"), pipes));
        play(DemoEditor.connect(fromServer, toServer, crate.root()));
        server.join();
      }
    }

    private void play(DemoEditor editor) throws IOException, InterruptedException {
      for (String name : crate.sources()) {
        Path file = crate.root().resolve(name);
        editor.open(file, SourceText.of(Files.readAllBytes(file)));
      }
      editor.awaitWork();
      for (String name : crate.sources()) {
        var _ = editor.menu(crate.root().resolve(name));
      }
      var _ = editor.hover(crate.root().resolve("src/lib.rs"), DemoCommand.HOVERED);
      var _ = editor.fixWorkspace();
      editor.leave();
    }

    private Terminal terminal(InputStream in, OutputStream out) {
      Map<String, String> environment = new HashMap<>(terminal.environment());
      environment.put("RUSTMEND_CACHE_DIR", crate.cache().toString());
      environment.put("RUSTMEND_LEARNED_DIR", crate.folder().resolve("learned").toString());
      return new Terminal(
          in,
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(nowhere(), false, StandardCharsets.UTF_8),
          Set.of(),
          terminal.columns(),
          environment,
          crate.root());
    }

    private static OutputStream nowhere() {
      return OutputStream.nullOutputStream();
    }
  }
}
