package dev.rustmend.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.repair.Fix;
import dev.rustmend.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole way with the real cargo: a user repairs errors, and the next ones get the same repair.
@Timeout(300)
class LearningTest {
  private static final String OWNED =
      """
      fn name(n: u32) -> String {
          match n {
              0 => %s,
              _ => %s,
          }
      }

      fn text(of: &str) -> String {
          of.trim().to_string()
      }

      fn main() {
          println!("{}{}", name(1), text("-"));
      }
      """;
  private static final String GOOD = OWNED.formatted("\"a\".into()", "\"b\".into()");
  private static final String FIRST = OWNED.formatted("\"a\"", "text(\"b\")");
  private static final String REPAIRED = OWNED.formatted("text(\"a\")", "text(\"b\")");

  @TempDir private Path folder;

  @Test
  void aRepairIsOfferedBelowTheOthersAndThenBeforeThem() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.save(FIRST);
      room.save(REPAIRED);
      assertThat(room.habits()).isNotEmpty().noneMatch(Habit::isEstablished);

      String second = REPAIRED.replace("_ =>", "1 => \"c\",\n        _ =>");
      List<Fix> offered = room.offered(second);
      Fix once = learned(offered).getFirst();
      assertThat(once.title()).contains("`text(\"c\")`", "as you fixed it in `main.rs` on ");
      assertThat(offered.getFirst().sourceWord()).isNotEqualTo("learned");
      assertThat(once.preferred()).isFalse();
      String mine = room.after(once, second);
      assertThat(mine).contains("1 => text(\"c\"),");

