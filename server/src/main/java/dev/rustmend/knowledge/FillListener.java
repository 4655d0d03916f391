package dev.rustmend.knowledge;

/// Hears how far the filling of a [Library] is. Called on the thread that fills.
public interface FillListener {
  /// The listener that does nothing.
  FillListener NONE = (_, _, _) -> {};

  /// What is put in at the moment.
  enum Stage {
    ENTRIES("entries"),
    DOCUMENTATION("documentation"),
    VECTORS("vectors");

    private final String word;

    Stage(String word) {
      this.word = word;
    }

    /// The name for people.
    public String word() {
      return word;
    }
  }

  /// Of `total` steps `done` are behind us.
  void progress(Stage stage, int done, int total);
}
