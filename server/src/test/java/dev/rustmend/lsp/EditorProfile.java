package dev.rustmend.lsp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How one editor behaves where editors differ: which diagnostics it sends along, which place it
/// asks about, when it resolves an action and how it makes an edit. What it announces is in the
/// resource `lsp/<name>.json`.
record EditorProfile(
    String name,
    Context context,
    Place place,
    Optional<List<String>> only,
    Resolving resolving,
    Versions versions) {

  /// Which diagnostics of rust-analyzer come along with a request for actions.
  enum Context {
    /// All, as rust-analyzer sent them.
    FOREIGN,
    /// All, without `data` and with another code: VS Code.
    FOREIGN_MANGLED,
    /// All, with byte columns whatever was negotiated: Neovim 0.7.
    FOREIGN_IN_BYTES,
    /// Only those of the server that is asked: none.
    OWN,
    /// None, ever.
    EMPTY
  }

  /// The range of a request about an error.
  enum Place {
    CURSOR_IN_THE_ERROR,
    CURSOR_ELSEWHERE_ON_THE_LINE,
    WORD,
    WHOLE_LINE
  }

  /// When `codeAction/resolve` is sent before an action is made.
  enum Resolving {
    NEVER,
    WITHOUT_EDIT,
    /// Also when only the command is missing: nearly always.
    WITHOUT_EDIT_OR_COMMAND
  }

  /// What the editor does with the version of an edit.
  enum Versions {
    IGNORED,
    /// Refuses an edit for an older version than the buffer's.
    NOT_OLDER,
    /// Refuses an edit for any version but the buffer's.
    EXACT
  }

  static Stream<EditorProfile> all() {
    return Stream.concat(desktop(), terminal());
  }

  private static Stream<EditorProfile> desktop() {
    var any = Optional.<List<String>>empty();
    var zedsKinds = Optional.of(List.of("quickfix", "source.fixAll.rustmend"));
    return Stream.of(
        new EditorProfile(
            "vscode-1.139",
            Context.FOREIGN_MANGLED,
            Place.CURSOR_IN_THE_ERROR,
            any,
            Resolving.WITHOUT_EDIT,
            Versions.IGNORED),
        new EditorProfile(
            "zed",
            Context.FOREIGN,
            Place.WORD,
            zedsKinds,
            Resolving.WITHOUT_EDIT_OR_COMMAND,
            Versions.EXACT),
        new EditorProfile(
            "sublime",
            Context.OWN,
            Place.CURSOR_IN_THE_ERROR,
            any,
            Resolving.WITHOUT_EDIT,
            Versions.EXACT),
        new EditorProfile(
            "kate", Context.EMPTY, Place.WORD, any, Resolving.NEVER, Versions.IGNORED));
  }

  private static Stream<EditorProfile> terminal() {
    var any = Optional.<List<String>>empty();
    return Stream.of(
        new EditorProfile(
            "nvim-0.7.2",
            Context.FOREIGN_IN_BYTES,
            Place.CURSOR_ELSEWHERE_ON_THE_LINE,
            any,
            Resolving.WITHOUT_EDIT,
            Versions.NOT_OLDER),
        new EditorProfile(
            "nvim-0.11",
            Context.OWN,
            Place.CURSOR_ELSEWHERE_ON_THE_LINE,
            any,
            Resolving.WITHOUT_EDIT,
            Versions.NOT_OLDER),
        new EditorProfile(
            "helix-25.07",
            Context.FOREIGN,
            Place.CURSOR_IN_THE_ERROR,
            any,
            Resolving.WITHOUT_EDIT_OR_COMMAND,
            Versions.EXACT),
        new EditorProfile(
            "lsp-mode",
            Context.FOREIGN,
            Place.WORD,
            any,
            Resolving.WITHOUT_EDIT,
            Versions.NOT_OLDER),
        new EditorProfile(
            "rass",
            Context.FOREIGN,
            Place.WHOLE_LINE,
            any,
            Resolving.WITHOUT_EDIT,
            Versions.NOT_OLDER));
  }

  static EditorProfile named(String name) {
    return all().filter(profile -> profile.name.equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
