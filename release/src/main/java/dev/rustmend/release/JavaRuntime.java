package dev.rustmend.release;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/// A Java runtime with the modules that rustmend uses and no more, made by the `jlink` of the JDK
/// that runs this program, and so for its platform.
final class JavaRuntime {
  /// No jar names these: elliptic curves for https, names of hosts with other letters, and the
  /// flight recorder, for who reports that something is slow.
  private static final Set<String> ADDED = Set.of("jdk.crypto.ec", "jdk.charsets", "jdk.jfr");

  /// Jetty and Jackson look for java.desktop and do without; Lucene uses the vectors only of a JVM
  /// that is told to open that module, and ours is not.
  private static final Set<String> LEFT_OUT = Set.of("java.desktop", "jdk.incubator.vector");

  private JavaRuntime() {}

  /// Makes a runtime for `jar` with `libraries` in the new folder `runtime`.
  static void create(Path runtime, Path jar, List<Path> libraries)
      throws IOException, InterruptedException {
    Set<String> modules = modules(jar, libraries);
    run(
        "jlink",
        List.of(
            "--add-modules=" + String.join(",", modules),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--dedup-legal-notices=error-if-not-same-content",
            "--output=" + runtime));
    archiveClasses(runtime);
  }

  private static Set<String> modules(Path jar, List<Path> libraries) {
    String classPath =
        String.join(File.pathSeparator, libraries.stream().map(Path::toString).toList());
    String found =
        run(
            "jdeps",
            List.of(
                "--ignore-missing-deps",
                "--print-module-deps",
                "--multi-release=" + Runtime.version().feature(),
                "--recursive",
                "--class-path=" + classPath,
                jar.toString()));
    Set<String> modules = new TreeSet<>(ADDED);
    Pattern.compile(",").splitAsStream(found.strip()).forEach(modules::add);
    modules.removeAll(LEFT_OUT);
    return modules;
  }

  /// Makes the archive of the JDK's own classes for the options that we start with, which jlink can
  /// not: what a start falls back to where there is no archive of ours.
  private static void archiveClasses(Path runtime) throws IOException, InterruptedException {
    Process dump =
        new ProcessBuilder(
                runtime.resolve("bin/java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC",
                "-Xshare:dump")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (dump.waitFor() != 0) {
      throw new ReleaseFailure("the new runtime can not archive its classes");
    }
  }

  private static String run(String tool, List<String> arguments) {
    var output = new ByteArrayOutputStream();
    var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
    int code =
        ToolProvider.findFirst(tool)
            .orElseThrow(
                () -> new ReleaseFailure("this Java has no %s: run with a JDK".formatted(tool)))
            .run(stream, stream, new ArrayList<>(arguments).toArray(String[]::new));
    String text = output.toString(StandardCharsets.UTF_8);
    if (code != 0) {
      throw new ReleaseFailure("%s failed: %s".formatted(tool, text.strip()));
    }
    return text;
  }
}
