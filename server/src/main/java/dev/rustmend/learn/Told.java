package dev.rustmend.learn;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.operation.Site;
import dev.rustmend.operation.Trees;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What rustc said of one file, in a form that is kept: the parts of a diagnostic that a recipe can
/// see. Places count bytes of the text that is kept beside it.
public record Told(
    String code, String message, boolean warning, List<Mark> marks, List<Remark> remarks) {
  /// Where a text that is only kept is said to be.
  static final Path NOWHERE = Path.of("/learned/src/main.rs");

  public Told {
    marks = List.copyOf(marks);
    remarks = List.copyOf(remarks);
  }

  /// A span with its label, which may be empty.
  public record Mark(int start, int end, boolean primary, String label) {
    TextRange range() {
      return new TextRange(start, end);
    }
  }

  /// A note or a help.
  public record Remark(String message, List<Mark> marks) {
    public Remark {
      marks = List.copyOf(marks);
    }
  }

  /// What `diagnostic` says of `file`; spans in other files are left out, the rest moved by `move`,
  /// which gives nothing for a place that is not kept.
  static Told of(Diagnostic diagnostic, Path file, Moving move) {
    return new Told(
        diagnostic.codeText(),
        diagnostic.message(),
        !diagnostic.isError(),
        marks(diagnostic.spans(), file, move),
        diagnostic.notes().stream()
            .map(note -> new Remark(note.message(), marks(note.spans(), file, move)))
            .toList());
  }

  /// Where a place of the file is in the part that is kept.
  interface Moving {
    Optional<TextRange> of(TextRange range);
  }

  private static List<Mark> marks(List<Span> spans, Path file, Moving move) {
    return spans.stream()
        .filter(span -> span.file().equals(file) && span.editable())
        .flatMap(span ->
            move.of(span.range()).stream()
                .map(range ->
                    new Mark(range.start(), range.end(), span.primary(), span.label().orElse(""))))
        .toList();
  }

  /// The primary place.
  Optional<TextRange> primary() {
    return marks.stream().filter(Mark::primary).map(Mark::range).findFirst();
  }

  /// Every mark, those of the notes too.
  Stream<Mark> allMarks() {
    return Stream.concat(
        marks.stream(), remarks.stream().flatMap(remark -> remark.marks().stream()));
  }

  /// The labels of the primary span, which say what was expected; none is empty.
  List<String> primaryLabels() {
    return marks.stream()
        .filter(mark -> mark.primary() && !mark.label().isEmpty())
        .map(Mark::label)
        .toList();
  }

  /// Whether the labels say all that the message does: of types that do not fit each other the
  /// message only tells where they met (in a `match`, at a `return`).
  boolean isToldByLabels() {
    return code.equals("E0308") && primaryLabels().stream().anyMatch(label -> label.contains("`"));
  }

  /// The site at which recipes can be tried again, `text` being the program.
  Optional<Site> site(String text) {
    var workspace = new Workspace();
    workspace.put(NOWHERE, 1, SourceText.of(text));
    Snapshot snapshot = workspace.snapshot();
    return Site.of(diagnostic(), snapshot, new Trees());
  }

  private Diagnostic diagnostic() {
    return new Diagnostic(
        warning ? Level.WARNING : Level.ERROR,
        code.isEmpty() ? Optional.empty() : Optional.of(new DiagnosticCode(code)),
        message,
        spans(marks),
        remarks.stream()
            .map(remark -> new Note(Level.NOTE, remark.message(), spans(remark.marks())))
            .toList(),
        List.of(),
        message,
        new CrateId("learned", "learned", "bin"));
  }

  private static List<Span> spans(List<Mark> marks) {
    return marks.stream()
        .map(mark ->
            new Span(
                NOWHERE,
                mark.range(),
                1,
                1,
                mark.primary(),
                mark.label().isEmpty() ? Optional.empty() : Optional.of(mark.label()),
                Optional.empty(),
                true))
        .toList();
  }

  /// The same with every text changed.
  Told reworded(UnaryOperator<String> words, UnaryOperator<Mark> places) {
    var said = new ArrayList<Remark>();
    for (Remark remark : remarks) {
      said.add(
          new Remark(words.apply(remark.message()), remark.marks().stream().map(places).toList()));
    }
    return new Told(code, words.apply(message), warning, marks.stream().map(places).toList(), said);
  }
}
