package dev.rustmend.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The immutable content of one file, as UTF-8 bytes.
///
/// Bytes that are not valid UTF-8 are kept as they are, so that an edit elsewhere in the file
/// leaves them untouched. The line index and the hash are made on first use.
public final class SourceText {
  private final byte[] bytes;
  private volatile @Nullable LineIndex lines;
  private volatile @Nullable String sha256;

  private SourceText(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes a copy of `bytes`.
  public static SourceText of(byte[] bytes) {
    return new SourceText(bytes.clone());
  }

  public static SourceText of(String text) {
    return new SourceText(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Length in bytes.
  public int length() {
    return bytes.length;
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The whole text; bytes that are no UTF-8 read as U+FFFD.
  public String string() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// The text in `range`, clamped to this file.
  public String slice(TextRange range) {
    int start = Math.min(range.start(), bytes.length);
    int end = Math.min(range.end(), bytes.length);
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  public LineIndex lines() {
    LineIndex known = lines;
    if (known == null) {
      known = new LineIndex(bytes);
      lines = known;
    }
    return known;
  }

  /// SHA-256 of the bytes, in lower-case hexadecimal.
  public String sha256() {
    String known = sha256;
    if (known == null) {
      known = hash(bytes);
      sha256 = known;
    }
    return known;
  }

  /// This text with `edits` made. They must be sorted, free of conflicts and inside the text, which
  /// [Patch] sees to; throws [IllegalArgumentException] for an edit past the end.
  SourceText edited(List<TextEdit> edits) {
    int length = bytes.length;
    for (TextEdit edit : edits) {
      if (edit.range().end() > bytes.length) {
        throw new IllegalArgumentException(
            "edit " + edit.range() + " is past the end of a text of " + bytes.length + " bytes");
      }
      length += edit.growth();
    }
    byte[] result = new byte[length];
    int from = 0;
    int to = 0;
    for (TextEdit edit : edits) {
      int kept = edit.range().start() - from;
      System.arraycopy(bytes, from, result, to, kept);
      byte[] inserted = edit.newBytes();
      System.arraycopy(inserted, 0, result, to + kept, inserted.length);
      to += kept + inserted.length;
      from = edit.range().end();
    }
    System.arraycopy(bytes, from, result, to, bytes.length - from);
    return new SourceText(result);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceText text && Arrays.equals(bytes, text.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return string();
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
