package dev.rustmend.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes GGUF files, version 3, little-endian: those that llama.cpp loads, and broken ones.
public final class GgufFile {
  private static final int ALIGNMENT = 32;
  private static final int UINT32 = 4;
  private static final int INT32 = 5;
  private static final int FLOAT32 = 6;
  private static final int BOOL = 7;
  private static final int STRING = 8;
  private static final int ARRAY = 9;

  private final ByteArrayOutputStream pairs = new ByteArrayOutputStream();
  private final List<Tensor> tensors = new ArrayList<>();
  private long pairCount;
  private int version = 3;

  private record Tensor(String name, List<Long> shape, int type, ByteBuffer data) {}

  public GgufFile version(int other) {
    version = other;
    return this;
  }

  public GgufFile text(String key, String value) {
    key(key, STRING);
    string(pairs, value);
    return this;
  }

  public GgufFile number(String key, int value) {
    key(key, UINT32);
    int32(pairs, value);
    return this;
  }

  public GgufFile real(String key, float value) {
    key(key, FLOAT32);
    int32(pairs, Float.floatToIntBits(value));
    return this;
  }

  public GgufFile truth(String key, boolean value) {
    key(key, BOOL);
    pairs.write(value ? 1 : 0);
    return this;
  }

  public GgufFile texts(String key, List<String> values) {
    array(key, STRING, values.size());
    values.forEach(value -> string(pairs, value));
    return this;
  }

  public GgufFile numbers(String key, List<Integer> values) {
    array(key, INT32, values.size());
    values.forEach(value -> int32(pairs, value));
    return this;
  }

  public GgufFile reals(String key, List<Float> values) {
    array(key, FLOAT32, values.size());
    values.forEach(value -> int32(pairs, Float.floatToIntBits(value)));
    return this;
  }

  /// A pair whose value has a type that no reader knows, or an array of an absurd length.
  public GgufFile raw(String key, int type, byte[] value) {
    key(key, type);
    pairs.writeBytes(value);
    return this;
  }

  /// A tensor of 32-bit floats; `shape` as in GGUF, the fastest dimension first.
  public GgufFile tensor(String name, float[] values, long... shape) {
    var bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(name, 0, bytes.array(), shape);
  }

  /// A tensor of any type, with its bytes.
  public GgufFile tensor(String name, int type, byte[] data, long... shape) {
    tensors.add(
        new Tensor(name, Arrays.stream(shape).boxed().toList(), type, ByteBuffer.wrap(data)));
    return this;
  }

  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    int32(out, version);
    int64(out, tensors.size());
    int64(out, pairCount);
    out.writeBytes(pairs.toByteArray());
    long offset = 0;
    for (Tensor tensor : tensors) {
      string(out, tensor.name());
      int32(out, tensor.shape().size());
      for (long size : tensor.shape()) {
        int64(out, size);
      }
      int32(out, tensor.type());
      int64(out, offset);
      offset += padded(tensor.data().capacity());
    }
    pad(out);
    for (Tensor tensor : tensors) {
      out.writeBytes(tensor.data().array());
      pad(out);
    }
    return out.toByteArray();
  }

  public Path write(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void key(String key, int type) {
    pairCount++;
    string(pairs, key);
    int32(pairs, type);
  }

  private void array(String key, int type, int count) {
    key(key, ARRAY);
    int32(pairs, type);
    int64(pairs, count);
  }

  private static void string(ByteArrayOutputStream out, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int64(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void int32(ByteArrayOutputStream out, int value) {
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private static void int64(ByteArrayOutputStream out, long value) {
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  private static void pad(ByteArrayOutputStream out) {
    out.writeBytes(new byte[padded(out.size()) - out.size()]);
  }

  private static int padded(int size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
