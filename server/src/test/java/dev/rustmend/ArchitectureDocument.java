package dev.rustmend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The code blocks of `ARCHITECTURE.md` that tests hold the code to, found by their info string.
final class ArchitectureDocument {
  static final Path FILE = SourceTree.SERVER.resolve("ARCHITECTURE.md");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private final List<String> lines;

  private ArchitectureDocument(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  static ArchitectureDocument read() throws IOException {
    return new ArchitectureDocument(Files.readAllLines(FILE));
  }

  /// The block `packages`: each package with those it may use, in the order of the document.
  Map<String, List<String>> packages() {
    return arrows("packages");
  }

  /// The block `fences`: each library or JDK class, by prefix, with the packages that may use it.
  Map<String, List<String>> fences() {
    return arrows("fences");
  }

  /// The blocks `mutable` and `scratch`: the first word of each line, such as
  /// `workspace.Workspace`.
  List<String> mutable() {
    return Stream.of("mutable", "scratch")
        .flatMap(info -> block(info).stream())
        .map(line -> words(line).getFirst())
        .toList();
  }

  private Map<String, List<String>> arrows(String info) {
    var table = new LinkedHashMap<String, List<String>>();
    for (String line : block(info)) {
      List<String> words = words(line);
      if (words.size() < 2 || !words.get(1).equals("->")) {
        throw new AssertionError(FILE + ", block " + info + ": not `name -> names`: " + line);
      }
      table.put(words.getFirst(), words.subList(2, words.size()));
    }
    return Collections.unmodifiableMap(table);
  }

  private List<String> block(String info) {
    int start = lines.indexOf("```" + info);
    if (start < 0) {
      throw new AssertionError(FILE + " has no code block ```" + info);
    }
    var block = new ArrayList<String>();
    for (String line : lines.subList(start + 1, lines.size())) {
      if (line.equals("```")) {
        return List.copyOf(block);
      }
      block.add(line);
    }
    throw new AssertionError(FILE + ": the code block ```" + info + " has no end");
  }

  private static List<String> words(String line) {
    return BLANKS.splitAsStream(line.strip()).toList();
  }
}
