package dev.rustmend.cargo;

import dev.rustmend.cargo.CargoFailure.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what cargo and rustup print when they can not do their work into one sentence: what is
/// wrong, what to do. The texts are those of cargo 1.95 and rustup 1.29, and older ones where they
/// are known to differ.
final class Failures {

  /// A cause and its mark in cargo's error output; `%s` in the sentence is what the first group of
  /// the pattern matched, or the first line of cargo's error.
  private record Cause(Kind kind, Pattern mark, String sentence) {
    Cause(Kind kind, String mark, String sentence) {
      this(kind, Pattern.compile(mark), sentence);
    }
  }

  private static final String NO_MANIFEST =
      "There is no Cargo.toml in %s or above it. Open a folder that belongs to a Cargo package, or"
          + " run `cargo init` there.";
  private static final String FIX_MANIFEST = "cargo cannot use a manifest: %s. Correct Cargo.toml.";
  private static final String FIX_DEPENDENCIES =
      "cargo cannot resolve the dependencies: %s. Correct them in Cargo.toml.";

  /// In order: the first that matches counts.
  private static final List<Cause> CAUSES =
      List.of(
          new Cause(
              Kind.MISSING_COMPONENT,
              "'cargo-(clippy)' is not installed|no such command: `(?:clippy)`",
              "clippy is not installed for this toolchain. Run `rustup component add clippy`, or"
                  + " set `check.command` to `check`."),
          new Cause(
              Kind.MISSING_COMPONENT,
              "error: ('[^']+' is not installed for the \\S+ toolchain '[^']+'|'[^']+' is not"
                  + " installed for the toolchain '[^']+')",
              "A component is missing: %s. Run `rustup component add` for it."),
          new Cause(
              Kind.MISSING_TOOLCHAIN,
              "toolchain '([^']+)'[^\\n]* is not installed",
              "The Rust toolchain %s is not installed. Run `rustup toolchain install` in the"
                  + " project, or change its rust-toolchain.toml."),
          new Cause(
              Kind.MISSING_TOOLCHAIN,
              "no override and no default toolchain set|could not choose a version of",
              "rustup has no default toolchain. Run `rustup default stable`."),
          new Cause(
              Kind.NO_MANIFEST,
              "could not find `Cargo.toml` in `([^`]+)`|manifest path `([^`]+)` does not exist",
              NO_MANIFEST),
          new Cause(
              Kind.LOCKED,
              "--(?:locked|frozen) was passed",
              "Cargo.lock is missing or out of date, and rustmend may not change it here. Run"
                  + " `cargo update --workspace`, or `cargo build` once."),
          new Cause(
              Kind.OFFLINE,
              "offline mode|--offline was specified|net\\.offline",
              "cargo had to stay offline, and %s. Run `cargo fetch` with a connection, or correct"
                  + " the dependency in Cargo.toml."),
          new Cause(
              Kind.OFFLINE,
              "spurious network error|[Cc]ould(?:n't| not) resolve host|failed to download from"
                  + "|failed to fetch `|failed to connect to|network failure|[Cc]onnection refused",
              "A dependency could not be fetched: %s. Check the connection, then run `cargo"
                  + " fetch`."),
          new Cause(
              Kind.BUILD_SCRIPT,
              "failed to run custom build command for `([^` ]+)",
              "The build script of %s failed. Its output says why: run `cargo check` in a"
                  + " terminal."),
          new Cause(
              Kind.RESOLVE,
              "failed to select a version|no matching package|does not (?:contain this|have)"
                  + " (?:these )?feature|cyclic package dependency|none of the selected packages"
                  + " contains|is not supported by the following package|package collision|"
                  + "failed to get `[^`]+` as a dependency|package ID specification .* did not match",
              FIX_DEPENDENCIES),
          new Cause(
              Kind.BAD_MANIFEST,
              "failed to (?:parse|load|read) (?:the )?manifest|failed to parse lock file|"
                  + "--> [^\\n]*Cargo\\.(?:toml|lock):\\d+|believes it's in a workspace when"
                  + " it's not|multiple workspace roots|failed to read `[^`]*Cargo\\.toml`|"
                  + "invalid type: |virtual manifest",
              FIX_MANIFEST));

