package dev.rustmend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every Java file is formatted by google-java-format. `mvn test -Dtest=FormattingTest
/// -Dformat.write=true` writes the files instead.
///
/// It is a test, and not a Maven plugin, because the formatter parses with the compiler of the JVM
/// it runs in: Maven may run on an older JDK than the sources are written for, Surefire does not.
class FormattingTest {

  @Test
  void everyFileIsFormatted() throws Exception {
    boolean write = Boolean.getBoolean("format.write");
    var formatter = new Formatter(JavaFormatterOptions.builder().build());
    var wrong = new ArrayList<Path>();
    for (Path file : SourceTree.javaFiles()) {
      String source = Files.readString(file);
      String formatted =
          formatter.formatSource(
              ImportOrderer.reorderImports(
                  RemoveUnusedImports.removeUnusedImports(source),
                  JavaFormatterOptions.Style.GOOGLE));
      if (!source.equals(formatted)) {
        wrong.add(file);
        writeIf(write, file, formatted);
      }
    }
    assertThat(write ? List.<Path>of() : wrong)
        .as("run: mvn test -Dtest=FormattingTest -Dformat.write=true")
        .isEmpty();
  }

  private static void writeIf(boolean write, Path file, String formatted) throws IOException {
    if (write) {
      Files.writeString(file, formatted);
    }
  }
}
