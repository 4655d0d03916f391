package dev.rustmend.submission;

import dev.rustmend.repair.FixOutcome;
import dev.rustmend.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of a submission. `outcome` is that of the loop of `fix`; after a mere look its reports
/// are the same and nothing is changed. Its paths lie below `root`, which is gone by now. `files`
/// are all texts afterwards by relative path, `edits` what made them of those that were sent.
/// `command` is what judged, `sandbox` what kept it in its place, `notes` are sentences for people.
public record SubmissionResult(
    FixOutcome outcome,
    Path root,
    SortedMap<String, String> files,
    List<FileEdits> edits,
    String command,
    Sandbox.Kind sandbox,
    List<String> notes) {
  public SubmissionResult {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    edits = List.copyOf(edits);
    notes = List.copyOf(notes);
  }

  /// Whether no error is left.
  public boolean isClean() {
    return outcome.isClean();
  }

  /// The relative path, with slashes, of a file that a diagnostic of the outcome names; the file's
  /// whole path when it is not one of the submission.
  public String name(Path file) {
    return Submissions.name(root, file);
  }
}
