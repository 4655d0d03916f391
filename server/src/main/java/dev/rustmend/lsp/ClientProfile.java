package dev.rustmend.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.text.ColumnUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionTag;
import org.eclipse.lsp4j.CodeActionTagSupportCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/// What the client announced, as far as our answers differ by it. `unit` is what columns count in
/// this connection.
record ClientProfile(String name, ColumnUnit unit, Set<Feature> features) {
  /// No capability tells it. VS Code and what is made of it watch every file that they show, and
  /// Sublime Text does; Neovim, Helix and Emacs keep the old text, and Kate asks what to do.
  private static final Pattern FOLLOWERS =
      Pattern.compile(
          "Visual Studio Code|Code - OSS|code-server|VSCodium|Cursor|Windsurf|Sublime Text LSP");

  /// Something that a client may or may not be able to do.
  enum Feature {
    /// Takes edits with a document version; without it edits go into `changes`.
    DOCUMENT_CHANGES,
    /// Makes files that an edit asks for.
    CREATE_FILE,
    /// Takes code actions; without it only commands may be offered.
    CODE_ACTION_LITERALS,
    /// Marks code actions that a language model wrote.
    CODE_ACTION_TAGS,
    APPLY_EDIT,
    SHOW_DOCUMENT,
    /// Shows at once what another program writes into a file that is open and unchanged.
    FOLLOWS_FILES,
    /// Answers `workspace/configuration`.
    CONFIGURATION,
    CONFIGURATION_REGISTRATION,
    FILE_WATCHING,
    WORK_DONE_PROGRESS,
    RELATED_INFORMATION,
    DIAGNOSTIC_TAGS,
    /// Wants `experimental/serverStatus`, rust-analyzer's notification.
    SERVER_STATUS
  }

  ClientProfile {
    features = Set.copyOf(features);
  }

  /// Whether the client tells what other programs do to files. Helix takes the registration and
  /// tells only what it wrote itself.
  boolean seesTheDisk() {
    return has(Feature.FILE_WATCHING) && !name.equalsIgnoreCase("helix");
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  /// Reads the profile of a client; what it does not mention it can not do.
  static ClientProfile of(InitializeParams params) {
    ClientCapabilities all = params.getCapabilities();
    var found = EnumSet.noneOf(Feature.class);
    Optional<ClientCapabilities> given = Optional.ofNullable(all);
    workspace(given.map(ClientCapabilities::getWorkspace), found);
    window(given.map(ClientCapabilities::getWindow), found);
    document(given.map(ClientCapabilities::getTextDocument), found);
    mark(found, Feature.SERVER_STATUS, given.filter(ClientProfile::wantsStatus), c -> true);
    String name = params.getClientInfo() == null ? "" : params.getClientInfo().getName();
    if (found.contains(Feature.SHOW_DOCUMENT) && FOLLOWERS.matcher(name).lookingAt()) {
      found.add(Feature.FOLLOWS_FILES);
    }
    return new ClientProfile(name, unit(given.map(ClientCapabilities::getGeneral)), found);
  }

  /// The name of the position encoding, for the answer of `initialize`.
  String encoding() {
    return switch (unit) {
      case UTF8 -> PositionEncodingKind.UTF8;
      case UTF16 -> PositionEncodingKind.UTF16;
      case UTF32 -> PositionEncodingKind.UTF32;
    };
  }

  /// UTF-8 where it is offered, since that is what rustc counts in; else UTF-16, which every client
  /// must speak; UTF-32 for one that offers nothing else.
  private static ColumnUnit unit(Optional<GeneralClientCapabilities> general) {
    List<String> offered =
        general.map(GeneralClientCapabilities::getPositionEncodings).orElse(List.of());
    if (offered.contains(PositionEncodingKind.UTF8)) {
      return ColumnUnit.UTF8;
    }
    boolean onlyUtf32 =
        offered.contains(PositionEncodingKind.UTF32)
            && !offered.contains(PositionEncodingKind.UTF16);
    return onlyUtf32 ? ColumnUnit.UTF32 : ColumnUnit.UTF16;
  }

  private static void workspace(
      Optional<WorkspaceClientCapabilities> workspace, Set<Feature> found) {
    mark(found, Feature.APPLY_EDIT, workspace, WorkspaceClientCapabilities::getApplyEdit);
    mark(found, Feature.CONFIGURATION, workspace, WorkspaceClientCapabilities::getConfiguration);
    mark(
        found,
        Feature.DOCUMENT_CHANGES,
        workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit),
        WorkspaceEditCapabilities::getDocumentChanges);
    mark(
        found,
        Feature.CREATE_FILE,
        workspace
            .map(WorkspaceClientCapabilities::getWorkspaceEdit)
            .filter(edits -> Boolean.TRUE.equals(edits.getDocumentChanges()))
            .map(WorkspaceEditCapabilities::getResourceOperations),
        operations -> operations.contains(ResourceOperationKind.Create));
    mark(
        found,
        Feature.CONFIGURATION_REGISTRATION,
        workspace.map(WorkspaceClientCapabilities::getDidChangeConfiguration),
        DidChangeConfigurationCapabilities::getDynamicRegistration);
    mark(
        found,
        Feature.FILE_WATCHING,
        workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
        DidChangeWatchedFilesCapabilities::getDynamicRegistration);
  }

  private static void window(Optional<WindowClientCapabilities> window, Set<Feature> found) {
    mark(found, Feature.WORK_DONE_PROGRESS, window, WindowClientCapabilities::getWorkDoneProgress);
    mark(
        found,
        Feature.SHOW_DOCUMENT,
        window.map(WindowClientCapabilities::getShowDocument),
        ShowDocumentCapabilities::isSupport);
  }

  private static void document(
      Optional<TextDocumentClientCapabilities> document, Set<Feature> found) {
    mark(
        found,
        Feature.CODE_ACTION_LITERALS,
        document
            .map(TextDocumentClientCapabilities::getCodeAction)
            .map(CodeActionCapabilities::getCodeActionLiteralSupport),
        literals -> true);
    mark(
        found,
        Feature.CODE_ACTION_TAGS,
        document
            .map(TextDocumentClientCapabilities::getCodeAction)
            .map(CodeActionCapabilities::getTagSupport)
            .map(CodeActionTagSupportCapabilities::getValueSet),
        tags -> tags.contains(CodeActionTag.LLMGenerated));
    Optional<PublishDiagnosticsCapabilities> publish =
        document.map(TextDocumentClientCapabilities::getPublishDiagnostics);
    mark(
        found,
        Feature.RELATED_INFORMATION,
        publish,
        PublishDiagnosticsCapabilities::getRelatedInformation);
    mark(
        found,
        Feature.DIAGNOSTIC_TAGS,
        publish.map(PublishDiagnosticsCapabilities::getTagSupport),
        tags -> tags.isRight() || Boolean.TRUE.equals(tags.getLeft()));
  }

  private static <T> void mark(
      Set<Feature> found, Feature feature, Optional<T> part, Function<T, Boolean> asked) {
    if (part.map(asked).orElse(false)) {
      found.add(feature);
    }
  }

  private static boolean wantsStatus(ClientCapabilities capabilities) {
    return capabilities.getExperimental() instanceof JsonObject experimental
        && isTrue(() -> experimental.get("serverStatusNotification"));
  }

  private static boolean isTrue(Supplier<JsonElement> value) {
    JsonElement found = value.get();
    return found != null
        && found.isJsonPrimitive()
        && found.getAsJsonPrimitive().isBoolean()
        && found.getAsBoolean();
  }
}
