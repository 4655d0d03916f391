package dev.rustmend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileReaderTest {
  @TempDir Path folder;

  @Test
  void aModelTellsWhatItIsWithoutBeingLoaded() {
    ModelFile file = usable(TinyModel.write(path("tiny.gguf")));
    assertThat(file.architecture()).isEqualTo("llama");
    assertThat(file.name()).isEqualTo("Tiny");
    assertThat(file.quantization()).isEqualTo("F32");
    assertThat(file.license()).contains("MIT OR Apache-2.0");
    assertThat(file.contextLength()).isEqualTo(TinyModel.CONTEXT);
    assertThat(file.tokenizer()).isEqualTo("llama");
    assertThat(file.chatTemplate()).contains(TinyModel.CHAT_TEMPLATE);
    assertThat(file.controlTokens()).containsExactly("<s>", "</s>", "<|im_start|>", "<|im_end|>");
    assertThat(file.shape()).isEqualTo(new ModelFile.Shape(TinyModel.LAYERS, 64, 64, 262));
    assertThat(file.weightBytes()).isBetween(400_000L, file.fileBytes());
  }

  @Test
  void theQuantizationIsThatOfMostWeightsWhenTheFileDoesNotSay() {
    var gguf =
        header("llama")
            .tensor("a", 12, new byte[144 * 8], 256, 8)
            .tensor("b", 0, new byte[4 * 16], 16);
    assertThat(usable(gguf.write(path("q.gguf"))).quantization()).isEqualTo("Q4_K");
  }

  @Test
  void aMissingFileIsOneSentence() {
    assertThat(refusal(path("none.gguf")))
        .isEqualTo(
            "there is no model file %s; check the path, or fetch a model with `rustmend model pull`"
                .formatted(path("none.gguf")));
  }

  @Test
  void whatIsNoGgufFileIsSaidToBeNone() throws IOException {
    assertThat(refusal(Files.writeString(path("a.gguf"), "<html>not found</html>")))
        .endsWith("a.gguf is not a GGUF file; fetch it again, or choose another file");
    assertThat(refusal(Files.write(path("b.gguf"), new byte[0]))).contains("is not a GGUF file");
  }

  @Test
  void aFileThatIsCutOffInItsWeightsSaysHowMuchIsThere() throws IOException {
    byte[] whole = TinyModel.file("llama").bytes();
    Path file = Files.write(path("cut.gguf"), Arrays.copyOf(whole, 300_000));
    assertThat(refusal(file))
        .isEqualTo(
            "%s is cut off: it has 300000 bytes of %d bytes; fetch it again"
                .formatted(file, whole.length));
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = TinyModel.file("llama").bytes();
    for (int length = 4; length < 12_000; length += 37) {
      assertThat(refusal(Files.write(path("cut.gguf"), Arrays.copyOf(whole, length))))
          .contains("cut off");
    }
  }

  @Test
  void anArchitectureThatTheBundledLlamaCppDoesNotKnowIsNamed() {
    assertThat(refusal(TinyModel.file("qwen9").write(path("new.gguf"))))
        .endsWith(
            "has the architecture `qwen9`, which the llama.cpp in rustmend (build 4916) can not run;"
                + " choose another file (`rustmend model list`)");
    assertThat(refusal(TinyModel.file("bert").write(path("bert.gguf")))).contains("`bert`");
  }

  @Test
  void newerWeightsAndNewerFormatsAreNamed() {
    assertThat(refusal(header("llama").tensor("a", 39, new byte[64], 32).write(path("w.gguf"))))
        .contains("weights of type 39, which is newer than the llama.cpp in rustmend");
    assertThat(refusal(header("llama").version(4).write(path("v.gguf"))))
        .contains("has version 4 of the GGUF format");
  }

  @Test
  void partsAndAdaptersAreNoModels() {
    assertThat(refusal(header("llama").number("split.count", 3).write(path("s.gguf"))))
        .contains("one of 3 parts");
    assertThat(refusal(header("llama").text("general.type", "adapter").write(path("l.gguf"))))
        .contains("of the type `adapter`");
    assertThat(refusal(header("llama").write(path("n.gguf")))).contains("has no weights");
  }

  @Test
  void hostileLengthsCostNeitherMemoryNorTime() {
    byte[] huge = longs(Long.MAX_VALUE);
    assertThat(refusal(header("llama").raw("x", 8, longs(1L << 40)).write(path("1.gguf"))))
        .contains("cut off or damaged");
    byte[] array =
        ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(8).put(huge).array();
    assertThat(refusal(header("llama").raw("x", 9, array).write(path("2.gguf"))))
        .contains("cut off or damaged");
    assertThat(refusal(header("llama").raw("x", 77, longs(0)).write(path("3.gguf"))))
        .contains("unknown type 77");
    assertThat(
            refusal(
                header("llama")
                    .tensor("t", 0, new byte[4], Long.MAX_VALUE, Long.MAX_VALUE)
                    .write(path("4.gguf"))))
        .contains("cut off or damaged");
  }

  @Test
  void randomDamageNeverThrows() throws IOException {
    byte[] whole = TinyModel.file("llama").bytes();
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 8; i++) {
        damaged[4 + random.nextInt(11_000)] = (byte) random.nextInt();
      }
      assertThat(ModelFileReader.read(Files.write(path("damaged.gguf"), damaged)))
          .as("seed %d, round %d", seed, round)
          .isNotNull();
    }
  }

  @Test
  void theNeedForMemoryGrowsWithTheContextAndIsComparedWithTheLimit() {
    ModelFile file = usable(TinyModel.write(path("tiny.gguf")));
    MemoryNeed small = MemoryNeed.of(file, 1024, CacheType.F16, 128);
    assertThat(small.context()).isEqualTo(1024L * TinyModel.LAYERS * (64 + 64) * 2);
    assertThat(MemoryNeed.of(file, 2048, CacheType.F16, 128).context())
        .isEqualTo(2 * small.context());
    assertThat(MemoryNeed.of(file, 1024, CacheType.Q8_0, 128).context())
        .isLessThan(small.context());
    assertThat(small.refusal(file, small.total())).isEmpty();
    assertThat(small.refusal(file, 64L << 20))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .contains("needs about 97 MiB of memory")
                .endsWith("lower `model.contextSize`"));
  }

  private static GgufFile header(String architecture) {
    return new GgufFile()
        .text("general.architecture", architecture)
        .number(architecture + ".block_count", 1)
        .numbers("some.array", List.of(1, 2, 3));
  }

  private static byte[] longs(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      bytes.putLong(value);
    }
    return bytes.array();
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static ModelFile usable(Path file) {
    return switch (ModelFileReader.read(file)) {
      case ModelFileResult.Usable(ModelFile read) -> read;
      case ModelFileResult.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private static String refusal(Path file) {
    return switch (ModelFileReader.read(file)) {
      case ModelFileResult.Usable(ModelFile read) -> throw new AssertionError(read.toString());
      case ModelFileResult.Refused(String sentence) -> sentence;
    };
  }
}
