package dev.rustmend.text;

/// What a column counts.
public enum ColumnUnit {
  /// Bytes of the UTF-8 encoding.
  UTF8,
  /// Code units of UTF-16: what LSP counts unless it was negotiated.
  UTF16,
  /// Unicode scalar values: what rustc's columns count.
  UTF32
}
