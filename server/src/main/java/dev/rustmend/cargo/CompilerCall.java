package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How cargo called the compiler for one crate: the variables that it set and the command line,
/// both as `cargo -vv` prints them. `directory` is the working directory of the call.
///
/// The same call made again on other texts says what cargo would say, as long as nothing that cargo
/// itself decides has changed: manifests, configuration, dependencies, build scripts.
public record CompilerCall(Path directory, Map<String, String> variables, List<String> command) {
  private static final String RUNNING = "Running `";
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
  private static final String CRATE_NAME = "--crate-name";
  private static final String OUT_DIR = "--out-dir";

  public CompilerCall {
    variables = Map.copyOf(variables);
    command = List.copyOf(command);
  }

  /// The call that a line of cargo's error output tells of; empty for any other line, and for a
  /// call of something else than a compiler of Rust.
  static Optional<CompilerCall> parse(String line, Path directory) {
    String text = line.strip();
    if (!text.startsWith(RUNNING) || !text.endsWith("`")) {
      return Optional.empty();
    }
    return ShellWords.of(text.substring(RUNNING.length(), text.length() - 1))
        .map(words -> ofWords(words, directory))
        .filter(call -> call.value(CRATE_NAME).isPresent() && call.value(OUT_DIR).isPresent());
  }

  private static CompilerCall ofWords(List<String> words, Path directory) {
    var variables = new LinkedHashMap<String, String>();
    int first = 0;
    while (first < words.size() && VARIABLE.matcher(words.get(first)).matches()) {
      String word = words.get(first++);
      int equals = word.indexOf('=');
      variables.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new CompilerCall(directory, variables, words.subList(first, words.size()));
  }

  /// Whether it compiles `crate`. The tests of a crate, procedural macros, and crates with a build
  /// script are never meant: more than their texts decides what becomes of them.
  public boolean isOf(CrateId crate) {
    boolean library = crate.kind().equals("lib");
    boolean program = crate.kind().equals("bin") || crate.kind().equals("example");
    String type = value("--crate-type").orElse("lib");
    return value(CRATE_NAME).equals(Optional.of(crate.target().replace('-', '_')))
        && !command.contains("--test")
        && !variables.containsKey("OUT_DIR")
        && !type.equals("proc-macro")
        && (type.equals("bin") ? program : library);
  }

  /// Whether it compiles a program, which no other crate can depend on.
  public boolean isOfProgram() {
    return value("--crate-type").equals(Optional.of("bin")) && !command.contains("--test");
  }

  /// The folder of the crate's `Cargo.toml`.
  public Optional<Path> manifestFolder() {
    return Optional.ofNullable(variables.get("CARGO_MANIFEST_DIR")).map(Path::of);
  }

  /// The files that the crate was made of when it was last compiled, also with errors, as absolute
  /// paths; none when rustc has not told yet.
  public Set<Path> sources() throws IOException {
    Path list = Path.of(value(OUT_DIR).orElse("")).resolve(fileName() + ".d");
    return new SourceList(list, directory).sources();
  }

  /// The same call with its results put into another folder.
  public List<String> into(Path folder) {
    var words = new ArrayList<>(command);
    words.set(words.indexOf(OUT_DIR) + 1, folder.toString());
    return words;
  }

  private String fileName() {
    String extra =
        command.stream()
            .filter(word -> word.startsWith("extra-filename="))
            .map(word -> word.substring(word.indexOf('=') + 1))
            .findFirst()
            .orElse("");
    return value(CRATE_NAME).orElse("") + extra;
  }

  private Optional<String> value(String option) {
    int at = command.indexOf(option);
    return at < 0 || at + 1 == command.size() ? Optional.empty() : Optional.of(command.get(at + 1));
  }
}
