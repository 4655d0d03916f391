package dev.rustmend.cli;

import java.io.PrintStream;

/// Markdown that is printed while it grows. What is on the terminal stays there: only what the new
/// text adds to it is printed.
final class MarkdownStream {
  private final MarkdownText form;
  private final PrintStream out;
  private final StringBuilder markdown = new StringBuilder();
  private String printed = "";

  MarkdownStream(MarkdownText form, PrintStream out) {
    this.form = form;
    this.out = out;
  }

  /// Whether anything was printed.
  boolean begun() {
    return !printed.isEmpty();
  }

  /// Prints what `more` adds.
  void add(String more) {
    markdown.append(more);
    String whole = whole();
    // a mark that is open as yet may make another text of it: then the next piece tells
    if (whole.startsWith(printed)) {
      print(whole.substring(printed.length()));
      printed = whole;
    }
  }

  /// There is no more: ends the last line.
  void end() {
    String whole = whole();
    print(whole.startsWith(printed) ? whole.substring(printed.length()) : "\n\n" + whole);
    print("\n");
  }

  private String whole() {
    return String.join("\n", form.lines(markdown.toString()));
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }
}
