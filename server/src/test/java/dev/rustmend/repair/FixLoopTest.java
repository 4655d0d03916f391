package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixLoopTest {
  @TempDir Path folder;

  @Test
  void errorsOfSeveralPhasesAreRepairedRoundByRound() throws Exception {
    String program =
        """
        fn main() {
            let names = HashMap::new();
            names.insert("a", 1);
            println!("{}", nmaes.len());
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(outcome.rounds()).isGreaterThan(1);
      assertThat(outcome.audit()).allMatch(record -> record.outcome().equals("kept"));
      assertThat(crate.after(outcome, "src/main.rs"))
          .isEqualTo(
              """
              use std::collections::HashMap;

              fn main() {
                  let mut names = HashMap::new();
                  names.insert("a", 1);
                  println!("{}", names.len());
              }
              """);
      assertThat(crate.root.resolve("src/main.rs")).content().isEqualTo(program);
      assertThat(Files.exists(crate.root.resolve("Cargo.lock"))).isFalse();
    }
  }

  @Test
  void anArmThatTheStepsTogetherMakeUnreachableIsForAPerson() throws Exception {
    String program =
        """
        enum Fruit {
            Apple(String, String),
            Pear(u32),
        }

        fn main() {
            match Fruit::Apple(String::new(), String::from("red")) {
                Fruit::Apple(kind) => println!("{kind}"),
                Fruit::Apple(kind, color, _) => println!("{kind} {color}"),
                Fruit::Pear(weight) => println!("{weight}"),
            }
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isFalse();
      assertThat(outcome.audit())
          .anyMatch(
              record -> record.outcome().contains("hides the arm `Fruit::Apple(kind, color)`"));
    }
  }

  @Test
  void whatBringsATellingWarningIsForAPerson() throws Exception {
    String program =
        """
        fn refill(tank: u32) {
            tank = 40;
        }

        fn main() {
            refill(3);
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isFalse();
      assertThat(outcome.withheld())
          .anyMatch(held -> held.why().startsWith("brings a warning: variable `tank`"));
    }
  }

  @Test
  void aQuotientOfIntegersKeepsTheFractionThatItsPlaceAsksFor() throws Exception {
    String program =
        """
        fn average(list: &[i32]) -> f64 {
            let sum: i32 = list.iter().sum();
            sum / list.len()
        }

        fn share(part: u32, whole: u32) -> f64 {
            let share: f64 = part / whole;
            share * 100.0
        }

        fn main() {
            println!("{} {}", average(&[1, 2]), share(1, 2));
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "src/main.rs"))
          .contains("sum as f64 / list.len() as f64")
          .contains("part as f64 / whole as f64");
    }
  }

  @Test
  void whatNoFixHelpsIsLeftAsItWas() throws Exception {
    String program =
        """
        fn main() {
            let number: u32 = "seven";
            println!("{number}");
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isFalse();
      assertThat(outcome.changes()).isEmpty();
      assertThat(outcome.after().errors()).isEqualTo(1);
    }
  }

  @Test
  void aBodyThatIsMadeUpIsLeftToAPerson() throws Exception {
    String program =
        """
        trait Job {
            fn run(&self);
        }
        struct Print;
        impl Job for Print {}
        fn main() {
            Print.run();
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.changes()).isEmpty();
    }
  }

  @Test
  void aGuessThatOnlyTradesOneErrorForAnotherIsNotMade() throws Exception {
    String program =
        """
        fn main() {
            let count = "three";
            let doubled: u32 = coumt * 2;
            println!("{count} {doubled}");
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.changes()).isEmpty();
      assertThat(outcome.before().problems().getFirst().rejections()).isNotEmpty();
    }
  }

  @Test
  void onlyTheCodesAndTheFileThatWereAskedForAreTouched() throws Exception {
    String program =
        """
        mod other;

        fn main() {
            let x = 1;
            x = 2;
            println!("{x} {}", other::name());
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      crate.file("src/other.rs", "pub fn name() -> String {\n    \"a\"\n}\n");
      Path main = crate.root.resolve("src/main.rs");
      FixOutcome byFile = crate.fix(new FixRequest(9, Set.of(), Optional.of(main)));
      assertThat(byFile.changes()).containsOnlyKeys(main);
      FixOutcome byCode = crate.fix(new FixRequest(9, Set.of("E0308"), Optional.empty()));
      assertThat(byCode.changes()).containsOnlyKeys(crate.root.resolve("src/other.rs"));
    }
  }

  @Test
  void aRepairOfSeveralStepsIsFoundBehindAStepThatBringsAnError() throws Exception {
    String program =
        """
        enum List {
            Cons(i32, List),
            Nil,
        }

        fn main() {
            let list = List::Cons(1, List::Nil);
            if let List::Cons(first, _) = list {
                println!("{first}");
            }
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "src/main.rs"))
          .contains("Cons(i32, Box<List>)")
          .contains("List::Cons(1, Box::new(List::Nil))");
    }
  }

  @Test
  void aFixThatTakesAValueAwayIsLeftForAPerson() throws Exception {
    String program =
        """
        fn main() {
            let mut i = 1;
            let result = while i < 9 {
                i += 1;
                if i > 3 {
                    break 2 * i;
                }
            };
            println!("{result:?}");
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(crate.after(outcome, "src/main.rs")).contains("2 * i");
      assertThat(outcome.withheld()).isNotEmpty();
      Withheld withheld = outcome.withheld().getFirst();
      assertThat(withheld.fix().isOffered()).isTrue();
      assertThat(withheld.problem().fixes()).contains(withheld.fix());
      assertThat(withheld.why()).contains("2");
      FixChooser person = Problem::fixes;
      FixOutcome agreed =
          new FixLoop(crate.session())
              .run(Snapshot.ofDisk(), FixRequest.everything(), person, _ -> {});
      assertThat(agreed.isClean()).isTrue();
      assertThat(crate.after(agreed, "src/main.rs")).doesNotContain("2 * i");
    }
  }

  @Test
  void aLintThatWasAskedForIsRepaired() throws Exception {
    String program =
        """
        use std::collections::HashMap;

        fn main() {}
        """;
    try (var crate = Crate.of(folder, program)) {
      assertThat(crate.fix(FixRequest.everything()).changes()).isEmpty();
      var only = new FixRequest(5, Set.of("unused_imports"), Optional.empty());
      assertThat(crate.after(crate.fix(only), "src/main.rs")).doesNotContain("HashMap");
    }
  }

  @Test
  void theFileOfAModuleIsMadeAndTheOneOfAMisspelledModuleIsNot() throws Exception {
    String program =
        """
        mod prices;
        mod config;

        fn main() {
            println!("{}", config::load());
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      crate.file("src/confg.rs", "pub fn load() -> u32 {\n    1\n}\n");
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      Path prices = crate.root.resolve("src/prices.rs");
      assertThat(outcome.changes()).containsOnlyKeys(prices, crate.root.resolve("src/main.rs"));
      assertThat(outcome.changes()).containsEntry(prices, made(""));
      assertThat(prices).doesNotExist();
      assertThat(crate.after(outcome, "src/main.rs"))
          .isEqualTo(program.replace("mod config", "mod confg").replace("config::", "confg::"));
      assertThat(crate.fix(FixRequest.everything()).changes()).hasSize(2);
    }
  }

  private static FixOutcome.Change made(String text) {
    return new FixOutcome.Change(Optional.empty(), SourceText.of(text));
  }
}