      room.save(mine);
      assertThat(room.habits()).anyMatch(Habit::isTrusted);
      String third = mine.replace("_ =>", "2 => \"d\",\n        _ =>");
      List<Fix> now = room.offered(third);
      assertThat(now.getFirst().sourceWord()).isEqualTo("learned");
      assertThat(now.getFirst().preferred()).isTrue();
      assertThat(now.getFirst().title()).endsWith("as you usually do");
      assertThat(room.fixed(third)).contains("2 => text(\"d\"),");
    }
  }

  @Test
  void whatIsSeenOnceIsNotTakenByTheLoopOfFix() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.save(FIRST);
      room.save(FIRST.replace("\"a\"", "std::iter::once('a').collect()"));
      assertThat(room.habits()).isNotEmpty();
      String next = REPAIRED.replace("_ =>", "1 => \"c\",\n        _ =>");
      assertThat(room.fixed(next)).contains("\"c\".to_string()");
    }
  }

  @Test
  void deletingTheCodeIsNoRepair() throws Exception {
    teachesNothing(FIRST, FIRST.replace("        0 => \"a\",\n", ""));
  }

  @Test
  void commentingTheCodeOutIsNoRepair() throws Exception {
    teachesNothing(FIRST, FIRST.replace("        0 =>", "        // 0 =>"));
  }

  @Test
  void goingBackToAnEarlierTextIsNoRepair() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.save(GOOD);
      room.save(GOOD.replace("\"a\".into()", "\"a\""));
      room.save(GOOD + "\nfn other() {}\n");
      assertThat(room.habits()).isEmpty();
    }
  }

  @Test
  void typingAWordToItsEndIsNoRepair() throws Exception {
    teachesNothing(
        REPAIRED.replace("println!(\"{}{}\", name(1), text(\"-\"))", "drop(text(\"-\") + &nam(1))"),
        REPAIRED.replace(
            "println!(\"{}{}\", name(1), text(\"-\"))", "drop(text(\"-\") + &name(1))"));
  }

  @Test
  void anotherBranchIsNoRepair() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      Path head = Files.createDirectories(room.root.resolve(".git")).resolve("HEAD");
      Files.writeString(head, "ref: refs/heads/main\n");
      room.save(FIRST);
      Files.writeString(head, "ref: refs/heads/other\n");
      room.save(REPAIRED);
      assertThat(room.habits()).isEmpty();
    }
  }

  @Test
  void whatFixWritesIsNoRepairOfTheUsers() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      String fixed = room.fixed(FIRST);
      assertThat(fixed).isNotEqualTo(FIRST);
      room.save(fixed);
      assertThat(room.habits()).isEmpty();
    }
  }

  @Test
  void nothingIsRecordedWhenItIsOff() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.OFF)) {
      room.save(FIRST);
      assertThat(room.fixed(FIRST)).isNotEqualTo(FIRST);
      room.save(REPAIRED);
      assertThat(room.learning.file().getParent()).doesNotExist();
      assertThat(room.learning.isIdle()).isTrue();
    }
  }

  @Test
  void whatIsRepairedWhileItIsOffIsNotRecordedLater() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.save(FIRST);
      room.learn(Settings.Learning.OFF);
      room.save(REPAIRED);
      room.learn(Settings.Learning.PROJECT);
      room.save(REPAIRED + "\nfn other() {}\n");
      assertThat(room.habits()).isEmpty();
    }
  }

  @Test
  void theRepairOfAWarningIsLearned() throws Exception {
    String quiet = REPAIRED.replace("fn main() {", "fn main() {\n    let spare = 1;");
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.save(quiet);
      room.save(quiet.replace("let spare", "let _spare"));
      assertThat(room.habits())
          .isNotEmpty()
          .allMatch(habit -> habit.recipe().code().equals("unused_variables"));
    }
  }

  @Test
  void aWarningThatEndsSinceMoreWasWrittenTeachesNothing() throws Exception {
    String begun = REPAIRED.replace("fn main() {", "fn main() {\n    let spare = 1;");
    teachesNothing(begun, begun.replace("= 1;", "= 1;\n    drop(spare);"));
  }

  @Test
  void anErrorBehindAnotherOneThatStaysIsNotRepaired() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.save(FIRST);
      String open = "fn open(n: u32) -> u32 {\n    (n\n}\n";
      room.save(FIRST + open);
      room.save(FIRST + "fn more() {}\n" + open);
      room.save(REPAIRED.replace("0 => text(\"a\")", "0 => String::new()") + open);
      assertThat(room.habits()).isEmpty();
    }
  }

  @Test
  void aRepairOverTwoFilesIsAnEpisodeWithoutARecipe() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.write("src/part.rs", "fn hidden() -> u32 {\n    7\n}\n");
      String main = "mod part;\n\nfn main() {\n    println!(\"{}\", part::hidden());\n}\n";
      room.save(main);
      room.write("src/part.rs", "pub fn hidden() -> u32 {\n    7\n}\n");
      room.save(main + "\n");
      Episode episode = room.learning.habits(room.root).episodes().getFirst().episode();
      assertThat(episode.others())
          .containsExactly(
              new Episode.Part(
                  "src/part.rs",
                  "fn hidden() -> u32 {\n    7\n}\n",
                  "pub fn hidden() -> u32 {\n    7\n}\n"));
      assertThat(room.habits()).isEmpty();
    }
  }

  @Test
  void anotherProjectGetsItOnlyWhenTheUserWantsThat() throws Exception {
    try (var one = new Classroom(folder, "one", Settings.Learning.PROJECT)) {
      one.save(FIRST);
      one.save(REPAIRED);
    }
    try (var other = new Classroom(folder, "other", Settings.Learning.PROJECT)) {
      assertThat(learned(other.offered(FIRST))).isEmpty();
    }
    try (var all = new Classroom(folder, "all", Settings.Learning.ALL)) {
      assertThat(learned(all.offered(FIRST))).isNotEmpty();
    }
  }

  @Test
  void whatIsForgottenIsGoneFromTheDiskToo() throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      room.save(FIRST);
      room.save(REPAIRED);
      room.learning.forget(List.of(room.habits().getFirst().recipe().id()));
      room.learning.compact();
      assertThat(room.habits()).isEmpty();
      assertThat(Files.readString(room.learning.file())).doesNotContain("text(");
    }
  }

  private void teachesNothing(String broken, String after) throws Exception {
    try (var room = new Classroom(folder, "app", Settings.Learning.PROJECT)) {
      assertThat(room.save(broken).problems()).isNotEmpty();
      assertThat(room.save(after).errors()).isZero();
      assertThat(room.habits()).isEmpty();
    }
  }

  private static List<Fix> learned(List<Fix> fixes) {
    return fixes.stream().filter(fix -> fix.sourceWord().equals("learned")).toList();
  }
}
