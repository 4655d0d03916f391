package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.learn.Habit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An editor, the server and the real cargo: what a person repairs by typing is learned, and what
/// the server's own loop repairs is not.
@Timeout(120)
class LearningServerTest {
  private static final String PROGRAM =
      """
      fn text(of: &str) -> String {
          of.trim().to_string()
      }

      fn main() {
          let name: String = "a";
          println!("{}{}", name, text("b"));
      }
      """;

  @TempDir private Path folder;

  @Test
  void whatIsTypedIsLearnedAndForgottenOnCommand() throws Exception {
    ToyCrate crate = ToyCrate.in(folder.resolve("crate"));
    Path main = crate.file("src/main.rs", PROGRAM);
    try (Editor editor = start(crate)) {
      EditorDocument document = editor.open(main);
      editor.server.awaitCheckOf(main, "= \"a\"");
      editor.type(document, "\"a\"", "text(\"a\")");
      editor.save(document);
      List<Habit> habits = await(editor, crate, known -> !known.isEmpty());
      assertThat(habits).allMatch(habit -> habit.recipe().lines().contains("=> text("));
      assertThat(habits.getFirst().repairs().getFirst().episode().file()).isEqualTo("src/main.rs");
      editor.execute(
          ServerCommand.FORGET_LEARNED, new JsonPrimitive(habits.getFirst().recipe().id()));
      String said = "";
      while (!said.contains("forgot")) {
        said = editor.client.shown.take().getMessage();
      }
      assertThat(editor.server.learning().habits().all()).isEmpty();
      assertThat(Files.readString(editor.server.learning().file())).doesNotContain("text(");
      assertThat(editor.shutdown()).isZero();
    }
  }

  @Test
  void whatTheServerFixesIsNotLearned() throws Exception {
    ToyCrate crate = ToyCrate.in(folder.resolve("crate"));
    Path main = crate.file("src/main.rs", PROGRAM);
    try (Editor editor = start(crate)) {
      EditorDocument document = editor.open(main);
      editor.server.awaitCheckOf(main, "= \"a\"");
      editor.execute(ServerCommand.FIX_FILE, new JsonPrimitive(document.uri));
      editor.apply(editor.client.edits.take().getEdit());
      editor.save(document);
      editor.server.awaitCheckOf(main, "\"a\".");
      assertThat(editor.shutdown()).isZero();
      assertThat(editor.server.learning().habits().all()).isEmpty();
    }
  }

  private Editor start(ToyCrate crate) throws Exception {
    return Editor.start(
        EditorProfile.named("vscode-1.139"),
        new CargoProcess(System.getenv()),
        crate.folder(),
        folder.resolve("cache"));
  }

  private static List<Habit> await(Editor editor, ToyCrate crate, Predicate<List<Habit>> condition)
      throws Exception {
    Path root = crate.folder().toRealPath();
    List<Habit> habits = editor.server.learning().habits(root).all();
    while (!condition.test(habits)) {
      editor.server.learning().settle();
      Thread.onSpinWait();
      habits = editor.server.learning().habits(root).all();
    }
    return habits;
  }
}
