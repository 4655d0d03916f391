package dev.rustmend.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.rustmend.search.EmbedderException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// A loaded model: word pieces in, vectors out. Holds about 100 MB outside of the heap until it is
/// closed.
final class OnnxModel implements TextModel {
  static final String NAME = "bge-small-en-v1.5-q";

  /// What the model was trained to see before a query, and not before a passage.
  static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

  static final int DIMENSIONS = 384;
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  /// Half of what the model can read: as good on the documentation, in half of the time.
  private static final int MOST_PIECES = 256;

  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieceTokenizer tokenizer;

  private OnnxModel(OrtEnvironment environment, OrtSession session, WordPieceTokenizer tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /// Loads the model that is on the class path. `cache` is rustmend's cache folder. Throws
  /// [EmbedderException] where that is not possible.
  static OnnxModel load(Path cache) {
    NativeLibraries.prepare(cache);
    try (InputStream vocabulary = resource(TOKENIZER);
        InputStream model = resource(MODEL)) {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "rustmend");
      environment.setTelemetry(false);
      try (var options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1); // the caller's
        options.setInterOpNumThreads(1);
        // one pool for all threads: with malloc, each thread keeps as much as its longest text took
        options.setCPUArenaAllocator(true);
        options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
        options.setMemoryPatternOptimization(false);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        OrtSession session = session(environment, options, model);
        return new OnnxModel(environment, session, WordPieceTokenizer.read(vocabulary));
      }
    } catch (OrtException | IOException | RuntimeException | LinkageError e) {
      throw unavailable(e);
    }
  }

  /// A vector of unit length; texts are computed one by one, because a batch is not quicker, and
  /// because the quantized model would let the texts of a batch influence each other. Blocks
  /// outside of Java: not to be called on a virtual thread, which would hold its carrier. Several
  /// threads may call it at once.
  @Override
  public float[] vector(String text) {
    long[] pieces = tokenizer.encode(text, MOST_PIECES);
    long[] shape = {1, pieces.length};
    long[] ones = new long[pieces.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[pieces.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] first = new float[DIMENSIONS];
      states.get(0, first);
      return UnitVector.of(first);
    } catch (OrtException e) {
      throw new EmbedderException(
          "the embedding model has failed (%s); search goes by words alone"
              .formatted(e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new EmbedderException("the embedding model can not be closed: " + e.getMessage(), e);
    }
  }

  /// The bytes of the model pass through memory that is free again when this returns: on the heap
  /// they would stay until some later collection.
  private static OrtSession session(
      OrtEnvironment environment, OrtSession.SessionOptions options, InputStream model)
      throws OrtException, IOException {
    try (Arena arena = Arena.ofConfined()) {
      ByteBuffer bytes = arena.allocate(MOST_BYTES).asByteBuffer();
      ReadableByteChannel channel = Channels.newChannel(model);
      while (channel.read(bytes) >= 0) {
        if (!bytes.hasRemaining()) {
          throw new IOException("the model is larger than " + MOST_BYTES + " bytes");
        }
      }
      return environment.createSession(bytes.flip(), options);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = OnnxModel.class.getResourceAsStream(name);
    if (found == null) {
      throw new IOException("the program lacks " + name.substring(1));
    }
    return found;
  }

  private static EmbedderException unavailable(Throwable e) {
    if (e instanceof EmbedderException known) {
      return known;
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return new EmbedderException(
        "the embedding model can not be loaded (%s: %s); search goes by words alone until the cache"
                .formatted(root.getClass().getSimpleName(), reason)
            + " folder and the folder for temporary files can be written and run programs",
        e);
  }
}
