package dev.rustmend.service;

import dev.rustmend.repair.FixOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of submitted sources. `outcome` is that of the loop of `fix`; after a mere check both
/// of its reports are the same and nothing is changed. Its paths are below `root`, a folder that is
/// gone by now. `files` are all texts afterwards by relative path; `command` is what judged, for
/// people; `notes` are sentences about how it was built: the sandbox, a limit that was met.
public record SourceResult(
    FixOutcome outcome,
    Path root,
    SortedMap<String, String> files,
    String command,
    List<String> notes) {
  public SourceResult {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    notes = List.copyOf(notes);
  }
}
