package dev.rustmend.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the programs of an entry and makes its diffs.
public final class ProgramReader {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern CARET = Pattern.compile("\\s*//\\s*(\\^+)\\s*(.*)");
  private static final Pattern FILE =
      Pattern.compile("// ((?:[a-z]+/)?src/\\S+\\.rs)|# ((?:[a-z]+/)?Cargo\\.toml)");

  private ProgramReader() {}

  /// The first word behind the language in a block's fence, such as `compile_fail`; else empty.
  static String tag(EntryText.Block block) {
    List<String> words = words(block);
    return words.size() > 1 ? words.get(1) : "";
  }

  private static List<String> words(EntryText.Block block) {
    return COMMA.splitAsStream(block.info()).map(String::strip).toList();
  }

  /// The program in `block`. Behind the tag in its fence stands the code that it must be told, then
  /// the codes of what else it is told.
  public static Program read(EntryText.Block block) {
    List<String> words = words(block);
    List<String> tags = words.subList(1, Math.min(words.size(), 2));
    String code = words.size() > 2 ? words.get(2) : "";
    Set<String> companions = words.stream().skip(3).collect(Collectors.toSet());
    var files = new TreeMap<String, String>();
    Optional<Program.Caret> caret = Optional.empty();
    for (var file : files(block.text()).entrySet()) {
      var code0 = new ArrayList<String>();
      for (String line : file.getValue().lines().toList()) {
        Matcher carets = CARET.matcher(line);
        if (carets.matches()) {
          caret =
              Optional.of(
                  new Program.Caret(
                      file.getKey(),
                      code0.size(),
                      line.codePointCount(0, line.indexOf('^')) + 1,
                      carets.group(1).length(),
                      carets.group(2).strip()));
        } else {
          code0.add(line);
        }
      }
      files.put(file.getKey(), String.join("\n", code0) + "\n");
    }
    return new Program(files, tags, code, companions, caret, block.line());
  }

  /// The files of a block: what stands before the first file name belongs to `src/main.rs`.
  private static Map<String, String> files(String text) {
    var files = new TreeMap<String, StringBuilder>();
    String current = Program.MAIN;
    for (String line : text.lines().toList()) {
      Matcher file = FILE.matcher(line);
      if (file.matches()) {
        current = file.group(1) == null ? file.group(2) : file.group(1);
      } else {
        files.computeIfAbsent(current, _ -> new StringBuilder()).append(line).append('\n');
      }
    }
    var texts = new TreeMap<String, String>();
    files.forEach((name, lines) -> {
      if (!lines.toString().isBlank()) {
        texts.put(name, lines.toString());
      }
    });
    return texts;
  }

  /// `program` with the changes that `diff` names. Throws [IllegalArgumentException] with a
  /// sentence when it does not fit.
  public static Map<String, String> repaired(Program program, String diff) {
    var repaired = new TreeMap<>(program.files());
    String onlyFile = program.caret().map(Program.Caret::file).orElse(Program.MAIN);
    Map<String, String> parts = files(diff);
    boolean named = diff.lines().anyMatch(line -> FILE.matcher(line).matches());
    if (!named && parts.containsKey(Program.MAIN)) {
      parts = Map.of(onlyFile, parts.get(Program.MAIN));
    }
    parts.forEach(
        (name, part) -> repaired.put(name, applied(repaired.getOrDefault(name, ""), part)));
    return repaired;
  }

  private static String applied(String text, String diff) {
    List<String> lines = new ArrayList<>(text.isEmpty() ? List.of("") : text.lines().toList());
    List<String> changes = diff.lines().filter(line -> !line.isBlank()).toList();
    int i = 0;
    while (i < changes.size()) {
      var removed = new ArrayList<String>();
      var added = new ArrayList<String>();
      for (; i < changes.size() && changes.get(i).startsWith("-"); i++) {
        removed.add(changes.get(i).substring(1));
      }
      for (; i < changes.size() && changes.get(i).startsWith("+"); i++) {
        added.add(changes.get(i).substring(1));
      }
      if (removed.isEmpty() && text.isEmpty()) {
        removed.add("");
      }
      if (removed.isEmpty()) {
        throw new IllegalArgumentException(
            "every run of `+` lines stands behind the `-` lines that it replaces");
      }
      replace(lines, removed, added);
    }
    String applied = String.join("\n", lines) + "\n";
    // a new file with one empty line stands for a file without any text
    return text.isEmpty() && applied.isBlank() ? "" : applied;
  }

  private static void replace(List<String> lines, List<String> removed, List<String> added) {
    var places = new ArrayList<Integer>();
    for (int at = 0; at + removed.size() <= lines.size(); at++) {
      if (lines.subList(at, at + removed.size()).equals(removed)) {
        places.add(at);
      }
    }
    if (places.size() != 1) {
      throw new IllegalArgumentException(
          "the removed lines beginning with `%s` occur %d times in the program, not once"
              .formatted(removed.isEmpty() ? "" : removed.getFirst().strip(), places.size()));
    }
    List<String> place = lines.subList(places.getFirst(), places.getFirst() + removed.size());
    place.clear();
    place.addAll(added);
  }
}
