package dev.rustmend.settings;

/// A settings file that can not be read. The message is one sentence for people: which file, which
/// line and column, what is wrong and what to do.
public final class SettingsFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsFileException(String sentence) {
    super(sentence);
  }
}
