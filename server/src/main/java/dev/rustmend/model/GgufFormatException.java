package dev.rustmend.model;

/// A file that is no usable GGUF file. The message completes the sentence "FILE …".
final class GgufFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  GgufFormatException(String what) {
    super(what);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
