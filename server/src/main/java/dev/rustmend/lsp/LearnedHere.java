package dev.rustmend.lsp;

import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.Collection;

/// What is learned, as far as the settings of a workspace want it.
record LearnedHere(Learning learning, Configuration configuration) {
  private static final System.Logger LOG = System.getLogger(LearnedHere.class.getName());

  /// Says that the loop of `fix` writes these texts into the workspace at `root`.
  void wrote(Path root, Collection<SourceText> texts) {
    learning.wrote(texts, configuration.of(root).learning());
  }

  /// How errors with this code were repaired there, as a section of Markdown; empty where nothing
  /// is known or wanted.
  String past(Path root, String code) {
    try {
      return configuration.of(root).learning() == Settings.Learning.OFF
          ? ""
          : learning.past(root, code);
    } catch (LogFailure e) {
      LOG.log(System.Logger.Level.WARNING, e.sentence());
      return "";
    }
  }
}
