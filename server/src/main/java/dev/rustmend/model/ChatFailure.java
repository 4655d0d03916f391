package dev.rustmend.model;

/// What a service reports or does wrong. The message completes the sentence "it fails: …".
final class ChatFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ChatFailure(String what) {
    super(what);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
