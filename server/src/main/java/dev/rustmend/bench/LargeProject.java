package dev.rustmend.bench;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A large generated project and the state in which it is measured: the texts of the broken files,
/// and places of errors in them. `crate` is the package of the open file.
record LargeProject(
    LargeKind kind,
    String crate,
    GeneratedProject project,
    SortedMap<String, String> broken,
    List<EditorSession.Place> places) {
  LargeProject {
    broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    places = List.copyOf(places);
  }
}
