package dev.rustmend.operation;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.kb.OperationCall;
import dev.rustmend.kb.TextTemplate;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A diagnostic with what a repair may look at: the trees of its file and of its crate, and the
/// places and words that rustc supplies. Immutable, though what was found out about the crate is
/// remembered; offsets are bytes of the snapshot's texts.
///
/// When rustc points at something among the arguments of `println!` or the like, the trees of all
/// places are such in which these arguments are expressions and the macro is a call, see
/// [RustTree#opened].
public final class Site {
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private final Diagnostic diagnostic;
  private final Snapshot snapshot;
  private final Trees trees;
  private final boolean opened;
  private final Place primary;
  private final OperationCall call;
  private final AtomicReference<@Nullable CrateFiles> crate;

  private Site(
      Diagnostic diagnostic,
      Snapshot snapshot,
      Trees trees,
      boolean opened,
      Place primary,
      OperationCall call,
      AtomicReference<@Nullable CrateFiles> crate) {
    this.diagnostic = diagnostic;
    this.snapshot = snapshot;
    this.trees = trees;
    this.opened = opened;
    this.primary = primary;
    this.call = call;
    this.crate = crate;
  }

  /// The site of `diagnostic`; empty when its primary span is not in a Rust file that the user can
  /// edit.
  public static Optional<Site> of(Diagnostic diagnostic, Snapshot snapshot, Trees trees) {
    boolean opened =
        diagnostic.spans().stream()
            .filter(Span::editable)
            .flatMap(span -> place(span, snapshot, trees, false).stream())
            .anyMatch(place -> place.tree().isInOpenableMacro(place.range()));
    return diagnostic
        .primary()
        .filter(Span::editable)
        .flatMap(span -> place(span, snapshot, trees, opened))
        .map(place ->
            new Site(
                diagnostic,
                snapshot,
                trees,
                opened,
                place,
                new OperationCall("", Map.of()),
                new AtomicReference<>()));
  }