  private static final Pattern ERROR_LINE = Pattern.compile("(?m)^error(?:\\[\\w+\\])?: (.*)$");
  private static final Pattern BACKTRACE =
      Pattern.compile("\\n+Stack backtrace:\\n.*", Pattern.DOTALL);
  private static final Pattern NEEDS_FETCH =
      Pattern.compile("offline mode|--offline was specified");
  private static final Pattern TOO_OLD =
      Pattern.compile("unexpected argument '--keep-going'|`--keep-going` flag is unstable");

  private Failures() {}

  static CargoFailure noCargo() {
    return new CargoFailure(
        Kind.NO_CARGO,
        "There is no cargo on the PATH or in ~/.cargo/bin. Install Rust from https://rustup.rs.",
        "");
  }

  static CargoFailure noFolder(Path folder) {
    return new CargoFailure(
        Kind.NO_MANIFEST, "There is no folder %s. Choose another one.".formatted(folder), "");
  }

  static CargoFailure noManifest(Path place) {
    return new CargoFailure(Kind.NO_MANIFEST, NO_MANIFEST.formatted(place), "");
  }

  static CargoFailure notStarted(Path program, IOException why) {
    return new CargoFailure(
        Kind.NO_CARGO,
        "%s could not be started: %s. Check the installation with `cargo --version`."
            .formatted(program, why.getMessage()),
        why.toString());
  }

  static CargoFailure timeLimit(Duration limit, String errors) {
    boolean blocked = lastLine(errors).contains("Blocking waiting for file lock");
    String sentence =
        blocked
            ? "Another cargo held a lock for more than %d seconds. Wait for it to finish or end it."
            : "cargo took more than %d seconds and was ended. Raise `check.timeLimitSeconds`.";
    return new CargoFailure(Kind.TIME_LIMIT, sentence.formatted(limit.toSeconds()), errors);
  }

  /// The flag of ours that cargo refused to work with: it has to fetch, or it is too old to know
  /// the flag.
  static Optional<String> flagInTheWay(String errors) {
    if (NEEDS_FETCH.matcher(errors).find()) {
      return Optional.of("--offline");
    }
    return TOO_OLD.matcher(errors).find() ? Optional.of("--keep-going") : Optional.empty();
  }

  /// What `errors`, cargo's error output, says about a run that ended with `status`.
  static CargoFailure of(int status, String errors) {
    String detail = BACKTRACE.matcher(errors).replaceFirst("").strip();
    for (Cause cause : CAUSES) {
      Matcher matcher = cause.mark().matcher(detail);
      if (matcher.find()) {
        return new CargoFailure(
            cause.kind(), cause.sentence().formatted(subject(matcher, detail)), detail);
      }
    }
    String sentence =
        "cargo failed: %s. Run `cargo check` in a terminal to see more."
            .formatted(firstError(detail).orElse("it ended with status " + status));
    return new CargoFailure(Kind.OTHER, sentence, detail);
  }

  private static String subject(Matcher matcher, String detail) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      if (text != null) {
        return text;
      }
    }
    return firstError(detail).orElse("unknown");
  }

  /// The first line of the error and, since cargo often names only the outermost step there, its
  /// innermost cause.
  private static Optional<String> firstError(String detail) {
    Matcher matcher = ERROR_LINE.matcher(detail);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String first = trimmed(matcher.group(1));
    int causes = detail.lastIndexOf("Caused by:\n");
    if (causes < 0) {
      return Optional.of(first);
    }
    String innermost = detail.substring(causes + "Caused by:\n".length()).strip();
    return Optional.of(first + ": " + trimmed(innermost.lines().findFirst().orElse("")));
  }

  private static String trimmed(String line) {
    String stripped = line.strip();
    return stripped.endsWith(".") || stripped.endsWith(":")
        ? stripped.substring(0, stripped.length() - 1)
        : stripped;
  }

  private static String lastLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
  }
}
