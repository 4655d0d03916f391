package dev.rustmend.rustcoder;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.submission.FileEdits;
import dev.rustmend.submission.FileMarkers;
import dev.rustmend.submission.RefusedException;
import dev.rustmend.submission.Sources;
import dev.rustmend.submission.Submission;
import dev.rustmend.submission.SubmissionResult;
import dev.rustmend.submission.Submissions;
import dev.rustmend.text.TextEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compiles and repairs sources that come as one text.
record Builds(Submissions submissions, RunRule rule) {
  /// The most builds that may be asked for.
  private static final int MOST_ATTEMPTS = 20;

  private static final Duration RUN = Duration.ofSeconds(10);

  /// `/compile`.
  Reply compile(String code) throws InterruptedException {
    try {
      Sources sources = Sources.of(files(code));
      SubmissionResult result = run(sources, Submission.Aim.CHECK, 1);
      var body = new LinkedHashMap<String, @Nullable Object>();
      body.put("success", result.isClean());
      body.put("files", List.copyOf(sources.files().keySet()));
      body.put("build_output", output(result.outcome().after()));
      if (result.isClean()) {
        putRun(body, sources);
      } else {
        body.put("error_details", details(result));
      }
      putProof(body, result);
      return new Reply.Json(200, body);
    } catch (RefusedException e) {
      return refused(e);
    }
  }

  /// `/compile-and-fix`; `attempts` counts builds.
  Reply compileAndFix(String code, int attempts) throws InterruptedException {
    try {
      Sources sources = Sources.of(files(code));
      int builds = Math.clamp(attempts, 1, MOST_ATTEMPTS);
      Submission.Aim aim = builds == 1 ? Submission.Aim.CHECK : Submission.Aim.FIX;
      SubmissionResult result = run(sources, aim, Math.max(1, builds - 1));
      boolean clean = result.isClean();
      var body = new LinkedHashMap<String, @Nullable Object>();
      body.put("success", clean);
      body.put("message", message(result));
      body.put("attempts", attempts(result));
      body.put("combined_text", FileMarkers.text(result.files()));
      body.put("files", result.files());
      body.put("build_output", output(result.outcome().after()));
      if (clean) {
        putRun(body, Sources.of(result.files()));
      }
      body.put("build_success", clean);
      body.put("stop_reason", clean ? "clean" : "no verified fix is left");
      body.put("edits", edits(result));
      putProof(body, result);
      return new Reply.Json(200, body);
    } catch (RefusedException e) {
      return refused(e);
    }
  }

  /// The files of a text with markers; a text without one is a program, or a library when it has no
  /// `main`.
  static SortedMap<String, String> files(String code) {
    SortedMap<String, String> files = FileMarkers.files(code);
    if (!files.isEmpty()) {
      return files;
    }
    var single = new TreeMap<String, String>();
    String name = code.contains("fn main(") ? "src/main.rs" : "src/lib.rs";
    single.putAll(FileMarkers.files("[filename: " + name + "]\n" + code));
    return single;
  }

  private SubmissionResult run(Sources sources, Submission.Aim aim, int rounds)
      throws InterruptedException {
    FixRequest everything = FixRequest.everything().with(FixRequest.ModelUse.ASKED_LAST);
    var request = new FixRequest(rounds, everything.only(), everything.file(), everything.model());
    return submissions.run(new Submission(sources, aim, request), _ -> {});
  }

  private void putRun(Map<String, @Nullable Object> body, Sources sources)
      throws InterruptedException {
    Optional<String> output =
        rule == RunRule.IN_SANDBOX ? submissions.output(sources, RUN) : Optional.empty();
    body.put("run_output", output.orElse(null));
    if (output.isEmpty()) {
      body.put(
          "run_skipped",
          rule == RunRule.NEVER
              ? "programs are not run unless the operator allows it"
              : "the program did not end well in a sandbox, or there is none");
    }
  }

  private static void putProof(Map<String, @Nullable Object> body, SubmissionResult result) {
    body.put("verified", true);
    body.put("command", result.command());
    body.put("sandbox", result.sandbox().word());
    body.put("errors_before", result.outcome().before().errors());
    body.put("remaining_errors", result.outcome().after().errors());
    body.put("diagnostics", diagnostics(result));
    if (!result.notes().isEmpty()) {
      body.put("notes", result.notes());
    }
  }

