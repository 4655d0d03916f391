package dev.rustmend.kb;

import java.util.List;
import java.util.Set;

/// A task, which shows how to do a common job with one complete file and its tests, or a template,
/// which is a small project to begin with.
///
/// `id` is `tasks/<topic>/<slug>` or `templates/<group>/<slug>`. `keywords` are words that people
/// type and the title lacks, `asked` are questions that it answers. `files` are in the order of the
/// text; a task has one, `src/main.rs` or `src/lib.rs`, and a template has a `Cargo.toml` among
/// them.
public record Guide(
    String id,
    String title,
    List<String> keywords,
    List<String> asked,
    String prose,
    List<SourceFile> files)
    implements Article {
  /// The collections that hold guides.
  public static final Set<String> COLLECTIONS = Set.of("tasks", "templates");

  public Guide {
    keywords = List.copyOf(keywords);
    asked = List.copyOf(asked);
    files = List.copyOf(files);
  }

  /// A file of the project: its path with slashes, its text, and the one-based line of the entry
  /// where that begins.
  public record SourceFile(String path, String text, int line) {}

  /// Whether `id` is that of a guide.
  public static boolean isId(String id) {
    int slash = id.indexOf('/');
    return slash > 0 && COLLECTIONS.contains(id.substring(0, slash));
  }

  /// Whether this is a whole project.
  public boolean isTemplate() {
    return collection().equals("templates");
  }
}
