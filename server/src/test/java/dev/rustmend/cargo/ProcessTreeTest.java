package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a check started outlives it: here a build script that ignores the request to end,
/// and the shell that it started.
@Timeout(60)
class ProcessTreeTest {
  private static final String BUILD_SCRIPT =
      """
      use std::process::Command;
      fn main() {
          let dir = std::env::var("PIDS").unwrap();
          let script = "trap '' TERM; echo $$ > $PIDS/new; mv $PIDS/new $PIDS/shell; while :; do sleep 1; done";
          let mut child = Command::new("sh").arg("-c").arg(script).spawn().unwrap();
          std::fs::write(format!("{dir}/new-script"), std::process::id().to_string()).unwrap();
          std::fs::rename(format!("{dir}/new-script"), format!("{dir}/script")).unwrap();
          child.wait().unwrap();
      }
      """;

  @TempDir Path folder;
  @TempDir Path pids;

  @Test
  void anInterruptEndsTheBuildScriptAndItsChildren() throws Exception {
    var crate =
        TestCrate.in(folder).file("build.rs", BUILD_SCRIPT).file("src/main.rs", "fn main() {}\n");
    var options = TestCrate.withEnvironment(Map.of("PIDS", pids.toString()));
    var check = new FutureTask<>(() -> crate.check(options));
    Thread thread = Thread.ofVirtual().name("check").start(check);

    List<ProcessHandle> started = List.of(process("script"), process("shell"));
    assertThat(started).allMatch(ProcessTree::runs);
    thread.interrupt();

    assertThatThrownBy(() -> check.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(started).noneMatch(ProcessTree::runs);
  }

  @Test
  void endingAProcessThatIsGoneDoesNothing() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    ProcessTree.end(process.toHandle());
    assertThat(process.isAlive()).isFalse();
  }

  /// The process whose id stands in the file, waited for.
  private ProcessHandle process(String name) throws IOException, InterruptedException {
    try (var watch = FileSystems.getDefault().newWatchService()) {
      pids.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(pids.resolve(name))) {
        watch.take().reset();
      }
    }
    long id = Long.parseLong(Files.readString(pids.resolve(name)).strip());
    return ProcessHandle.of(id).orElseThrow();
  }
}
