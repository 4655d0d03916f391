package dev.rustmend.lsp;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A cargo for tests that need no compiler: it reads the sources in the folder that it is sent to,
/// and complains about the few words that it knows to be wrong.
///
/// It can be told to hang, as a build script may, until it is interrupted.
final class ToyCargo implements Cargo {
  /// A word that is an error wherever it stands, and what rustc would suggest instead of it.
  private record Wrong(
      String word, Level level, String code, String message, String label, List<String> instead) {}

  private static final List<Wrong> WRONG =
      List.of(
          new Wrong(
              "\"5\"",
              Level.ERROR,
              "E0308",
              "mismatched types",
              "expected `i32`, found `&str`",
              List.of("missing", "5", "6")),
          new Wrong(
              "missing",
              Level.ERROR,
              "E0425",
              "cannot find value `missing` in this scope",
              "not found in this scope",
              List.of()),
          new Wrong(
              "undefined",
              Level.ERROR,
              "E0425",
              "cannot find value `undefined` in this scope",
              "not found in this scope",
              List.of("defined")),
          new Wrong(
              "unused",
              Level.WARNING,
              "unused_variables",
              "unused variable: `unused`",
              "help: if this is intentional, prefix it with an underscore",
              List.of("_used")),
          new Wrong(
              "dead",
              Level.WARNING,
              "dead_code",
              "function `dead` is never used",
              "",
              List.of("_died")));

  /// An error whose fix is in another file: `greet::hello` is private until `greet.rs` says `pub`.
  private static final String PRIVATE_USE = "greet::hello";

  private static final String PRIVATE_ITEM = "\nfn hello";

  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private volatile int working = Integer.MAX_VALUE;

  /// From now on every run hangs.
  void hang() {
    working = 0;
  }

  /// The next run works, and those behind it hang.
  void hangAfterTheNext() {
    working = runs.get() + 1;
  }

  void workAgain() {
    working = Integer.MAX_VALUE;
  }

  /// Waits until a run hangs.
  void awaitHanging() throws InterruptedException {
    hanging.await();
  }

  /// Waits until a run that hung was interrupted.
  void awaitInterrupted() throws InterruptedException {
    interrupted.await();
  }

  int runs() {
    return runs.get();
  }

  @Override
  public CheckOutcome check(CheckRequest request, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException {
    if (runs.incrementAndGet() > working) {
      hangUntilInterrupted();
    }
    Map<Path, SourceText> sources = sources(request);
    var found = new ArrayList<Diagnostic>();
    sources.forEach((file, text) -> complain(file, text, sources, found));
    found.forEach(onDiagnostic);
    boolean compiled = found.stream().noneMatch(Diagnostic::isError);
    return new CheckOutcome.Checked(
        found, compiled ? Set.of(CRATE) : Set.of(), Duration.ofMillis(1));
  }

  private static final CrateId CRATE = new CrateId("path+file:///toy#0.1.0", "toy", "bin");

  private void hangUntilInterrupted() throws InterruptedException {
    hanging.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  private static Map<Path, SourceText> sources(CheckRequest request) {
    var sources = new TreeMap<Path, SourceText>();
    try (var files = Files.walk(request.directory().resolve("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".rs")).toList()) {
        sources.put(request.paths().toUser(file), SourceText.of(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static void complain(
      Path file, SourceText text, Map<Path, SourceText> sources, List<Diagnostic> found) {
    for (Wrong wrong : WRONG) {
      for (TextRange range : occurrences(text, wrong.word)) {
        List<Suggestion> suggestions =
            wrong.instead.stream()
                .map(word -> suggest(Patch.of(file, new TextEdit(range, word))))
                .toList();
        found.add(
            diagnostic(
                wrong.level,
                wrong.code,
                wrong.message,
                wrong.label,
                file,
                text,
                range,
                suggestions));
      }
    }
    for (TextRange range : occurrences(text, PRIVATE_USE)) {
      Path module = file.resolveSibling("greet.rs");
      SourceText items = sources.getOrDefault(module, SourceText.of(""));
      for (TextRange item : occurrences(items, PRIVATE_ITEM)) {
        var patch = Patch.of(module, TextEdit.insert(item.start() + 1, "pub "));
        found.add(
            diagnostic(
                Level.ERROR,
                "E0603",
                "function `hello` is private",
                "private function",
                file,
                text,
                range,
                List.of(suggest(patch))));
      }
    }
  }

  private static Suggestion suggest(Patch patch) {
    return new Suggestion("try this", Applicability.MAYBE_INCORRECT, patch);
  }

  private static Diagnostic diagnostic(
      Level level,
      String code,
      String message,
      String label,
      Path file,
      SourceText text,
      TextRange range,
      List<Suggestion> suggestions) {
    var span =
        new Span(
            file,
            range,
            text.lines().line(range.start()) + 1,
            text.lines().column(range.start(), ColumnUnit.UTF32) + 1,
            true,
            Optional.of(label),
            Optional.empty(),
            true);
    return new Diagnostic(
        level,
        Optional.of(new DiagnosticCode(code)),
        message,
        List.of(span),
        List.of(),
        suggestions,
        "%s[%s]: %s%n".formatted(level.word(), code, message),
        CRATE);
  }

  private static List<TextRange> occurrences(SourceText text, String word) {
    var found = new ArrayList<TextRange>();
    byte[] bytes = text.bytes();
    byte[] wanted = SourceText.of(word).bytes();
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (text.slice(new TextRange(i, i + wanted.length)).equals(word)) {
        found.add(new TextRange(i, i + wanted.length));
      }
    }
    return found;
  }
}
