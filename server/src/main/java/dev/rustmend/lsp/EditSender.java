package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.text.Patch;
import dev.rustmend.workspace.Buffer;
import dev.rustmend.workspace.Snapshot;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;

/// Sends edits by `workspace/applyEdit` and tells the user when the client did not make them.
record EditSender(
    RustmendClient client, ClientProfile profile, OpenDocuments documents, ToLsp toLsp) {

  /// Makes `patch`, which was made for the texts of `snapshot`, and waits for the client. Says
  /// whether it was made; a refusal is normal (the user typed on) and is explained to the user,
  /// unless its reason is empty: then it was the user who looked at the edit and did not want it.
  boolean send(String label, Patch patch, Snapshot snapshot) throws InterruptedException {
    Optional<String> obstacle = obstacle(patch, snapshot);
    if (obstacle.isEmpty()) {
      obstacle = refused(new ApplyWorkspaceEditParams(toLsp.edit(patch, snapshot), label));
    }
    obstacle
        .filter(why -> !why.isEmpty())
        .ifPresent(why -> client.showMessage(Messages.warning(label + " was not done: " + why)));
    return obstacle.isEmpty();
  }

  private Optional<String> obstacle(Patch patch, Snapshot snapshot) {
    if (!profile.has(Feature.APPLY_EDIT)) {
      return Optional.of("this editor takes no edits from a server; use `rustmend fix`");
    }
    if (!toLsp.canMake(patch)) {
      return Optional.of("this editor makes no files for a server; use `rustmend fix`");
    }
    boolean same =
        patch.files().stream()
            .allMatch(file -> {
              Optional<Buffer> now = documents.buffers().buffer(file);
              return now.equals(snapshot.buffer(file));
            });
    return same ? Optional.empty() : Optional.of("the text has changed meanwhile; try again");
  }

  private Optional<String> refused(ApplyWorkspaceEditParams params) throws InterruptedException {
    try {
      ApplyWorkspaceEditResponse response = client.applyEdit(params).get();
      if (response != null && response.isApplied()) {
        return Optional.empty();
      }
      String reason = response == null ? null : response.getFailureReason();
      return Optional.of(reason == null ? "the editor refused the edit" : reason);
    } catch (ExecutionException e) {
      return Optional.of("the editor failed to make the edit");
    }
  }
}
