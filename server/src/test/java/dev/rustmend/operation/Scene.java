package dev.rustmend.operation;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.Rewrite;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Files of a made-up crate and one diagnostic about `src/main.rs`. Places are given by the text
/// that stands there, `text#2` being its second occurrence.
public record Scene(
    Map<String, String> files,
    String message,
    List<Span> spans,
    List<Note> notes,
    List<Suggestion> suggestions) {
  static final Path ROOT = Path.of("/made-up");
  static final Path MAIN = ROOT.resolve("src/main.rs");

  public static Scene of(String main) {
    return new Scene(Map.of("src/main.rs", main), "", List.of(), List.of(), List.of());
  }

  public Scene file(String name, String text) {
    var more = new TreeMap<>(files);
    more.put(name, text);
    return new Scene(more, message, spans, notes, suggestions);
  }

  public Scene error(String text, String place) {
    return error(text, range(place));
  }

  Scene label(String text, String place) {
    return label(text, range(place));
  }

  Scene error(String text, TextRange range) {
    return new Scene(files, text, added(spans, span(range, true, "")), notes, suggestions);
  }

  Scene label(String text, TextRange range) {
    return new Scene(files, message, added(spans, span(range, false, text)), notes, suggestions);
  }

  Scene note(String text, String place) {
    Note note = new Note(Level.NOTE, text, List.of(span(range(place), true, "")));
    return new Scene(files, message, spans, added(notes, note), suggestions);
  }

  Scene suggestion(Suggestion suggestion) {
    return new Scene(files, message, spans, notes, added(suggestions, suggestion));
  }

  public Diagnostic diagnostic() {
    return diagnostic("E0001");
  }

  private Diagnostic diagnostic(String code) {
    return new Diagnostic(
        Level.ERROR,
        Optional.of(new DiagnosticCode(code)),
        message,
        spans,
        notes,
        suggestions,
        message,
        new CrateId("app 0.1.0", "app", "bin"));
  }

  public Snapshot snapshot() {
    var workspace = new Workspace();
    files.forEach((name, text) -> workspace.put(ROOT.resolve(name), 1, SourceText.of(text)));
    return workspace.snapshot();
  }

  Site site() {
    return site("E0001");
  }

  /// The same with an error of this code.
  Site site(String code) {
    return Site.of(diagnostic(code), snapshot(), new Trees()).orElseThrow();
  }

  /// What the recipe with these lines proposes.
  Optional<Proposal> propose(String... lines) {
    return new Rewriting().proposal(rewrite(lines), site());
  }

  /// `src/main.rs` after the recipe with these lines, or `nothing`.
  String after(String... lines) {
    return propose(lines).map(proposal -> after(proposal.patch())).orElse("nothing");
  }

  public String after(Patch patch) {
    return patch.apply(MAIN, SourceText.of(files.getOrDefault("src/main.rs", ""))).string();
  }

  /// The recipe with these lines.
  static Rewrite rewrite(String... lines) {
    String markdown =
        "# Title\n\n```toml\ncodes = []\n```\n\n```rewrite\n%s\n```\n"
            .formatted(String.join("\n", lines));
    EntryReader.Result read = EntryReader.read("errors/uncoded/recipe", markdown);
    if (!read.problems().isEmpty()) {
      throw new IllegalArgumentException(read.problems().getFirst().rendered());
    }
    return read.entry().orElseThrow().rewrite().orElseThrow();
  }

  private static Span span(TextRange range, boolean primary, String label) {
    return new Span(
        MAIN,
        range,
        1,
        1,
        primary,
        Optional.of(label).filter(text -> !text.isEmpty()),
        Optional.empty(),
        true);
  }

  private TextRange range(String place) {
    String source = files.getOrDefault("src/main.rs", "");
    int hash = place.lastIndexOf('#');
    String text = hash < 0 ? place : place.substring(0, hash);
    int count = hash < 0 ? 1 : Integer.parseInt(place.substring(hash + 1));
    int start = -1;
    for (int i = 0; i < count; i++) {
      start = source.indexOf(text, start + 1);
    }
    int before = SourceText.of(source.substring(0, start)).length();
    return new TextRange(before, before + SourceText.of(text).length());
  }

  private static <T> List<T> added(List<T> list, T element) {
    var more = new ArrayList<>(list);
    more.add(element);
    return List.copyOf(more);
  }
}
