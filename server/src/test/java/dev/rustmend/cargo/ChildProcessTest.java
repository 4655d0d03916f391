package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChildProcessTest {

  @Test
  void standardInputIsClosed() throws Exception {
    assertThat(run("cat; echo end").text()).isEqualTo("end\n");
  }

  @Test
  void outputsAndStatusAreKept() throws Exception {
    ChildProcess.Output output = run("echo out; echo err >&2; exit 3");
    assertThat(output).isEqualTo(new ChildProcess.Output(3, "out\n", "err\n"));
  }

  @Test
  void ofMuchErrorOutputTheEndsAreKept() throws Exception {
    String errors =
        run("echo first >&2; i=0; while [ $i -lt 3000 ]; do echo "
                + "x".repeat(80)
                + " >&2; i=$((i+1)); done; echo last >&2")
            .errors();
    assertThat(errors).startsWith("first\n").endsWith("last\n").contains("[…]");
    assertThat(errors.length()).isLessThan(140_000);
  }

  @Test
  void aDaemonThatKeepsThePipeOpenDoesNotHoldUsUp() throws Exception {
    try (var child = start("sleep 600 & echo $!; exit 0")) {
      long pid = Long.parseLong(child.nextLine(inOneMinute()).orElseThrow());
      assertThat(child.nextLine(inOneMinute())).isEmpty();
      assertThat(child.exitCode(inOneMinute())).isZero();
      ProcessHandle.of(pid).ifPresent(ProcessTree::end);
    }
  }

  @Test
  void theDeadlineHoldsWhileLinesFlow() throws Exception {
    try (var child = start("while :; do echo x; done")) {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
      assertThatThrownBy(() -> child.output(deadline)).isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void theEndOfTheJvmEndsTheTree() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<ProcessHandle> children;
    try (var output = jvm.inputReader(StandardCharsets.UTF_8)) {
      children =
          Stream.of(output.readLine().split(" "))
              .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
              .toList();
    }
    jvm.destroy();
    jvm.waitFor();
    assertThat(children).hasSize(2).noneMatch(ProcessTree::runs);
  }

  /// The JVM of the last test: starts a shell, which starts a program, and says who they are.
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      try (var child = start("sleep 600 & echo $$ $!; wait");
          var out = new FileOutputStream(FileDescriptor.out)) {
        String pids = child.nextLine(inOneMinute()).orElseThrow() + "\n";
        out.write(pids.getBytes(StandardCharsets.UTF_8));
        out.flush();
        child.exitCode(inOneMinute());
      }
    }
  }

  private static ChildProcess.Output run(String script) throws Exception {
    try (var child = start(script)) {
      return child.output(inOneMinute());
    }
  }

  private static ChildProcess start(String script) throws IOException {
    return ChildProcess.start(new ProcessBuilder("sh", "-c", script));
  }

  private static long inOneMinute() {
    return System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
  }
}
