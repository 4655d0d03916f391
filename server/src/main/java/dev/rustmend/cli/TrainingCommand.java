package dev.rustmend.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend training`: does a bit of everything, so that a JVM that records which classes are
/// loaded (`-XX:AOTCacheOutput`) can make the next starts faster. The launcher runs it after a
/// build; nobody else needs it, so it is hidden.
final class TrainingCommand implements Command {
  private static final String PROGRAM =
      """
      fn main() {
          let words = vec![String::from("a")];
          let first = words[0];
          println!("{}", HashMap::<u8, u8>::new().len() + frist.len());
      }
      """;
  private static final List<String> SESSION =
      List.of(
          """
          {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,
           "capabilities":{"textDocument":{"codeAction":{"dataSupport":true,
            "codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}},
            "resolveSupport":{"properties":["edit"]}},"hover":{"contentFormat":["markdown"]}},
            "workspace":{"workspaceEdit":{"documentChanges":true},"configuration":true},
            "window":{"workDoneProgress":true}}}}
          """,
          """
          {"jsonrpc":"2.0","method":"initialized","params":{}}
          """,
          """
          {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":
           {"uri":"file:///nowhere/a.rs","languageId":"rust","version":1,"text":"fn main() {}\\n"}}}
          """,
          """
          {"jsonrpc":"2.0","id":2,"method":"textDocument/codeAction","params":{"textDocument":
           {"uri":"file:///nowhere/a.rs"},"range":{"start":{"line":0,"character":0},
           "end":{"line":0,"character":1}},"context":{"diagnostics":[]}}}
          """,
          """
          {"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"textDocument":
           {"uri":"file:///nowhere/a.rs"},"position":{"line":0,"character":0}}}
          """,
          """
          {"jsonrpc":"2.0","id":4,"method":"shutdown"}
          """,
          """
          {"jsonrpc":"2.0","method":"exit"}
          """);

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, "training", "Does a bit of everything.");
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Path folder = folder();
    try {
      run(invocation.terminal(), folder, List.of("check"));
      run(invocation.terminal(), folder, List.of("fix", "--dry-run", "--color=always"));
      run(invocation.terminal(), folder, List.of("check", "--json"));
      run(invocation.terminal(), folder, List.of("fix", "--help"));
      run(invocation.terminal(), folder, List.of("lsp"));
    } finally {
      delete(folder);
    }
    return Exit.CLEAN;
  }

  /// Runs one command line in the folder, with a cache of its own and all output dropped.
  private static void run(Terminal terminal, Path folder, List<String> arguments) {
    var environment = new HashMap<>(terminal.environment());
    environment.put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(
        arguments,
        new Terminal(
            session(), nowhere, nowhere, Set.of(), terminal.columns(), environment, folder));
  }

  private static InputStream session() {
    var bytes = new ByteArrayOutputStream();
    for (String message : SESSION) {
      byte[] body = message.getBytes(StandardCharsets.UTF_8);
      byte[] head =
          "Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(head);
      bytes.writeBytes(body);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("rustmend-training");
      Files.writeString(
          folder.resolve("Cargo.toml"),
          "[package]\nname = \"training\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
      Files.writeString(folder.resolve("rustmend.toml"), "[check]\nallTargets = false\n");
      Files.createDirectory(folder.resolve("src"));
      Files.writeString(folder.resolve("src/main.rs"), PROGRAM);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
