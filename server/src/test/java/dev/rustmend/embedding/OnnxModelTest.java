package dev.rustmend.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.rustmend.search.Embedder.Role;
import dev.rustmend.search.EmbedderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The model that comes with the program, as it is.
class OnnxModelTest {
  private static final String OF_THE_JVM = "WARNING: java.io.tmpdir";

  @TempDir static Path cache;

  private static LazyEmbedder embedder;

  @BeforeAll
  static void load() {
    embedder = LazyEmbedder.builtIn(cache);
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void vectorsHaveUnitLengthAndTheStatedDimensions() throws Exception {
    List<float[]> vectors =
        embedder.embed(List.of("", "x", "ownership ".repeat(5_000)), Role.PASSAGE);
    assertThat(vectors).hasSize(3);
    for (float[] vector : vectors) {
      assertThat(vector).hasSize(embedder.dimensions());
      assertThat(cosine(vector, vector)).isEqualTo(1, within(1e-4));
    }
  }

  @Test
  void aPassageOfTheSameMeaningIsNearerThanOthers() throws Exception {
    float[] query =
        embedder.embed(List.of("my variable was used after I gave it away"), Role.QUERY).getFirst();
    List<float[]> passages =
        embedder.embed(
            List.of(
                "A value was moved and can no longer be used afterwards.",
                "A match must have an arm for each variant of the enum.",
                "Cargo reads the list of dependencies from the manifest."),
            Role.PASSAGE);
    assertThat(cosine(query, passages.get(0)))
        .isGreaterThan(cosine(query, passages.get(1)))
        .isGreaterThan(cosine(query, passages.get(2)));
  }

  @Test
  void vectorsAreThoseOfTheReference() throws Exception {
    var reference = new BgeSmallEnV15QuantizedEmbeddingModel();
    for (String text :
        List.of(
            "cannot borrow `*a` as mutable because `a` is also borrowed as immutable",
            "Traits define shared behavior: `impl Display for Point { … }`.",
            "Lifetimes, naïvely explained")) {
      float[] ours = embedder.embed(List.of(text), Role.PASSAGE).getFirst();
      assertThat(cosine(ours, reference.embed(text).content().vector())).isGreaterThan(0.9999);
    }
  }

  @Test
  void aVectorDoesNotDependOnItsNeighbors() throws Exception {
    float[] alone = embedder.embed(List.of("a borrowed value"), Role.PASSAGE).getFirst();
    float[] among =
        embedder
            .embed(List.of("cargo ".repeat(300), "a borrowed value", "match"), Role.PASSAGE)
            .get(1);
    assertThat(among).isEqualTo(alone);
  }

  @Test
  void aPlatformWithoutLibrariesIsToldInOneSentence() {
    assertThatThrownBy(() -> NativeLibraries.prepare(cache, "Plan 9", "mips"))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("(Plan 9, mips)")
        .hasMessageContaining("embedding.endpoint")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void withoutAFolderForTemporaryFilesItIsUnavailableAndSilent() throws Exception {
    String said = LoadProbe.run(cache.resolve("fresh"), cache.resolve("missing"));
    assertThat(said.lines().filter(line -> !line.startsWith(OF_THE_JVM)))
        .singleElement()
        .asString()
        .startsWith("the embedding model can not be loaded (");
  }

  @Test
  void aCacheFolderThatCanNotBeWrittenDoesNotMatter() throws Exception {
    Path file = cache.resolve("a file");
    Files.writeString(file, "in the way");
    assertThat(LoadProbe.run(file.resolve("cache"), Files.createDirectory(cache.resolve("tmp"))))
        .isEqualToIgnoringNewLines("ready");
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
