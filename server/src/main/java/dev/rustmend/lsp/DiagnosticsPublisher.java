package dev.rustmend.lsp;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Buffer;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/// Publishes cargo's diagnostics, for people whose rust-analyzer does not: never unless the setting
/// `diagnostics.publish` says so, since every client would show each error twice.
///
/// `auto` publishes until a code-action request brings along a diagnostic of the compiler that is
/// not ours: then another server publishes them, and ours are taken back.
final class DiagnosticsPublisher {
  private final RustmendClient client;
  private final OpenDocuments documents;
  private final Configuration configuration;
  private final ToLsp toLsp;
  private final Map<Path, Sent> published = new HashMap<>();
  private boolean another;

  /// What the client was last told about a workspace, and of which texts.
  private record Sent(Snapshot snapshot, Map<Path, List<Diagnostic>> byFile) {}

  DiagnosticsPublisher(
      RustmendClient client, OpenDocuments documents, Configuration configuration, ToLsp toLsp) {
    this.client = client;
    this.documents = documents;
    this.configuration = configuration;
    this.toLsp = toLsp;
  }

  /// Publishes what a report says, as it grows: the errors are there when the compiler says them,
  /// and not when their fixes are proven. Files that it does not mention are cleared when it is
  /// finished. A report of a failed cargo run changes nothing: it says nothing about the program.
  synchronized void publish(Report report) {
    if (report.failureSentence().isPresent()) {
      return;
    }
    if (!wanted(report.root())) {
      clear(report.root());
      return;
    }
    Sent sent = published.getOrDefault(report.root(), new Sent(report.snapshot(), Map.of()));
    Map<Path, List<Diagnostic>> old = sent.byFile();
    Map<Path, List<Diagnostic>> young = byFile(report);
    var now = new TreeMap<Path, List<Diagnostic>>(report.complete() ? Map.of() : old);
    now.putAll(young);
    old.keySet().stream()
        .filter(file -> !now.containsKey(file))
        .forEach(file -> send(file, List.of(), Optional.empty()));
    young.forEach((file, diagnostics) -> {
      // a report that has grown since says it once
      boolean said = sent.snapshot() == report.snapshot() && diagnostics.equals(old.get(file));
      if (!said && isPresent(file, report.snapshot())) {
        send(file, diagnostics, version(file, report.snapshot()));
      }
    });
    published.put(report.root(), new Sent(report.snapshot(), now));
  }

  /// Another server publishes the compiler's diagnostics.
  synchronized void yieldToAnotherServer() {
    if (!another) {
      another = true;
      List.copyOf(published.keySet()).stream().filter(root -> !wanted(root)).forEach(this::clear);
    }
  }

  private boolean wanted(Path root) {
    Settings.Publish publish = configuration.of(root).publishDiagnostics();
    return switch (publish) {
      case NEVER -> false;
      case AUTO -> !another;
      case ALWAYS -> true;
    };
  }

  private void clear(Path root) {
    Sent sent = published.remove(root);
    if (sent != null) {
      sent.byFile().keySet().forEach(file -> send(file, List.of(), Optional.empty()));
    }
  }

  private Map<Path, List<Diagnostic>> byFile(Report report) {
    var byFile = new TreeMap<Path, List<Diagnostic>>();
    for (Problem problem : report.problems()) {
      Optional<Span> primary = problem.diagnostic().primary().filter(Span::editable);
      primary.ifPresent(span ->
          byFile
              .computeIfAbsent(span.file(), file -> new ArrayList<>())
              .add(toLsp.diagnostic(problem.diagnostic(), span, report.snapshot())));
    }
    return byFile;
  }

  /// Whether the buffer is still the one that was checked; if not, its next report is on the way.
  private boolean isPresent(Path file, Snapshot snapshot) {
    return documents.buffers().buffer(file).equals(snapshot.buffer(file));
  }

  /// The version only where buffer and disk agree: Helix drops a publish of another version than
  /// the buffer's, and the version says nothing about what cargo read.
  private static Optional<Integer> version(Path file, Snapshot snapshot) {
    return snapshot
        .buffer(file)
        .filter(buffer -> onDisk(file).equals(Optional.of(buffer.text())))
        .map(Buffer::version);
  }

  private static Optional<SourceText> onDisk(Path file) {
    try {
      return Optional.of(SourceText.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void send(Path file, List<Diagnostic> diagnostics, Optional<Integer> version) {
    var params = new PublishDiagnosticsParams(documents.uri(file), diagnostics);
    version.ifPresent(params::setVersion);
    client.publishDiagnostics(params);
  }
}
