package dev.rustmend.proof;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.Program;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the compiler says of programs of one entry, in one scratch package.
record Judge(ScratchCrate scratch, CheckOptions.Command command) {

  /// The judge of the programs of `entry`: clippy for its lints, else rustc.
  static Judge of(Entry entry, ScratchCrate scratch) {
    boolean clippy = entry.codes().stream().anyMatch(code -> code.startsWith("clippy::"));
    return new Judge(scratch, clippy ? CheckOptions.Command.CLIPPY : CheckOptions.Command.CHECK);
  }

  /// The errors in `files` and, for a program that only warns, the warnings. The files stay in the
  /// package.
  List<Diagnostic> diagnostics(Map<String, String> files, Program program)
      throws InterruptedException {
    scratch.write(files);
    return scratch.check(command).stream()
        .filter(diagnostic ->
            diagnostic.level() == Level.WARNING ? program.onlyWarns() : diagnostic.isError())
        .toList();
  }

  /// Whether `files` have no error.
  boolean compiles(Map<String, String> files, Program program) throws InterruptedException {
    return diagnostics(files, program).stream().noneMatch(Diagnostic::isError);
  }

  /// Those of `found` that `program` is about: neither companions nor, beside a lint, anything
  /// else.
  static List<Diagnostic> relevant(Program program, List<Diagnostic> found) {
    return told(program, found).stream()
        .filter(diagnostic -> !program.companions().contains(diagnostic.codeText()))
        .toList();
  }

  /// Those of `found` that must be just what the fence of `program` names.
  static List<Diagnostic> told(Program program, List<Diagnostic> found) {
    return found.stream()
        .filter(diagnostic ->
            program.onlyWarns()
                ? diagnostic.codeText().equals(program.code())
                : diagnostic.isError())
        .toList();
  }

  /// `files`, by their path in the package, with the patch of `candidate`.
  Map<String, String> applied(Candidate candidate, Map<String, String> files) {
    var after = new HashMap<>(files);
    for (Path file : candidate.patch().files()) {
      String name = scratch.folder().relativize(file).toString().replace('\\', '/');
      SourceText text = SourceText.of(files.getOrDefault(name, ""));
      after.put(name, candidate.patch().apply(file, text).string());
    }
    return after;
  }
}
