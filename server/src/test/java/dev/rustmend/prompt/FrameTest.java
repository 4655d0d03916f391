package dev.rustmend.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.model.Completion;
import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.Message;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Sampling;
import dev.rustmend.model.Workers;
import dev.rustmend.prompt.PromptStyle.Numbers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The frame as llama.cpp understands it, in the real worker with a model that writes nonsense.
class FrameTest {
  private static final int GENERATIONS = 200;

  @TempDir private Path folder;

  @Test
  void everyAnswerOfAModelThatWritesNonsenseHasTheFormAndNoneBecomesAnEdit()
      throws InterruptedException {
    RepairPrompt prompt =
        Program.in(folder, "fn one() {\n    x\n}\n\nfn two() {\n    y\n}\n").prompt("x\n", "y\n");
    var frame = new Frame(prompt.items().size(), 3, 16, Numbers.SHOWN);
    var reader = new AnswerReader("tiny");
    try (ModelWorker worker = Workers.tiny(folder)) {
      for (int seed = 0; seed < GENERATIONS; seed++) {
        CompletionRequest request =
            CompletionRequest.of(
                    prompt.messages(), new Sampling(1, 1, seed), 400, Duration.ofSeconds(60))
                .framedBy(frame.grammar());
        Completion answer = worker.complete(request, _ -> {});
        assertThat(answer.ending()).as("seed %d", seed).isEqualTo(Completion.Ending.DONE);
        assertThat(Frame.read(answer.text()))
            .as("seed %d: %s", seed, answer.text())
            .isInstanceOfSatisfying(
                Frame.Reading.Whole.class,
                whole -> assertThat(whole.framed().number().orElseThrow()).isBetween(1, 2));
        assertThat(reader.read(answer.text(), prompt))
            .as("seed %d: %s", seed, answer.text())
            .isInstanceOf(Answer.Refused.class);
      }
    }
  }

  @Test
  void theGrammarOfAVeryLongFileIsUnderstood() throws InterruptedException {
    var frame = new Frame(6, 4000, 600, Numbers.SHOWN);
    try (ModelWorker worker = Workers.tiny(folder)) {
      CompletionRequest request =
          CompletionRequest.of(
                  List.of(Message.user("a long one")),
                  new Sampling(1, 1, 1),
                  60,
                  Duration.ofSeconds(60))
              .framedBy(frame.grammar());
      Completion answer = worker.complete(request, _ -> {});
      assertThat(answer.text()).matches("(?s)Item [1-6]\n```rust\n.*");
      assertThat(answer.ending()).isEqualTo(Completion.Ending.CUT_OFF);
      assertThat(Frame.read(answer.text()))
          .isEqualTo(new Frame.Reading.Broken("is cut off before the end of its block"));
    }
  }

  @Test
  void theGrammarAllowsOnlyTheNumbersOfTheItems() {
    assertThat(new Frame(2, 4, 10, Numbers.SHOWN).grammar())
        .isEqualTo(
            """
            root ::= "Item " ("1" | "2") "\\n" "```rust\\n" line{1,4} "```"
            line ::= ([^`\\n] [^\\n]{0,9})? "\\n"
            """);
    assertThat(new Frame(2, 4, 10, Numbers.LEFT_OUT).grammar())
        .startsWith("root ::= \"```rust\\n\" line{1,4}");
  }
}
