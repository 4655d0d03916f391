package dev.rustmend.cli;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Origin;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Rejection;
import dev.rustmend.repair.Report;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.verify.Licence;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One moved value as rustc 1.95 reports it, with a fix that compiles and a proposal that does not:
/// what the tests of the output print.
final class Samples {
  static final Path ROOT = Path.of("/shop");
  static final Path MAIN = ROOT.resolve("src/main.rs");
  static final SourceText SOURCE =
      SourceText.of(
          """
          fn main() {
              let order = String::from("6 apples");
              print_receipt(order);
              println!("{order}");
          }
          """);
  static final String RENDERED =
      """
      error[E0382]: borrow of moved value: `order`
       --> src/main.rs:4:15
        |
      2 |     let order = String::from("6 apples");
        |         ----- move occurs because `order` has type `String`, which does not implement the `Copy` trait
      3 |     print_receipt(order);
        |                   ----- value moved here
      4 |     println!("{order}");
        |               ^^^^^^^ value borrowed here after move
        |
      help: consider cloning the value if the performance cost is acceptable
        |
      3 |     print_receipt(order.clone());
        |                        ++++++++

      """;

  private Samples() {}

  static Diagnostic diagnostic() {
    int start = SOURCE.string().indexOf("{order}");
    var span =
        new Span(
            MAIN,
            new TextRange(start, start + 7),
            4,
            15,
            true,
            Optional.of("value borrowed here after move"),
            Optional.empty(),
            true);
    return new Diagnostic(
        Level.ERROR,
        Optional.of(new DiagnosticCode("E0382")),
        "borrow of moved value: `order`",
        List.of(span),
        List.of(),
        List.of(
            new Suggestion(
                "consider cloning the value if the performance cost is acceptable",
                Applicability.MACHINE_APPLICABLE,
                clonePatch())),
        RENDERED,
        new CrateId("shop", "shop", "bin"));
  }

  static Patch clonePatch() {
    int at = SOURCE.string().indexOf("order)") + 5;
    return Patch.of(MAIN, TextEdit.insert(at, ".clone()"));
  }

  static Fix fix(Verdict verdict) {
    return new Fix(
        "f1",
        "Clone `order` where it is moved",
        Origin.rustc(),
        verdict,
        clonePatch(),
        Applicability.MACHINE_APPLICABLE,
        Map.of(MAIN, SOURCE.sha256()),
        verdict instanceof Verdict.Compiles,
        Licence.compiler(),
        0);
  }

  static Problem problem() {
    Rejection rejection =
        new Rejection(
            new Candidate(
                diagnostic(),
                "Borrow `order`",
                Patch.empty(),
                Origin.rustc(),
                Applicability.MAYBE_INCORRECT),
            new Verdict.Rejected("introduces E0308"));
    return new Problem(diagnostic(), List.of(fix(new Verdict.Compiles(1, 0))), List.of(rejection));
  }

  static Snapshot snapshot() {
    var buffers = new Workspace();
    buffers.put(MAIN, 1, SOURCE);
    return buffers.snapshot();
  }

  static Report report(Problem... problems) {
    return new Report(
        ROOT,
        snapshot(),
        List.of(problems),
        true,
        Optional.empty(),
        Optional.empty(),
        Duration.ofMillis(1234),
        2);
  }
}
