package dev.rustmend.service;

import dev.rustmend.repair.FixOutcome;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;

/// Writes what `fix` changed, one file after another, each of them whole or not at all.
public final class ChangeWriter {
  private ChangeWriter() {}

  /// Writes all files when each still holds the text that was fixed; throws [ServiceFailure]
  /// otherwise, before the first is written.
  ///
  /// Writing is short and goes on when the user interrupts it, since a set of files that were
  /// compiled together belongs together; the interrupt counts afterwards.
  public static void write(Map<Path, FixOutcome.Change> changes) throws InterruptedException {
    changes.forEach(ChangeWriter::expectUnchanged);
    var writing = new FutureTask<Void>(() -> writeAll(changes), null);
    Thread.ofVirtual().name("write-changes").start(writing);
    boolean interrupted = false;
    while (true) {
      try {
        writing.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException | CancellationException e) {
        throw e.getCause() instanceof ServiceFailure failure
            ? failure
            : new ServiceFailure(
                ServiceFailure.Kind.ENVIRONMENT,
                "the files could not be written; look at their permissions",
                e);
      }
    }
    if (interrupted) {
      throw new InterruptedException("interrupted while files were written");
    }
  }

  /// New files come first: a file that nothing names yet does no harm, when the rest is cut off.
  private static void writeAll(Map<Path, FixOutcome.Change> changes) {
    writeThose(changes, FixOutcome.Change::isNew);
    writeThose(changes, change -> !change.isNew());
  }

  private static void writeThose(
      Map<Path, FixOutcome.Change> changes, Predicate<FixOutcome.Change> which) {
    changes.forEach((file, change) -> {
      if (!which.test(change)) {
        return;
      }
      try {
        if (change.isNew()) {
          AtomicFile.create(file, change.after().bytes());
        } else {
          AtomicFile.write(file, change.after().bytes());
        }
      } catch (IOException e) {
        throw new ServiceFailure(
            ServiceFailure.Kind.ENVIRONMENT,
            "%s could not be written and is as it was (%s); make it writable and run fix again"
                .formatted(file, e.getMessage()),
            e);
      }
    });
  }

  private static void expectUnchanged(Path file, FixOutcome.Change change) {
    if (change.isNew()) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new ServiceFailure(
            ServiceFailure.Kind.CHANGED,
            file + " came up while fix was at work; nothing was written, run fix again");
      }
      return;
    }
    try {
      if (SourceText.of(Files.readAllBytes(file)).sha256().equals(change.before().sha256())) {
        return;
      }
    } catch (IOException e) {
      throw new ServiceFailure(
          ServiceFailure.Kind.CHANGED,
          file + " can no longer be read; nothing was written, run fix again",
          e);
    }
    throw new ServiceFailure(
        ServiceFailure.Kind.CHANGED,
        file + " was changed while fix was at work; nothing was written, run fix again");
  }
}
