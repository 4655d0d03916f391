package dev.rustmend.diagnostic;

import java.util.List;

/// A note or help below the root message, with the places it points at.
public record Note(Level level, String message, List<Span> spans) {
  public Note {
    spans = List.copyOf(spans);
  }
}
