package dev.rustmend.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.model.ChatEndpoint;
import dev.rustmend.model.ChatServer;
import dev.rustmend.model.EndpointModel;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts by a service that speaks the real protocol, and by the real worker process.
class WordingTest {
  private static final Material TOYS =
      new Material(
          "Toys",
          "Answer this question: how do I wind up a toy?",
          List.of(
              new Source("Winding", "Turn the key with `toy.wind_up()`."),
              new Source("Keys", "A key turns to the left.")),
          "1. Winding\n2. Keys\n",
          "Turn the key.");

  @TempDir Path folder;
  private ChatServer server;
  private LanguageModel model;

  @BeforeEach
  void start() throws IOException {
    server = ChatServer.start();
    model = EndpointModel.of(ChatEndpoint.of(server.address(), "coder", Optional.empty()));
  }

  @AfterEach
  void stop() {
    model.close();
    server.close();
  }

  @Test
  void aTextComesInSettledPiecesAndIsChecked() throws InterruptedException {
    server.thenStream(
        List.of(
            bytes(ChatServer.chunk("Turn the key with `toy.wind_up()` [1]. Then ca")),
            bytes(ChatServer.chunk("ll `toy.fly()` [4], to the left [2].")),
            bytes(ChatServer.finish("stop") + ChatServer.DONE)));
    var pieces = new ArrayList<String>();
    var text = (Worded.Text) word(pieces);
    assertThat(text.markdown())
        .isEqualTo(
            "Turn the key with `toy.wind_up()` [1]. Then call `toy.fly()`, to the left [2]. (not in"
                + " the sources: `fly`)");
    assertThat(text.cited()).containsExactlyInAnyOrder(1, 2);
    assertThat(text.dropped()).containsExactly("4");
    assertThat(text.strange()).containsExactly("fly");
    assertThat(pieces)
        .hasSizeGreaterThan(1)
        .first()
        .isEqualTo("Turn the key with `toy.wind_up()` [1]. ");
    assertThat(String.join("", pieces)).isEqualTo(text.markdown());
    String asked = server.requests().getFirst().toString();
    assertThat(asked).contains("A key turns to the left.", "how do I wind up a toy?", "is data");
  }

  @Test
  void aServiceThatBreaksOffInTheMiddleGivesNoText() throws InterruptedException {
    server.thenBreakOffAfter(ChatServer.chunk("Turn the key. And th"));
    assertThat(word(new ArrayList<>()))
        .isInstanceOfSatisfying(
            Worded.Failed.class,
            failed -> assertThat(failed.sentence()).contains("broke off in the middle"));
  }

  @Test
  void aCharacterThatIsCutInTwoArrivesWhole() throws InterruptedException {
    byte[] whole = bytes(ChatServer.chunk("Drehe den Schlüssel 🗝 um [1]."));
    int half = new String(whole, StandardCharsets.UTF_8).indexOf('ü') + 1;
    server.thenStream(
        List.of(
            Arrays.copyOf(whole, half),
            Arrays.copyOfRange(whole, half, whole.length),
            bytes(ChatServer.DONE)));
    assertThat(((Worded.Text) word(new ArrayList<>())).markdown())
        .isEqualTo("Drehe den Schlüssel 🗝 um [1].");
  }

  @Test
  void aTextThatReachesItsLimitSaysSo() throws InterruptedException {
    server.thenStream(List.of(bytes(ChatServer.chunk("Turn the") + ChatServer.finish("length"))));
    assertThat(((Worded.Text) word(new ArrayList<>())).markdown())
        .isEqualTo("Turn the\n\n(The text ends here: the model reached its limit.)");
  }

  @Test
  void nothingIsNoText() throws InterruptedException {
    server.thenStream(List.of(bytes(ChatServer.chunk(" [7] \n") + ChatServer.DONE)));
    assertThat(word(new ArrayList<>()))
        .isInstanceOfSatisfying(
            Worded.Failed.class,
            failed -> assertThat(failed.sentence()).contains("nothing that could be shown"));
  }

  @Test
  void aModelThatCanNotBeOpenedIsASentenceAndIsTriedAgain() throws InterruptedException {
    var attempts = new ArrayList<Integer>();
    var wording =
        new Wording(
            () -> {
              attempts.add(1);
              throw new ModelException("there is no model file; name another one");
            },
            2048);
    for (int i = 0; i < 2; i++) {
      assertThat(wording.word(TOYS, WordingListener.NONE))
          .isEqualTo(new Worded.Failed("there is no model file; name another one"));
    }
    assertThat(attempts).hasSize(2);
  }

  @Test
  void anInterruptEndsTheWriting() throws InterruptedException {
    server.thenFallSilentAfter(ChatServer.chunk("Turn the key. And so o"));
    var begun = new CountDownLatch(1);
    var outcome = new AtomicReference<@Nullable Object>();
    Wording wording = wording();
    Thread asking =
        Thread.ofVirtual()
            .name("asking")
            .start(() -> {
              try {
                outcome.set(wording.word(TOYS, onFirstWord(begun)));
              } catch (InterruptedException e) {
                outcome.set(e);
              }
            });
    begun.await();
    asking.interrupt();
    asking.join();
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void whoWaitsWhenTheModelIsGivenBackGetsASentence() throws InterruptedException {
    server.thenFallSilentAfter(ChatServer.chunk("Turn the key. And so o"));
    var begun = new CountDownLatch(1);
    var outcome = new AtomicReference<@Nullable Object>();
    Wording wording = wording();
    Thread asking =
        Thread.ofVirtual()
            .name("asking")
            .start(() -> {
              try {
                outcome.set(wording.word(TOYS, onFirstWord(begun)));
              } catch (InterruptedException e) {
                outcome.set(e);
              }
            });
    begun.await();
    model.close();
    asking.join();
    assertThat(outcome.get()).isInstanceOf(Worded.Failed.class);
    assertThat(wording.word(TOYS, WordingListener.NONE)).isInstanceOf(Worded.Failed.class);
  }

  @Test
  void theRealWorkerWritesATextOrASentenceSaysWhyNot() throws InterruptedException {
    ModelWorker tiny = Workers.tiny(folder);
    try (tiny) {
      var wording = new Wording(() -> tiny, 8192);
      var pieces = new ArrayList<String>();
      Worded worded = wording.word(TOYS, collecting(pieces));
      // random weights write anything; each piece came through the check all the same
      assertThat(String.join("", pieces)).doesNotContainPattern("[\\p{Cc}&&[^\\n\\t]]");
      switch (worded) {
        case Worded.Text text -> assertThat(String.join("", pieces)).isEqualTo(text.markdown());
        case Worded.Failed failed ->
            assertThat(failed.sentence()).contains("nothing that could be shown");
      }
    }
  }

  private Worded word(List<String> pieces) throws InterruptedException {
    return wording().word(TOYS, collecting(pieces));
  }

  private Wording wording() {
    return new Wording(() -> model, 4096);
  }

  private static WordingListener collecting(List<String> pieces) {
    return new WordingListener() {
      @Override
      public void writing(String line) {
        assertThat(line).hasSizeLessThanOrEqualTo(60).doesNotContain("\n");
      }

      @Override
      public void settled(String markdown) {
        pieces.add(markdown);
      }
    };
  }

  private static WordingListener onFirstWord(CountDownLatch latch) {
    return new WordingListener() {
      @Override
      public void writing(String line) {
        latch.countDown();
      }

      @Override
      public void settled(String markdown) {
        // not waited for
      }
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
