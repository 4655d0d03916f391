package dev.rustmend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Files and methods stay small enough to be read at once: `STYLE.md`, "Sizes". The lines of a
/// method count from its annotations to its closing brace, without its doc comment.
class SizeTest {
  private static final int LINES_OF_A_FILE = 400;
  private static final int LINES_OF_A_METHOD = 60;

  @Test
  void noFileIsLongerThanItsLimit() throws IOException {
    var tooLong = new ArrayList<String>();
    for (Path file : SourceTree.javaFiles()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES_OF_A_FILE) {
        tooLong.add(SourceTree.SERVER.relativize(file) + ": " + lines + " lines");
      }
    }
    assertThat(tooLong)
        .as("files of more than %d lines: split them by topic", LINES_OF_A_FILE)
        .isEmpty();
  }

  @Test
  void noMethodIsLongerThanItsLimit() throws IOException {
    var methods = methods();
    assertThat(methods).as("methods that were read").hasSizeGreaterThan(100);
    assertThat(methods.stream().filter(method -> method.lines() > LINES_OF_A_METHOD))
        .as("methods of more than %d lines: give their steps names", LINES_OF_A_METHOD)
        .isEmpty();
  }

  private static List<Method> methods() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new ArrayList<Method>();
    try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var sources = files.getJavaFileObjectsFromPaths(SourceTree.javaFiles());
      var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Measure(unit, positions), found);
      }
    }
    return found;
  }

  /// A method, and how many lines it takes.
  private record Method(String file, String name, long lines) {}

  private static final class Measure extends TreeScanner<Void, List<Method>> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Measure(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, List<Method> found) {
      String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
      found.add(new Method(file, method.getName().toString(), lines(method)));
      return super.visitMethod(method, found);
    }

    private long lines(Tree tree) {
      return line(positions.getEndPosition(unit, tree))
          - line(positions.getStartPosition(unit, tree))
          + 1;
    }

    private long line(long position) {
      return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }
  }
}
