package dev.rustmend.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A process of its own that opens an index: it writes one passage for each line of its input, or
/// without end, and tells in a file what it has written.
final class SearchProcess {
  private SearchProcess() {}

  /// Arguments: the folder of the index, the file to tell in, and `lines`, `endless`, or the name
  /// of what it learns.
  public static void main(String[] arguments) throws Exception {
    Path told = Path.of(arguments[1]);
    try (SearchIndex index =
        switch (SearchIndex.open(Path.of(arguments[0]), Optional.empty())) {
          case OpenResult.Opened opened -> opened.index();
          case OpenResult.Rebuilt rebuilt -> rebuilt.index();
          case OpenResult.ReadOnly readOnly -> readOnly.index();
          case OpenResult.Unavailable(String why) -> throw new IllegalStateException(why);
        }) {
      tell(told, index.facts().role().name());
      if (arguments[2].equals("lines")) {
        writeLines(index, told);
      } else if (arguments[2].equals("endless")) {
        writeWithoutEnd(index, told);
      } else {
        learnWithoutEnd(index, told, arguments[2]);
      }
    }
  }

  static Process start(Path folder, Path told, String what) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SearchProcess.class.getName(),
            folder.toString(),
            told.toString(),
            what)
        .redirectErrorStream(true)
        .redirectOutput(told.resolveSibling(told.getFileName() + ".output").toFile())
        .start();
  }

  private static void writeLines(SearchIndex index, Path told) throws Exception {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      index.add("doc", List.of(Passages.doc(line, line, "Text.")), Map.of());
      tell(told, line);
    }
  }

  private static void writeWithoutEnd(SearchIndex index, Path told) throws Exception {
    for (int round = 0; ; round++) {
      var passages = new ArrayList<Passage>();
      for (int i = 0; i < 20; i++) {
        passages.add(Passages.doc("p" + i, "Passage " + i, "Round " + round));
      }
      index.update("doc", passages, Map.of());
      tell(told, "round " + round);
    }
  }

  /// Learns one passage after the other whenever it is the writer.
  private static void learnWithoutEnd(SearchIndex index, Path told, String name) throws Exception {
    for (int next = 0; ; ) {
      Passage passage = Passages.doc(name + "-" + next, "Learned", "Text.");
      if (index.add("learned", List.of(passage), Map.of()) instanceof UpdateResult.Written) {
        tell(told, String.valueOf(next++));
      }
    }
  }

  private static void tell(Path told, String what) throws IOException {
    Path fresh = told.resolveSibling(told.getFileName() + ".new");
    Files.writeString(fresh, what);
    Files.move(fresh, told, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
