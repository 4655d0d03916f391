package dev.rustmend.bench;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A way in which a project is typically broken while somebody edits it.
record BrokenState(String name, List<Change> changes) {

  /// In `file`, relative to the project, `find` becomes `replace`; the error is where `needle`
  /// stands afterwards.
  record Change(String file, String find, String replace, String needle) {}

  BrokenState {
    changes = List.copyOf(changes);
  }

  /// Where its errors are.
  List<EditorSession.Place> places(GeneratedProject project) {
    SortedMap<String, String> files = files(project);
    return changes.stream()
        .map(change ->
            EditorSession.Place.of(
                change.file(), files.getOrDefault(change.file(), ""), change.needle()))
        .toList();
  }

  /// The changed files of `project` in this state. Throws [IllegalStateException] when a change
  /// does not fit exactly one place, since nothing would be measured then.
  SortedMap<String, String> files(GeneratedProject project) {
    var files = new TreeMap<String, String>();
    for (Change change : changes) {
      String text = files.getOrDefault(change.file(), project.file(change.file()));
      int at = text.indexOf(change.find());
      if (at < 0 || text.indexOf(change.find(), at + 1) >= 0) {
        throw new IllegalStateException(name + " does not fit " + change.file());
      }
      files.put(change.file(), text.replace(change.find(), change.replace()));
    }
    return files;
  }
}
