package dev.rustmend.model;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads what stands before the weights of a GGUF file, versions 2 and 3. Every count and length is
/// checked against the size of the file, so a broken or hostile one costs neither memory nor time.
final class GgufReader {
  private static final int MAGIC = 0x46554747;
  private static final int LONGEST_KEY = 1 << 16;
  private static final int LONGEST_TEXT = 1 << 24;
  private static final int LONGEST_TOKEN = 64;
  private static final int MOST_DIMENSIONS = 4;
  private static final int DEEPEST = 2;
  private static final long LEAST_TENSOR_HEADER = 24;
  private static final int STRING = 8;
  private static final int ARRAY = 9;
  private static final int CONTROL_TOKEN = 3;
  private static final String TOKENS = "tokenizer.ggml.tokens";
  private static final String TOKEN_TYPES = "tokenizer.ggml.token_type";

  private final GgufInput in;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Long> arrays = new HashMap<>();
  private final Map<Integer, String> tokens = new TreeMap<>();
  private final BitSet controls = new BitSet();

  private GgufReader(GgufInput in) {
    this.in = in;
  }

  /// Reads the file. Throws [GgufFormatException] for one that is no GGUF file, is cut off, or
  /// holds what llama.cpp's build does not know.
  static GgufHeader read(Path file) throws IOException, GgufFormatException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return new GgufReader(new GgufInput(channel)).header();
    } catch (EOFException | ArithmeticException e) {
      throw new GgufFormatException("is cut off or damaged before its weights begin");
    }
  }

  private GgufHeader header() throws IOException, GgufFormatException {
    if (in.left() < 4 || in.int32() != MAGIC) {
      throw new GgufFormatException("is not a GGUF file");
    }
    int version = in.int32();
    if (version != 2 && version != 3) {
      throw new GgufFormatException(
          "has version %d of the GGUF format, and only 2 and 3 are known"
              .formatted(Integer.toUnsignedLong(version)));
    }
    long tensorCount = in.length();
    long pairCount = in.length();
    for (long i = 0; i < pairCount; i++) {
      pair();
    }
    return tensors(tensorCount);
  }

  private void pair() throws IOException, GgufFormatException {
    String key = in.text(LONGEST_KEY);
    int type = in.int32();
    if (type == ARRAY) {
      array(key, 1);
    } else {
      values.put(key, scalar(type));
    }
  }

  private Object scalar(int type) throws IOException, GgufFormatException {
    return switch (type) {
      case 0 -> (long) Byte.toUnsignedInt(in.int8());
      case 1 -> (long) in.int8();
      case 2 -> (long) Short.toUnsignedInt(in.int16());
      case 3 -> (long) in.int16();
      case 4 -> Integer.toUnsignedLong(in.int32());
      case 5 -> (long) in.int32();
      case 6 -> (double) Float.intBitsToFloat(in.int32());
      case 7 -> in.int8() != 0;
      case STRING -> in.text(LONGEST_TEXT);
      case 10, 11 -> in.int64();
      case 12 -> Double.longBitsToDouble(in.int64());
      default -> throw unknown(type);
    };
  }

  private static int bytes(int type) throws GgufFormatException {
    return switch (type) {
      case 0, 1, 7 -> 1;
      case 2, 3 -> 2;
      case 4, 5, 6 -> 4;
      case 10, 11, 12 -> 8;
      default -> throw unknown(type);
    };
  }

  private void array(String key, int depth) throws IOException, GgufFormatException {
    int type = in.int32();
    long count = in.length();
    arrays.put(key, count);
    if (type == ARRAY) {
      if (depth == DEEPEST) {
        throw new GgufFormatException("holds arrays in arrays in arrays");
      }
      for (long i = 0; i < count; i++) {
        array(key, depth + 1);
      }
    } else if (type == STRING) {
      texts(key, count);
    } else if (key.equals(TOKEN_TYPES) && bytes(type) == 4) {
      for (long i = 0; i < count; i++) {
        if (in.int32() == CONTROL_TOKEN && i <= Integer.MAX_VALUE - 1) {
          controls.set((int) i);
        }
      }
    } else {
      in.skip(Math.multiplyExact(count, (long) bytes(type)));
    }
  }

  /// Of the tokens only those are kept that may be control tokens.
  private void texts(String key, long count) throws IOException, GgufFormatException {
    for (long i = 0; i < count; i++) {
      if (key.equals(TOKENS)) {
        String token = in.text(LONGEST_TEXT);
        if (token.length() > 1 && token.length() <= LONGEST_TOKEN && isMarkup(token)) {
          tokens.put((int) i, token);
        }
      } else {
        in.skipText();
      }
    }
  }

  private static boolean isMarkup(String token) {
    return token.startsWith("<") || token.startsWith("[") || token.startsWith("|");
  }

  private GgufHeader tensors(long count) throws IOException, GgufFormatException {
    if (count > in.left() / LEAST_TENSOR_HEADER) {
      throw new EOFException();
    }
    var tensors = new ArrayList<GgufHeader.Tensor>();
    long end = 0;
    for (long i = 0; i < count; i++) {
      in.skipText();
      long tensorValues = tensorValues();
      int number = in.int32();
      GgufTensorType type =
          GgufTensorType.of(number)
              .orElseThrow(() ->
                  new GgufFormatException(
                      "holds weights of type %d, which is newer than the llama.cpp in rustmend"
                          .formatted(number)));
      long offset = in.int64();
      var tensor = new GgufHeader.Tensor(type, type.bytes(tensorValues));
      tensors.add(tensor);
      end = Math.max(end, Math.addExact(offset, tensor.bytes()));
    }
    return new GgufHeader(
        values, arrays, controlTokens(), tensors, Math.addExact(dataStart(), end));
  }

  private long tensorValues() throws IOException, GgufFormatException {
    int dimensions = in.int32();
    if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
      throw new GgufFormatException("holds a tensor of %d dimensions".formatted(dimensions));
    }
    long product = 1;
    for (int i = 0; i < dimensions; i++) {
      long size = in.int64();
      if (size < 0) {
        throw new EOFException();
      }
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  private long dataStart() throws IOException, GgufFormatException {
    long alignment = values.get("general.alignment") instanceof Long given ? given : 32;
    if (alignment < 1 || alignment > 1 << 20) {
      throw new GgufFormatException("asks for an alignment of %d bytes".formatted(alignment));
    }
    return Math.ceilDiv(in.position(), alignment) * alignment;
  }

  private List<String> controlTokens() {
    return tokens.entrySet().stream()
        .filter(token -> controls.get(token.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static GgufFormatException unknown(int type) {
    return new GgufFormatException("holds a value of the unknown type %d".formatted(type));
  }
}
