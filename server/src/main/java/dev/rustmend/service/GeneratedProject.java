package dev.rustmend.service;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of a [GenerateRequest]: a project that compiles and passes its own tests, or why there
/// is none (then `files` is empty). `by` says who made it: `template` or `model`; `template` is the
/// id of what it began with; `proof` are the commands that passed, such as `cargo test`; `notes`
/// are sentences for people.
public record GeneratedProject(
    boolean success,
    String message,
    String by,
    Optional<String> template,
    SortedMap<String, String> files,
    List<String> proof,
    List<String> notes) {
  public GeneratedProject {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    proof = List.copyOf(proof);
    notes = List.copyOf(notes);
  }
}