  /// The same site for an operation that is called with these parameters.
  Site calledBy(OperationCall by) {
    return new Site(diagnostic, snapshot, trees, opened, primary, by, crate);
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /// The entry's parameter `key`, or `otherwise`.
  public String parameter(String key, String otherwise) {
    return call.parameter(key, otherwise);
  }

  /// The place of the primary span.
  public Place primary() {
    return primary;
  }

  /// The file of the primary span.
  public Path file() {
    return primary.file();
  }

  /// The text of the primary span's file.
  public SourceText text() {
    return primary.tree().source();
  }

  public RustTree tree() {
    return primary.tree();
  }

  /// The node at the primary span, see [Place#node].
  public SyntaxNode node() {
    return primary.node();
  }

  /// The nearest node of one of `kinds` at or around the primary span.
  public Optional<SyntaxNode> enclosing(String... kinds) {
    return primary.tree().enclosing(primary.range(), Set.of(kinds));
  }

  /// The message's parts between back-ticks, in order.
  public List<String> quoted() {
    return quoted(diagnostic.message());
  }

  /// The parts of any text of rustc's between back-ticks, in order.
  public static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /// What the holes of `template` hold in the message; empty when it is another message.
  public Optional<Map<String, String>> message(String template) {
    return TextTemplate.of(template).match(diagnostic.message());
  }

  /// The places whose label matches `template`, in the diagnostic itself.
  public List<Place> labeled(String template) {
    return labeled(TextTemplate.of(template));
  }

  List<Place> labeled(TextTemplate template) {
    return places(
        diagnostic.spans().stream()
            .filter(span -> span.label().filter(l -> template.match(l).isPresent()).isPresent()));
  }

  /// The places of notes and helps: those whose label matches `template`, all of a child whose
  /// message does, and where a suggestion with that message would begin to write.
  public List<Place> noted(String template) {
    return noted(TextTemplate.of(template));
  }

  List<Place> noted(TextTemplate template) {
    List<Place> noted =
        places(
            diagnostic.notes().stream()
                .flatMap(note ->
                    template.match(note.message()).isPresent()
                        ? note.spans().stream()
                        : note.spans().stream()
                            .filter(span ->
                                span.label()
                                    .filter(l -> template.match(l).isPresent())
                                    .isPresent())));
    return Stream.concat(noted.stream(), suggested(template)).toList();
  }

  private Stream<Place> suggested(TextTemplate template) {
    return diagnostic.suggestions().stream()
        .filter(suggestion -> template.match(suggestion.message()).isPresent())
        .filter(suggestion -> !suggestion.patch().edits(file()).isEmpty())
        .map(suggestion ->
            new Place(file(), tree(), suggestion.patch().edits(file()).getFirst().range()));
  }

  /// Every label of the diagnostic and its children, and every child's message: what rustc says
  /// besides the message itself.
  public List<String> remarks() {
    Stream<String> labels = diagnostic.spans().stream().flatMap(span -> span.label().stream());
    Stream<String> children =
        diagnostic.notes().stream()
            .flatMap(note ->
                Stream.concat(
                    Stream.of(note.message()),
                    note.spans().stream().flatMap(span -> span.label().stream())));
    return Stream.concat(labels, children).toList();
  }

  /// What the holes of `template` hold in the first remark or message that matches.
  public Optional<Map<String, String>> said(String template) {
    TextTemplate wanted = TextTemplate.of(template);
    return Stream.concat(Stream.of(diagnostic.message()), remarks().stream())
        .flatMap(text -> wanted.match(text).stream())
        .findFirst();
  }

  /// The first group of `regex` in the message or a remark.
  public Optional<String> find(Pattern regex) {
    return Stream.concat(Stream.of(diagnostic.message()), remarks().stream())
        .map(regex::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  /// The notes and helps below the message.
  public List<Note> notes() {
    return diagnostic.notes();
  }

  /// The same site with the macros around the primary span read as calls and lists, so that their
  /// arguments are expressions; empty where no macro is around. Ranges are those of the file.
  public Optional<Site> opened() {
    return primary
        .tree()
        .openedAround(primary.range())
        .map(tree -> new Place(primary.file(), tree, primary.range()))
        .map(place -> new Site(diagnostic, snapshot, trees, true, place, call, crate));
  }

  /// The place of a span, where its file is Rust and can be edited.
  public Optional<Place> place(Span span) {
    return span.editable() ? place(span, snapshot, trees, opened) : Optional.empty();
  }

  /// The files, trees and items of the crate around.
  public CrateFiles crate() {
    CrateFiles known = crate.get();
    if (known == null) {
      known = around(file());
      crate.set(known);
    }
    return known;
  }

  private CrateFiles around(Path where) {
    Optional<CrateFiles> known = trees.files().crate(where, snapshot);
    if (known.isPresent()) {
      return known.get();
    }
    CrateFiles made = CrateFiles.around(where, snapshot, trees);
    trees.files().put(where, snapshot, made);
    return made;
  }

  /// The manifests that this state has.
  Manifests manifests() {
    return new Manifests(snapshot, trees.files());
  }

  /// The library of the package, where the file belongs to another crate of it: a test, an example,
  /// a program.
  Optional<CrateFiles> library() {
    for (Path folder = file().getParent(); folder != null; folder = folder.getParent()) {
      Path root = folder.resolve("src").resolve("lib.rs");
      if (snapshot.read(root).isPresent()) {
        return crate().trees().containsKey(root) ? Optional.empty() : Optional.of(around(root));
      }
    }
    return Optional.empty();
  }

  /// The tree of a file of the snapshot.
  public Optional<RustTree> tree(Path file) {
    return snapshot.read(file).flatMap(trees::of);
  }

  /// Edits that begin in the primary span's file.
  public Edits edits() {
    return new Edits(file());
  }

  /// The white space at the start of the line in which `offset` of `text` lies.
  public static String indent(SourceText text, int offset) {
    byte[] bytes = text.bytes();
    int start = Math.min(offset, bytes.length);
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    int end = start;
    while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
      end++;
    }
    return text.slice(new TextRange(start, end));
  }

  private List<Place> places(Stream<Span> spans) {
    return spans
        .filter(Span::editable)
        .flatMap(span -> place(span, snapshot, trees, opened).stream())
        .distinct()
        .toList();
  }

  private static Optional<Place> place(Span span, Snapshot snapshot, Trees trees, boolean opened) {
    if (!span.file().toString().endsWith(".rs")) {
      return Optional.empty();
    }
    return snapshot
        .read(span.file())
        .flatMap(text -> opened ? trees.opened(text) : trees.of(text))
        .map(tree -> new Place(span.file(), tree, span.range()));
  }
}
