package dev.rustmend.submission;

import dev.rustmend.repair.FixOutcome;
import dev.rustmend.text.Difference;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What turns a text that was sent into the repaired one: edits in bytes of the text with this
/// SHA-256, sorted and apart. `created` says that it was not among what was sent.
public record FileEdits(String path, String sha256, boolean created, List<TextEdit> edits) {
  public FileEdits {
    edits = List.copyOf(edits);
  }

  /// Those of all files that `changes` names, by their paths below `root`.
  static List<FileEdits> of(Path root, Map<Path, FixOutcome.Change> changes) {
    var all = new ArrayList<FileEdits>();
    changes.forEach((file, change) -> {
      List<TextEdit> edits =
          Difference.edits(change.before(), change.after()).stream()
              .map(edit ->
                  TextEdit.trimmed(
                      edit.range().start(), change.before().slice(edit.range()), edit.newText()))
              .toList();
      all.add(
          new FileEdits(
              Submissions.name(root, file), change.before().sha256(), change.isNew(), edits));
    });
    return List.copyOf(all);
  }
}
