package dev.rustmend.rustcoder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far a project is that is made in the background: `processing`, `generating`, `compiling`,
/// `completed` or `failed`, with its files once it is completed.
record ProjectState(
    String id, String status, String message, SortedMap<String, String> files, String output) {
  ProjectState {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  static ProjectState begun(String id) {
    return new ProjectState(
        id, "processing", "Project generation started", Collections.emptySortedMap(), "");
  }

  ProjectState at(String step) {
    return new ProjectState(id, step, message, files, output);
  }

  /// The original's fields.
  Map<String, @Nullable Object> body() {
    var body = new LinkedHashMap<String, @Nullable Object>();
    boolean completed = status.equals("completed");
    body.put("project_id", id);
    body.put("status", status);
    body.put("message", message);
    body.put("files", completed ? List.copyOf(files.keySet()) : null);
    body.put("build_output", completed || status.equals("failed") ? output : null);
    body.put("run_output", null);
    return body;
  }
}
