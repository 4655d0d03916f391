package dev.rustmend.prompt;

import dev.rustmend.syntax.RustItem;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A whole item that a model is shown under a number and may rewrite; a whole file where `item` is
/// empty.
///
/// `range` counts bytes in `text`, which is that of `file`; it holds the item with its attributes
/// and documentation.
public record ShownItem(
    int number, Path file, SourceText text, Optional<RustItem> item, TextRange range) {

  /// What it is, for people and for the model: ``function `main` ``, ``file `main.rs` ``.
  public String name() {
    return item.map(known -> "%s `%s`".formatted(known.kind().word(), known.name()))
        .orElseGet(() -> "file `%s`".formatted(file.getFileName()));
  }

  /// Its source without the indentation that all its lines share, lines ending in `\n`.
  String code() {
    String indent = indent();
    return String.join(
            "\n",
            lines().stream()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
                .toList())
        .strip();
  }

  /// What stands above the item itself and belongs to it: its documentation and attributes, without
  /// the shared indentation.
  String head() {
    String indent = indent();
    return item.map(known ->
            text.slice(new TextRange(range.start(), known.node().range().start()))
                .replace("\r\n", "\n")
                .replace("\n" + indent, "\n"))
        .orElse("");
  }

  /// The one-based line that it begins in.
  int line() {
    return text.lines().line(range.start()) + 1;
  }

  int length() {
    return range.length();
  }

  /// The text of the file with `code` in the place of the item, indented as the item is and with
  /// its line ends.
  SourceText with(String code) {
    String indent = indent();
    String end = original().contains("\r\n") ? "\r\n" : "\n";
    var indented = new StringBuilder();
    for (String line : code.lines().toList()) {
      boolean first = indented.isEmpty();
      indented.append(first ? "" : end).append(first || line.isEmpty() ? "" : indent).append(line);
    }
    if (item.isEmpty()) {
      indented.append(end);
    }
    String before = text.slice(new TextRange(0, range.start()));
    String after = text.slice(new TextRange(range.end(), text.length()));
    return SourceText.of(before + indented + after);
  }

  /// The source as it stands in the file.
  String original() {
    return text.slice(range);
  }

  /// The white space before the first line, where every other line that is not empty has it, too.
  private String indent() {
    int start = text.lines().start(text.lines().line(range.start()));
    String lead = text.slice(new TextRange(start, range.start()));
    boolean shared =
        lead.isBlank()
            && lines().stream().skip(1).allMatch(line -> line.isBlank() || line.startsWith(lead));
    return shared ? lead : "";
  }

  private List<String> lines() {
    return original().lines().toList();
  }
}
