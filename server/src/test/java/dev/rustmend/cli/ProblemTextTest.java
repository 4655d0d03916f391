package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.service.ShownFixes;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {

  @Test
  void aFixStandsInThePlaceOfRustcsOwnHelp() {
    assertThat(shown(Samples.problem(), ProblemText.Rejections.COUNTED))
        .isEqualTo(
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
               ✓ Clone `order` where it is moved  compiles, rustc
             3 -     print_receipt(order);
             3 +     print_receipt(order.clone());
               1 proposal did not hold, see: rustmend explain src/main.rs:4:15
            """);
  }

  @Test
  void listedRejectionsSayWhy() {
    assertThat(shown(Samples.problem(), ProblemText.Rejections.LISTED))
        .endsWith("   ✗ Borrow `order`  introduces E0308\n");
  }

  @Test
  void withoutProposalsRustcsHelpStays() {
    var problem = new Problem(Samples.diagnostic(), List.of(), List.of());
    assertThat(shown(problem, ProblemText.Rejections.COUNTED))
        .contains("help: consider cloning the value")
        .endsWith("   ✗ no source proposes a fix\n");
  }

  @Test
  void aFixThatOnlyAdvancesSaysHowManyErrorsRemain() {
    Fix fix = Samples.fix(new Verdict.Advances(3, 2));
    var text = text(ProblemText.Rejections.COUNTED);
    assertThat(text.title(fix)).isEqualTo("→ Clone `order` where it is moved  3 → 2 errors, rustc");
  }

  @Test
  void theSettingsDecideWhichFixesAreShown() {
    Fix compiles = Samples.fix(new Verdict.Compiles(1, 0));
    Fix advances = Samples.fix(new Verdict.Advances(3, 2));
    Fix unknown = Samples.fix(new Verdict.Unknown("the time was up"));
    List<Fix> all = List.of(compiles, advances, unknown);
    assertThat(ShownFixes.of(all, new Settings.Offers(true, false)))
        .containsExactly(compiles, advances);
    assertThat(ShownFixes.of(all, new Settings.Offers(false, true)))
        .containsExactly(compiles, unknown);
  }

  @Test
  void theSummaryCountsErrorsFixesAndCost() {
    var text =
        new CheckText(
            Paint.PLAIN, text(ProblemText.Rejections.COUNTED), Settings.defaults().offers());
    assertThat(text.summary(Samples.report(Samples.problem())))
        .containsExactly("✗ 1 error, 1 with a verified fix  1.2 s, 2 compiles");
    assertThat(text.summary(Samples.report())).containsExactly("✓ no errors  1.2 s, 2 compiles");
  }

  private static String shown(Problem problem, ProblemText.Rejections rejections) {
    return String.join("\n", text(rejections).lines(problem, problem.fixes(), Samples.snapshot()))
        + "\n";
  }

  private static ProblemText text(ProblemText.Rejections rejections) {
    return new ProblemText(Paint.PLAIN, Samples.ROOT, rejections);
  }
}
