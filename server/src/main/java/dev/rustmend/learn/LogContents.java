package dev.rustmend.learn;

import java.util.List;

/// What a log says: its events in the order in which they were written, each once, and what is
/// wrong with lines of it, as sentences. `unknown` are whole lines of events that this version does
/// not know, which are kept; `lines` counts all.
public record LogContents(
    List<Event> events, List<String> problems, List<String> unknown, int lines) {
  static final LogContents EMPTY = new LogContents(List.of(), List.of(), List.of(), 0);

  public LogContents {
    events = List.copyOf(events);
    problems = List.copyOf(problems);
    unknown = List.copyOf(unknown);
  }
}
