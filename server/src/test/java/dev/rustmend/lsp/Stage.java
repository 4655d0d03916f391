package dev.rustmend.lsp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/// A broken crate, a toy cargo, and an editor in front of them.
final class Stage implements AutoCloseable {
  /// One error, for which two fixes compile.
  static final String BROKEN = "fn main() {\n    let n: i32 = \"5\";\n}\n";

  final ToyCargo cargo = new ToyCargo();
  final ToyCrate crate;
  final Path main;
  final Editor editor;

  private Stage(Path folder, String editorName, String mainText) throws Exception {
    crate = ToyCrate.in(folder.resolve("crate"));
    main = crate.file("src/main.rs", mainText);
    editor =
        Editor.connect(
            EditorProfile.named(editorName), cargo, crate.folder(), folder.resolve("cache"));
  }

  /// Everything in place, but not a word between editor and server yet.
  static Stage silent(Path folder, String editorName, String mainText) throws Exception {
    return new Stage(folder, editorName, mainText);
  }

  /// Editor and server have been introduced to each other.
  static Stage initialized(Path folder, String editorName, String mainText) throws Exception {
    var stage = new Stage(folder, editorName, mainText);
    stage.editor.initialize();
    return stage;
  }

  /// Opens `main.rs` and waits for the end of its check.
  EditorDocument openMain() throws Exception {
    EditorDocument document = editor.open(main);
    awaitCheckOf("fn main");
    return document;
  }

  /// Waits for the end of a check of a text of `main.rs` that holds `part`.
  void awaitCheckOf(String part) throws InterruptedException {
    var _ = editor.server.awaitCheckOf(main, part);
  }

  /// The error that the server answered with.
  static ResponseErrorCode code(Throwable thrown) {
    Throwable cause = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
    if (!(cause instanceof ResponseErrorException refusal)) {
      throw new AssertionError("no error answer of a server", thrown);
    }
    int value = refusal.getResponseError().getCode();
    for (ResponseErrorCode code : ResponseErrorCode.values()) {
      if (code.getValue() == value && !code.name().contains("Range")) {
        return code;
      }
    }
    throw new AssertionError("unknown error code " + value);
  }

  @Override
  public void close() throws IOException {
    editor.close();
  }
}
