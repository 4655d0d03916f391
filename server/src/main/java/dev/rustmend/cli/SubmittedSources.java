package dev.rustmend.cli;

import dev.rustmend.service.ProgressListener;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.service.SourceFixer;
import dev.rustmend.service.SourceRequest;
import dev.rustmend.service.SourceResult;
import dev.rustmend.submission.RefusedException;
import dev.rustmend.submission.Sources;
import dev.rustmend.submission.Submission;
import dev.rustmend.submission.SubmissionResult;
import dev.rustmend.submission.Submissions;

/// Sources that programs send, judged and repaired as submissions.
record SubmittedSources(Submissions submissions) implements SourceFixer {

  @Override
  public SourceResult fix(SourceRequest request, ProgressListener progress)
      throws InterruptedException {
    Submission.Aim aim =
        switch (request.wish()) {
          case CHECK -> Submission.Aim.CHECK;
          case FIX -> Submission.Aim.FIX;
        };
    try {
      progress.progress("compiling in a throw-away workspace", 0, 0);
      SubmissionResult result =
          submissions.run(
              new Submission(Sources.of(request.files()), aim, request.fixes()),
              record ->
                  progress.progress(
                      "round %d: %s".formatted(record.round(), record.fix().title()), 0, 0));
      return new SourceResult(
          result.outcome(), result.root(), result.files(), result.command(), result.notes());
    } catch (RefusedException e) {
      throw failure(e);
    }
  }

  /// The same failure in terms of the service.
  static ServiceFailure failure(RefusedException refused) {
    Kind kind =
        switch (refused.kind()) {
          case INVALID, UNCONFINED -> Kind.INVALID;
          case TOO_LARGE -> Kind.TOO_LARGE;
          case LIMIT -> Kind.TIMEOUT;
          case ENVIRONMENT -> Kind.ENVIRONMENT;
        };
    return new ServiceFailure(kind, refused.sentence(), refused);
  }
}
