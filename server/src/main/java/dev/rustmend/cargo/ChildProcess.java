package dev.rustmend.cargo;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A program that runs with its standard input closed, its output read line by line and its error
/// output gathered. Closing it ends it with all that it started; so does the end of this JVM.
public final class ChildProcess implements AutoCloseable {
  private static final int QUEUE = 4096;
  private static final long LOOK_MILLIS = 100;
  private static final int QUIET_LOOKS = 10;
  private static final System.Logger LOG = System.getLogger(ChildProcess.class.getName());

  /// How a program ended: its exit status, its standard output, its error output.
  public record Output(int status, String text, String errors) {}

  private final Process process;
  private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(QUEUE);
  private final BoundedText errors = new BoundedText();
  private final Confinement.Guard guard;
  private final Consumer<String> onErrorLine;
  private final Thread shutdown;
  private final List<Thread> readers;

  private ChildProcess(
      Process process, String name, Confinement.Guard guard, Consumer<String> onErrorLine) {
    this.process = process;
    this.guard = guard;
    this.onErrorLine = onErrorLine;
    this.shutdown = Thread.ofPlatform().name("rustmend-end-" + name).unstarted(this::end);
    this.readers =
        List.of(
            Thread.ofVirtual().name(name + "-out").start(this::readOutput),
            Thread.ofVirtual().name(name + "-err").start(this::readErrors));
  }

  /// Starts the program. Throws [IOException] when it can not be started, or when this JVM is about
  /// to end.
  public static ChildProcess start(ProcessBuilder builder) throws IOException {
    return start(builder, Confinement.none(), _ -> {});
  }

  /// The same within `confinement`.
  public static ChildProcess start(ProcessBuilder builder, Confinement confinement)
      throws IOException {
    return start(builder, confinement, _ -> {});
  }

  /// The same; `onErrorLine` also gets each line of the error output, on a thread of its own.
  static ChildProcess start(
      ProcessBuilder builder, Confinement confinement, Consumer<String> onErrorLine)
      throws IOException {
    String program = builder.command().getFirst();
    String name = program.substring(program.lastIndexOf('/') + 1);
    Path directory =
        builder.directory() == null ? Path.of("").toAbsolutePath() : builder.directory().toPath();
    builder.command(confinement.line(builder.command(), directory));
    Process process = builder.start();
    process.getOutputStream().close();
    var child = new ChildProcess(process, name, confinement.guard(process.toHandle()), onErrorLine);
    try {
      Runtime.getRuntime().addShutdownHook(child.shutdown);
    } catch (IllegalStateException e) {
      child.end();
      child.guard.close();
      throw new IOException("rustmend is ending", e);
    }
    return child;
  }

  /// The next line of standard output, waited for; empty at its end. Throws [TimeoutException] when
  /// `deadline`, a value of [System#nanoTime], passes first.
  ///
  /// The output also counts as ended a second after the program did: a daemon that it left behind
  /// may hold the pipe open for ever.
  public Optional<String> nextLine(long deadline) throws InterruptedException, TimeoutException {
    int quietLooks = 0;
    while (quietLooks < QUIET_LOOKS) {
      checkTime(deadline);
      Optional<String> line = lines.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (line != null) {
        return line;
      }
      quietLooks += process.isAlive() ? 0 : 1;
    }
    return Optional.empty();
  }

  /// All that the program wrote, once it has ended.
  public Output output(long deadline) throws InterruptedException, TimeoutException {
    var text = new StringBuilder();
    for (Optional<String> line = nextLine(deadline); line.isPresent(); line = nextLine(deadline)) {
      text.append(line.get()).append('\n');
    }
    return new Output(exitCode(deadline), text.toString(), errors());
  }

  /// Waits for the program's end and returns its exit status; throws [TimeoutException] when
  /// `deadline` passes first.
  public int exitCode(long deadline) throws InterruptedException, TimeoutException {
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      checkTime(deadline);
    }
    return process.exitValue();
  }

  /// What the program wrote to its error output, of much text the beginning and the end; complete
  /// once the program has ended.
  public String errors() throws InterruptedException {
    if (!process.isAlive()) {
      readers.getLast().join(java.time.Duration.ofMillis(LOOK_MILLIS * QUIET_LOOKS));
    }
    return errors.toString();
  }

  /// Ends the program with all its descendants, if it still runs.
  @Override
  public void close() {
    end();
    readers.forEach(Thread::interrupt);
    guard.close();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdown);
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "the JVM is ending: its hook ends the program as well", e);
    }
  }

  private void end() {
    if (process.isAlive()) {
      guard.kill();
    }
    if (process.isAlive()) {
      ProcessTree.end(process.toHandle());
    }
  }

  private static void checkTime(long deadline) throws TimeoutException {
    if (System.nanoTime() - deadline > 0) {
      throw new TimeoutException("the program took too long");
    }
  }

  private void readOutput() {
    try {
      readLines(process.getInputStream(), line -> lines.put(Optional.of(line)));
      lines.put(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readErrors() {
    try {
      readLines(
          process.getErrorStream(),
          line -> {
            errors.addLine(line);
            onErrorLine.accept(line);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A pipe that breaks because the program is killed ends like any other.
  private void readLines(InputStream stream, Sink sink) throws InterruptedException {
    try (var reader = new BufferedReader(new Counted(stream, guard))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        sink.accept(line);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a program's output broke off", e);
    }
  }

  /// What a program writes, up to where its guard says that it is too much.
  private static final class Counted extends FilterReader {
    private final Confinement.Guard guard;

    Counted(InputStream stream, Confinement.Guard guard) {
      super(new InputStreamReader(stream, StandardCharsets.UTF_8));
      this.guard = guard;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      return count > 0 && !guard.wrote(count) ? -1 : count;
    }
  }

  private interface Sink {
    void accept(String line) throws InterruptedException;
  }
}
