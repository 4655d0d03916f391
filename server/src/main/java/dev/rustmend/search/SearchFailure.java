package dev.rustmend.search;

/// The index could not be read; the message says why and what to do.
public final class SearchFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  SearchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
