package dev.rustmend.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.Tools;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.operation.KnownCrates;
import dev.rustmend.operation.KnownItems;
import dev.rustmend.operation.Operations;
import dev.rustmend.proof.Prover;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Entries made of habits, judged by the real compiler.
@Timeout(300)
class ContributionTest {
  private static final String SECRET =
      """
      /// Our customers.
      struct AcmeCustomer {
          account_number: u64,
      }

      fn secret_label(of_customer: &str) -> String {
          of_customer.trim().to_string()
      }

      fn acme_greeting(customer: &AcmeCustomer) -> String {
          let _number = customer.account_number;
          %s
      }

      fn main() {
          println!("{}", acme_greeting(&AcmeCustomer { account_number: 77 }));
      }
      """;

  @TempDir private Path folder;

  @Test
  void anEntryIsProvenAndHasNoNameOfTheUsers() throws Exception {
    Contribution.Result made = new Contribution(prover(), Contribution.Wording.NEUTRAL).of(habit());
    assertThat(made).isInstanceOf(Contribution.Entry.class);
    var entry = (Contribution.Entry) made;
    assertThat(entry.markdown())
        .doesNotContainIgnoringCase("acme")
        .doesNotContainIgnoringCase("customer")
        .doesNotContainIgnoringCase("secret")
        .doesNotContain("account")
        .contains("```rewrite");
    assertThat(prover().problems(entry.id(), entry.markdown())).isEmpty();
    assertThat(EntryReader.read(entry.id(), entry.markdown()).problems()).isEmpty();
  }

  @Test
  void theUsersOwnCodeStaysOnlyWhenThatIsWanted() throws Exception {
    Contribution.Result made =
        new Contribution(prover(), Contribution.Wording.VERBATIM).of(habit());
    assertThat(made)
        .isInstanceOfSatisfying(
            Contribution.Entry.class,
            entry -> assertThat(entry.markdown()).contains("AcmeCustomer", "secret_label("));
  }

  @Test
  void whatNeedsOtherFilesIsRefusedWithTheReason() throws Exception {
    Episode alone =
        lesson(SECRET.replace("fn main", "use crate::elsewhere::Thing;\n\nfn main")).episode();
    Contribution.Result made =
        new Contribution(prover(), Contribution.Wording.NEUTRAL).of(habit(alone));
    assertThat(made)
        .isInstanceOfSatisfying(
            Contribution.Impossible.class, why -> assertThat(why.why()).isNotEmpty());
  }

  @Test
  void whatADiffTakesAwayOccursOnce() {
    String before = "fn a() {\n    b();\n}\nfn c() {\n    b();\n}\n";
    assertThat(EntryDiff.lines(before, before.replace("fn c() {\n", "fn c() {\n    d();\n")))
        .containsExactly("-fn c() {", "+fn c() {", "+    d();");
  }

  private static Lesson lesson(String program) {
    return Lesson.error("E0308", "mismatched types")
        .labeled("expected `String`, found `&str`")
        .repaired(
            program.formatted("«\"dear sir\"»"), program.formatted("secret_label(\"dear sir\")"));
  }

  private static Habit habit() {
    return habit(lesson(SECRET).episode());
  }

  private static Habit habit(Episode episode) {
    Event.Learned event = new Teacher().learn("e", 1, episode, Habits.of(List.of(), _ -> true, 1));
    return Habits.of(List.of(event), _ -> true, 1).all().getLast();
  }

  private Contribution.Proof prover() {
    var prover =
        new Prover(
            folder,
            new Prover.Programs(new CargoProcess(System.getenv()), new Tools(System.getenv())),
            Operations.all(KnownCrates.none(), KnownItems.none()),
            1,
            new Prover.Judges("test", "test", Optional.empty()));
    return (id, markdown) ->
        prover.problems(Map.of(id, markdown), (_, _) -> {}).stream()
            .map(EntryProblem::rendered)
            .toList();
  }
}
