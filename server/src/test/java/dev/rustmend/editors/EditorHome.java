package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A user's home folder with nothing in it but what README has them put there: a clean profile. Its
/// folder `bin` is on the PATH.
///
/// cargo and rustup stay those of the machine.
record EditorHome(Path folder) {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /// Makes a program `rustmend` that runs `command`, with its own arguments behind it.
  void putOnPath(List<String> command) throws IOException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("rustmend");
    String words = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Files.writeString(program, "#!/bin/sh\nexec " + words + " \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /// Runs the shell commands of the section `heading` of README, in the checkout.
  void followReadme(String heading) throws IOException, InterruptedException {
    for (String commands : readme(heading, "sh")) {
      var shell = new ProcessBuilder("sh", "-euc", commands).directory(ROOT.toFile());
      putInto(shell.environment());
      Path printed = folder.resolve("printed-by-sh.txt");
      run(shell.redirectErrorStream(true).redirectOutput(printed.toFile()), printed);
    }
  }

  /// The code blocks of a language in a section of README.
  static List<String> readme(String heading, String language) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int start = readme.indexOf("\n### " + heading + "\n");
    assertThat(start).as("README has a section “%s”", heading).isNotNegative();
    int end = readme.indexOf("\n#", start + 5);
    var blocks = new ArrayList<String>();
    var matcher = BLOCK.matcher(readme.substring(start, end));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    assertThat(blocks).as("blocks of %s in “%s”", language, heading).isNotEmpty();
    return blocks;
  }

  /// Makes this the home of a program that is started with `environment`.
  void putInto(Map<String, String> environment) {
    Path user = Path.of(System.getProperty("user.home"));
    environment.putIfAbsent("CARGO_HOME", user.resolve(".cargo").toString());
    environment.putIfAbsent("RUSTUP_HOME", user.resolve(".rustup").toString());
    environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("RUSTMEND_"));
    environment.put("HOME", folder.toString());
    environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
  }

  /// Runs an editor to its end and returns what it printed.
  String run(ProcessBuilder editor, Path printed) throws IOException, InterruptedException {
    var process = editor.start();
    try {
      boolean ended = process.waitFor(8, TimeUnit.MINUTES);
      String output = Files.readString(printed);
      assertThat(ended).as("%s ended by itself; %s%s", editor.command(), output, logs()).isTrue();
      assertThat(process.exitValue())
          .as("exit code of %s; %s%s", editor.command(), output, logs())
          .isZero();
      return output;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /// What editors wrote of their servers, the servers' error output included.
  private String logs() throws IOException {
    try (var files = Files.walk(folder)) {
      var text = new StringBuilder();
      for (Path log : files.filter(file -> file.endsWith("lsp.log")).toList()) {
        text.append(Files.readString(log));
      }
      return text.toString();
    }
  }

  /// Deletes what is kept in the home. A shadow holds links to the user's cargo home, which JUnit
  /// would warn of when it cleans up.
  void delete() throws IOException {
    EditorCrate.deleteTree(folder);
  }
}
