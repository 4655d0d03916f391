package dev.rustmend.release;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The program of an image, run by its own runtime as its launcher runs it.
record Program(Path home) {
  private static final String MAIN = "dev.rustmend.cli.Main";

  /// Plays `training` and writes the classes that it loads into `archive`. The name of the jar is
  /// absolute, as the launcher's is: the JVM compares what follows the common folder.
  void train(String training, Path archive) throws IOException, InterruptedException {
    run(
        command(List.of("-XX:AOTCacheOutput=" + archive), List.of("training", training)),
        ProcessBuilder.Redirect.DISCARD,
        "the training run failed; cargo must be on the PATH");
    if (!archive.toFile().isFile()) {
      throw new ReleaseFailure("the training run wrote no archive of classes");
    }
  }

  /// What the program prints for these arguments.
  byte[] output(String... arguments) throws IOException, InterruptedException {
    File file = File.createTempFile("rustmend-release", ".txt");
    try {
      run(
          command(List.of(), Arrays.asList(arguments)),
          ProcessBuilder.Redirect.to(file),
          "rustmend %s failed".formatted(String.join(" ", arguments)));
      return Files.readAllBytes(file.toPath());
    } finally {
      Files.delete(file.toPath());
    }
  }

  private List<String> command(List<String> more, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(home.resolve(Image.RUNTIME).resolve("bin/java").toString());
    command.addAll(more);
    command.add("@" + home.resolve(Image.OPTIONS));
    command.add("-cp");
    command.add(home.resolve(Image.JAR).toString());
    command.add(MAIN);
    command.addAll(arguments);
    return command;
  }

  private static void run(List<String> command, ProcessBuilder.Redirect output, String sentence)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .redirectOutput(output)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new ReleaseFailure(sentence);
    }
  }

  private static File nothing() throws IOException {
    File file = File.createTempFile("rustmend-release", ".in");
    file.deleteOnExit();
    return file;
  }
}