  private static List<Map<String, @Nullable Object>> attempts(SubmissionResult result) {
    var attempts = new ArrayList<Map<String, @Nullable Object>>();
    Report before = result.outcome().before();
    attempts.add(attempt(1, before.errors() == 0, output(before)));
    Map<Integer, String> applied =
        result.outcome().audit().stream()
            .filter(record -> record.outcome().equals("kept"))
            .collect(
                Collectors.groupingBy(
                    AuditRecord::round,
                    TreeMap::new,
                    Collectors.mapping(record -> record.fix().title(), Collectors.joining("\n"))));
    for (String titles : applied.values()) {
      attempts.add(attempt(attempts.size() + 1, false, "applied: " + titles));
    }
    if (attempts.size() > 1) {
      int last = attempts.size();
      String output = String.valueOf(attempts.getLast().get("output"));
      String rest = output(result.outcome().after());
      attempts.set(
          last - 1,
          attempt(last, result.isClean(), rest.isEmpty() ? output : output + "\n" + rest));
    }
    return attempts;
  }

  private static Map<String, @Nullable Object> attempt(int number, Boolean success, String output) {
    var attempt = new LinkedHashMap<String, @Nullable Object>();
    attempt.put("attempt", number);
    attempt.put("success", success);
    attempt.put("output", output);
    return attempt;
  }

  private static String message(SubmissionResult result) {
    long left = result.outcome().after().errors();
    if (result.isClean()) {
      return result.outcome().before().errors() == 0
          ? "The code compiles as it is"
          : "The code was fixed and compiles";
    }
    return left == 1 ? "1 error is left" : left + " errors are left";
  }

  /// What the compiler says, errors before warnings.
  private static String output(Report report) {
    return report.problems().stream()
        .map(Problem::diagnostic)
        .sorted(java.util.Comparator.comparing(Diagnostic::isError).reversed())
        .map(Diagnostic::rendered)
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, @Nullable Object> details(SubmissionResult result) {
    Report report = result.outcome().after();
    Optional<Diagnostic> first =
        report.problems().stream().map(Problem::diagnostic).filter(Diagnostic::isError).findFirst();
    var details = new LinkedHashMap<String, @Nullable Object>();
    details.put("full_error", output(report));
    details.put("error_message", first.map(Diagnostic::headline).orElse(""));
    details.put(
        "error_location",
        first
            .flatMap(Diagnostic::primary)
            .map(span -> "%s:%d:%d".formatted(result.name(span.file()), span.line(), span.column()))
            .orElse(""));
    return details;
  }

  private static List<Map<String, @Nullable Object>> diagnostics(SubmissionResult result) {
    var all = new ArrayList<Map<String, @Nullable Object>>();
    for (Problem problem : result.outcome().after().problems()) {
      Diagnostic diagnostic = problem.diagnostic();
      var one = new LinkedHashMap<String, @Nullable Object>();
      one.put("code", diagnostic.codeText());
      one.put("level", diagnostic.level().word());
      one.put("message", diagnostic.message());
      diagnostic
          .primary()
          .ifPresent(span -> {
            one.put("file", result.name(span.file()));
            one.put("line", span.line());
            one.put("column", span.column());
          });
      all.add(one);
    }
    return all;
  }

  private static List<Map<String, @Nullable Object>> edits(SubmissionResult result) {
    var all = new ArrayList<Map<String, @Nullable Object>>();
    for (FileEdits file : result.edits()) {
      for (TextEdit edit : file.edits()) {
        var one = new LinkedHashMap<String, @Nullable Object>();
        one.put("file", file.path());
        one.put("sha256", file.sha256());
        one.put("start", edit.range().start());
        one.put("end", edit.range().end());
        one.put("newText", edit.newText());
        all.add(one);
      }
    }
    return all;
  }

  /// Sources that are not taken are the caller's mistake; a build that is ended is a failed build.
  private static Reply refused(RefusedException e) {
    return switch (e.kind()) {
      case INVALID, UNCONFINED -> Body.failure(400, e.sentence());
      case TOO_LARGE -> Body.failure(413, e.sentence());
      case ENVIRONMENT -> Body.failure(500, e.sentence());
      case LIMIT -> {
        var body = Body.of("success", false);
        body.put("message", e.sentence());
        body.put("attempts", List.of());
        body.put("combined_text", "");
        body.put("files", List.of());
        body.put("build_output", e.sentence());
        body.put("build_success", false);
        body.put("stop_reason", "limit");
        var details = Body.of("full_error", e.sentence());
        details.put("error_message", e.sentence());
        details.put("error_location", "");
        body.put("error_details", details);
        yield new Reply.Json(200, body);
      }
    };
  }
}
