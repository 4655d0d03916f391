package dev.rustmend.lsp;

import dev.rustmend.assist.Explainer;
import dev.rustmend.repair.Sessions;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/// `textDocument/hover`: what an error means, on the spans of an error and nowhere else.
///
/// Everywhere else the answer is `null` at once: most clients wait for all servers before they show
/// anything, and Neovim up to 0.10 shows the last answer only.
record HoverHandler(
    Sessions sessions,
    OpenDocuments documents,
    Configuration configuration,
    ClientProfile client,
    ToLsp toLsp,
    Explainer explainer) {

  CompletableFuture<@Nullable Hover> handle(HoverParams params) {
    Optional<Path> file =
        FromLsp.path(FromLsp.require(params.getTextDocument(), "textDocument").getUri());
    Position position = FromLsp.require(params.getPosition(), "position");
    Snapshot snapshot = documents.snapshot();
    return Answers.later(
        "hover", () -> orNull(file.flatMap(path -> hover(path, position, snapshot))));
  }

  private Optional<Hover> hover(Path file, Position position, Snapshot snapshot) {
    List<ReadyReport> reports = ReadyReport.of(sessions, snapshot, file);
    Optional<SourceText> text = reports.isEmpty() ? Optional.empty() : snapshot.read(file);
    return text.flatMap(now ->
        FoundProblem.under(reports, file, FromLsp.offset(position, now, client.unit())).stream()
            .filter(found -> configuration.of(found.from().session().root()).hover())
            .findFirst()
            .map(found -> hover(found, now, snapshot)));
  }

  private static @Nullable Hover orNull(Optional<Hover> hover) {
    return hover.isPresent() ? hover.get() : null;
  }

  private Hover hover(FoundProblem found, SourceText text, Snapshot snapshot) {
    found.look(snapshot);
    String markdown = explainer.hover(found.problem(), snapshot);
    return new Hover(
        new MarkupContent(MarkupKind.MARKDOWN, markdown), toLsp.range(found.span().range(), text));
  }
}
