package dev.rustmend.lsp;

import com.google.gson.JsonObject;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.repair.Fix;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Buffer;
import dev.rustmend.workspace.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// Turns our values into what this client takes.
///
/// Offsets become lines and columns in the client's own unit, by the text of the snapshot that the
/// value belongs to.
final class ToLsp {
  /// Our member in `data`; no other server's has it, which tells ours from theirs.
  static final String OURS = "rustmend";

  /// The `id` in `data` of the action that makes all fixes, of the one that explains, and of the
  /// one that asks a model.
  static final String FIX_ALL = "fixAll";

  static final String EXPLAIN = "explain";
  static final String ASK_MODEL = "askModel";

  private static final String UNRESERVED = "-._~/";
  private static final String CLIPPY = "clippy::";

  private final ClientProfile client;
  private final OpenDocuments documents;

  ToLsp(ClientProfile client, OpenDocuments documents) {
    this.client = client;
    this.documents = documents;
  }

  /// A `file` URI with everything percent-encoded but letters, digits, `-._~` and `/`.
  static String uri(Path path) {
    String name = path.toString().replace('\\', '/');
    var uri = new StringBuilder(name.startsWith("/") ? "file://" : "file:///");
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0);
      if (plain) {
        uri.append((char) b);
      } else {
        uri.append('%').append("%02X".formatted(b & 0xFF));
      }
    }
    return uri.toString();
  }

  Range range(TextRange range, SourceText text) {
    return new Range(position(range.start(), text), position(range.end(), text));
  }

  /// The edit that makes `patch` on the texts of `snapshot`.
  ///
  /// Open files carry the version that the patch was made for, closed ones none. Neovim checks only
  /// the version of the first file, so open files with many edits come first.
  WorkspaceEdit edit(Patch patch, Snapshot snapshot) {
    List<Path> files =
        patch.files().stream()
            .sorted(
                Comparator.comparing((Path file) -> snapshot.buffer(file).isEmpty())
                    .thenComparingInt(file -> -patch.edits(file).size()))
            .toList();
    return client.has(Feature.DOCUMENT_CHANGES)
        ? documentChanges(files, patch, snapshot)
        : changes(files, patch, snapshot);
  }

  /// A diagnostic as rust-analyzer shows it: source `rustc` or the tool before `::`, the bare code.
  org.eclipse.lsp4j.Diagnostic diagnostic(Diagnostic diagnostic, Span at, Snapshot snapshot) {
    var result = new org.eclipse.lsp4j.Diagnostic();
    result.setRange(spanRange(at, snapshot));
    result.setSeverity(severity(diagnostic.level()));
    result.setMessage(message(diagnostic, at));
    String code = diagnostic.codeText();
    boolean clippy = code.startsWith(CLIPPY);
    result.setSource(clippy ? "clippy" : "rustc");
    if (!code.isEmpty()) {
      result.setCode(clippy ? code.substring(CLIPPY.length()) : code);
      page(diagnostic).map(DiagnosticCodeDescription::new).ifPresent(result::setCodeDescription);
    }
    if (client.has(Feature.DIAGNOSTIC_TAGS)) {
      List<DiagnosticTag> tags = tags(code);
      result.setTags(tags.isEmpty() ? null : tags);
    }
    if (client.has(Feature.RELATED_INFORMATION)) {
      List<DiagnosticRelatedInformation> related = related(diagnostic, at, snapshot);
      result.setRelatedInformation(related.isEmpty() ? null : related);
    }
    var data = new JsonObject();
    data.addProperty("rendered", diagnostic.rendered());
    data.add(OURS, new JsonObject());
    result.setData(data);
    return result;
  }

  /// What an action carries so that it can be found again: `version` is that of the document it was
  /// offered for, or absent when that document is not open.
  static JsonObject data(Fix fix, Optional<Buffer> document) {
    return data(fix.id(), fix.sourceWord(), fix.verdictWord(), fix.originName(), document);
  }

  /// The same for the action that makes all fixes of `file`.
  JsonObject fixAllData(Path file, Optional<Buffer> document) {
    JsonObject data = data(FIX_ALL, OURS, "compiles", FIX_ALL, document);
    data.getAsJsonObject(OURS).addProperty("uri", documents.uri(file));
    return data;
  }

  /// The same for an action that is a command: [#EXPLAIN] or [#ASK_MODEL].
  static JsonObject commandData(String id, Optional<Buffer> document) {
    return data(id, OURS, "", id, document);
  }

  private static JsonObject data(
      String id, String source, String verdict, String origin, Optional<Buffer> document) {
    var members = new JsonObject();
    members.addProperty("id", id);
    members.addProperty("source", source);
    members.addProperty("verdict", verdict);
    members.addProperty("origin", origin);
    document.ifPresent(buffer -> members.addProperty("version", buffer.version()));
    var data = new JsonObject();
    data.add(OURS, members);
    return data;
  }

  private Position position(int offset, SourceText text) {
    LineIndex lines = text.lines();
    return new Position(lines.line(offset), lines.column(offset, client.unit()));
  }

  private Range spanRange(Span span, Snapshot snapshot) {
    return snapshot
        .read(span.file())
        .map(text -> range(span.range(), text))
        .orElseGet(() -> {
          var start = new Position(Math.max(0, span.line() - 1), 0);
          return new Range(start, start);
        });
  }

  /// Whether the client can make `patch`: not every one makes files.
  boolean canMake(Patch patch) {
    return patch.created().isEmpty() || client.has(Feature.CREATE_FILE);
  }

  private WorkspaceEdit documentChanges(List<Path> files, Patch patch, Snapshot snapshot) {
    var changes = new ArrayList<Either<TextDocumentEdit, ResourceOperation>>();
    for (Path file : files) {
      if (patch.creates(file)) {
        changes.add(Either.forRight(new CreateFile(documents.uri(file))));
      }
      if (edits(file, patch, snapshot).isEmpty()) {
        continue;
      }
      var document = new VersionedTextDocumentIdentifier();
      document.setUri(documents.uri(file));
      snapshot.buffer(file).ifPresent(buffer -> document.setVersion(buffer.version()));
      List<Either<TextEdit, SnippetTextEdit>> edits =
          edits(file, patch, snapshot).stream()
              .map(Either::<TextEdit, SnippetTextEdit>forLeft)
              .toList();
      changes.add(Either.forLeft(new TextDocumentEdit(document, edits)));
    }
    return new WorkspaceEdit(changes);
  }

  private WorkspaceEdit changes(List<Path> files, Patch patch, Snapshot snapshot) {
    var changes = new LinkedHashMap<String, List<TextEdit>>();
    for (Path file : files) {
      changes.put(documents.uri(file), edits(file, patch, snapshot));
    }
    return new WorkspaceEdit(changes);
  }

  private List<TextEdit> edits(Path file, Patch patch, Snapshot snapshot) {
    SourceText text = snapshot.read(file).orElse(SourceText.of(""));
    return patch.edits(file).stream()
        .filter(edit -> !(edit.range().isEmpty() && edit.newText().isEmpty()))
        .map(edit -> new TextEdit(range(edit.range(), text), edit.newText()))
        .toList();
  }

  /// rustc's message, then the label under the caret, then the notes that point nowhere.
  private static String message(Diagnostic diagnostic, Span at) {
    var message = new StringBuilder(diagnostic.message());
    at.label().ifPresent(label -> message.append('\n').append(label));
    for (Note note : diagnostic.notes()) {
      if (note.spans().isEmpty()) {
        message.append('\n').append(note.level().word()).append(": ").append(note.message());
      }
    }
    return message.toString();
  }

  private List<DiagnosticRelatedInformation> related(
      Diagnostic diagnostic, Span at, Snapshot snapshot) {
    var related = new ArrayList<DiagnosticRelatedInformation>();
    for (Span span : diagnostic.spans()) {
      if (!span.equals(at) && span.label().isPresent()) {
        related.add(related(span, span.label().get(), snapshot));
      }
    }
    for (Note note : diagnostic.notes()) {
      note.spans().stream()
          .findFirst()
          .ifPresent(span -> related.add(related(span, note.message(), snapshot)));
    }
    return related;
  }

  private DiagnosticRelatedInformation related(Span span, String message, Snapshot snapshot) {
    var location = new Location(documents.uri(span.file()), spanRange(span, snapshot));
    return new DiagnosticRelatedInformation(location, message);
  }

  private static DiagnosticSeverity severity(Level level) {
    return switch (level) {
      case ERROR, ICE -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case NOTE -> DiagnosticSeverity.Information;
      case HELP, FAILURE_NOTE -> DiagnosticSeverity.Hint;
    };
  }

  private static Optional<String> page(Diagnostic diagnostic) {
    return diagnostic
        .code()
        .flatMap(code -> {
          if (code.isErrorCode()) {
            return Optional.of("https://doc.rust-lang.org/error_codes/" + code + ".html");
          }
          return code.value().startsWith(CLIPPY)
              ? Optional.of(
                  "https://rust-lang.github.io/rust-clippy/stable/index.html#"
                      + code.value().substring(CLIPPY.length()))
              : Optional.empty();
        });
  }

  private static List<DiagnosticTag> tags(String code) {
    boolean unnecessary =
        code.startsWith("unused") || code.equals("dead_code") || code.startsWith("unreachable");
    if (unnecessary) {
      return List.of(DiagnosticTag.Unnecessary);
    }
    return code.equals("deprecated") ? List.of(DiagnosticTag.Deprecated) : List.of();
  }
}
