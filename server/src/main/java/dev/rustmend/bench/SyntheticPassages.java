package dev.rustmend.bench;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Passages that are made, as many as are wanted and always the same ones: texts out of short runs
/// of words of the real passages, so that words are as frequent as in these (Zipf's law), and
/// vectors around a thousand random centres. One in fifty has the codes and messages of an entry.
/// As an embedder it gives each query a vector near a centre.
final class SyntheticPassages implements Embedder {
  private static final int DIMENSIONS = 384;
  private static final int CENTRES = 1000;
  private static final double SPREAD = 0.7;
  private static final int RUN = 8;
  private static final int TITLE_RUNS = 1;
  private static final int MOST_RUNS = 16;
  private static final int WITH_CODES = 50;
  private static final long SEED = 7;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final List<Passage> real;
  private final List<List<String>> words;
  private final float[][] centres = new float[CENTRES][];

  SyntheticPassages(RetrievalCorpus corpus) {
    this.real = corpus.all();
    this.words =
        real.stream()
            .map(passage -> BLANKS.splitAsStream(passage.body().strip()).toList())
            .filter(list -> list.size() > RUN)
            .toList();
    var random = new Random(SEED);
    for (int i = 0; i < CENTRES; i++) {
      centres[i] = unit(random, new float[DIMENSIONS], 1);
    }
  }

  /// The passages from one number to another, and the vectors of those that have one, by id.
  record Batch(int from, int to, List<Passage> passages, Map<String, float[]> vectors) {}

  /// The passages with the numbers from `first` to `count`, so many in a batch at most. Each batch
  /// is made when its turn comes.
  Iterable<Batch> batches(int first, int count, int most, MadeVectors vectors) {
    return () ->
        IntStream.iterate(first, from -> from < count, from -> from + most)
            .mapToObj(from -> batch(from, Math.min(count, from + most), vectors))
            .iterator();
  }

  private Batch batch(int from, int to, MadeVectors vectors) {
    var batch = new ArrayList<Passage>();
    var made = new HashMap<String, float[]>();
    for (int i = from; i < to; i++) {
      Passage passage = passage(i);
      batch.add(passage);
      if (vectors == MadeVectors.WITH) {
        made.put(passage.id(), vector(i));
      }
    }
    return new Batch(from, to, batch, made);
  }

  /// The passage number `i`.
  Passage passage(int i) {
    var random = new Random(SEED + 31L * i);
    boolean coded = i % WITH_CODES == 0;
    Passage like = real.get(random.nextInt(real.size()));
    String body = text(random, 2 + random.nextInt(MOST_RUNS));
    return new Passage(
        "doc:synthetic/" + i + ".html",
        PassageKind.DOC,
        text(random, TITLE_RUNS),
        List.of(),
        coded ? like.codes() : List.of(),
        coded ? like.messages() : List.of(),
        List.of(),
        List.of(),
        body,
        i % 2 == 0 ? like.code() : "",
        "",
        "",
        Integer.toString(i));
  }

  /// The vector of the passage number `i`.
  float[] vector(int i) {
    var random = new Random(SEED + 17L * i);
    return unit(random, centres[random.nextInt(CENTRES)], SPREAD);
  }

  @Override
  public String model() {
    return "synthetic";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    var vectors = new ArrayList<float[]>();
    for (String text : texts) {
      vectors.add(vector(-1 - Math.abs(text.hashCode() % CENTRES)));
    }
    return vectors;
  }

  private String text(Random random, int runs) {
    var text = new StringBuilder();
    for (int i = 0; i < runs; i++) {
      List<String> from = words.get(random.nextInt(words.size()));
      int start = random.nextInt(from.size() - RUN);
      text.append(String.join(" ", from.subList(start, start + RUN))).append(' ');
    }
    return text.toString();
  }

  /// `centre` and noise of about `spread` times its length, as a vector of unit length.
  private static float[] unit(Random random, float[] centre, double spread) {
    var vector = new float[DIMENSIONS];
    double squares = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (centre[i] + spread * random.nextGaussian() / Math.sqrt(DIMENSIONS));
      squares += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(squares));
    }
    return vector;
  }
}
