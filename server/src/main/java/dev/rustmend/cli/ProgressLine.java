package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One line on stderr that says what is going on, drawn anew ten times a second and wiped at the
/// end. Where stderr is no terminal nothing is drawn.
final class ProgressLine implements AutoCloseable {
  private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final long PERIOD_MILLIS = 100;
  private static final int BAR = 20;

  private final PrintStream err;
  private final Paint paint;
  private final int columns;
  private final long began = System.nanoTime();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread drawer;
  private volatile State state;

  /// What the line shows: a verb, what has been found, and how much of the work is done.
  private record State(String verb, String text, int done, int total) {}

  private ProgressLine(Terminal terminal, Paint paint, String verb) {
    this.err = terminal.err();
    this.paint = paint;
    this.columns = terminal.columns();
    this.state = new State(verb, "", 0, 0);
    this.drawer = Thread.ofVirtual().name("progress").unstarted(this::draw);
  }

  /// Begins a line for work that `verb` names, such as `Checking`.
  static ProgressLine start(Terminal terminal, Paint paint, String verb, String text) {
    var line = new ProgressLine(terminal, paint, verb);
    line.show(text, 0, 0);
    boolean drawn =
        terminal.isInteractive(Terminal.Channel.ERR)
            && terminal.variable("TERM").filter("dumb"::equals).isEmpty();
    if (drawn) {
      line.drawer.start();
    } else {
      line.closed.countDown();
    }
    return line;
  }

  /// Replaces the text; of `total` steps `done` are behind us, or `total` is 0 when nobody knows.
  void show(String text, int done, int total) {
    state = new State(state.verb(), text, done, total);
  }

  /// Wipes the line. An interrupt is kept for the caller: the line is gone in a moment anyway.
  @Override
  public void close() {
    closed.countDown();
    try {
      drawer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Wipes the line, lets `printing` print, and goes on below what it has printed.
  void aside(Runnable printing) {
    synchronized (closed) {
      if (closed.getCount() > 0) {
        print("\r\u001b[K");
      }
      printing.run();
    }
  }

  private void draw() {
    try {
      for (int frame = 0; !closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS); frame++) {
        synchronized (closed) {
          print("\r" + line(state, frame) + "\u001b[K");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      print("\r\u001b[K");
    }
  }

  private String line(State now, int frame) {
    double seconds = (System.nanoTime() - began) / 1e9;
    String head = "%12s ".formatted(now.verb());
    String bar = now.total() == 0 ? "" : bar(now.done(), now.total());
    String rest =
        String.format(
            Locale.ROOT,
            "%s %s%s  %.1f s",
            FRAMES.charAt(frame % FRAMES.length()),
            bar,
            now.text(),
            seconds);
    int room = Math.max(0, columns - head.length() - 1);
    return paint.in(Ink.HELP, head) + (rest.length() > room ? rest.substring(0, room) : rest);
  }

  private static String bar(int done, int total) {
    int filled = Math.clamp((long) BAR * done / total, 0, BAR);
    String arrow = filled == 0 ? "" : "=".repeat(filled - 1) + ">";
    return "[%s%s] %d/%d ".formatted(arrow, " ".repeat(BAR - filled), done, total);
  }

  private void print(String text) {
    err.print(text);
    err.flush();
  }
}
