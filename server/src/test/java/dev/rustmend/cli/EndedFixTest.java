package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rustmend fix` is ended at random instants: by `kill -9`, and by Ctrl-C. It runs for minutes:
/// `mvn test -Pstress -Dtest=EndedFixTest`. The figures go to `target/ended-fix.txt`.
///
/// The crate has one error in each of many files, so that writing them takes a good part of a run,
/// and half of the kills are aimed at that part.
@Tag("stress")
class EndedFixTest {
  private static final int FILES = Integer.getInteger("stress.files", 150);
  private static final int KILLS = Integer.getInteger("stress.kills", 300);
  private static final int INTERRUPTS = Integer.getInteger("stress.interrupts", 20);
  private static final String BROKEN =
      "pub fn length() -> usize {\n    let list = vec![%d];\n    list.len\n}\n";
  private static final List<String> PERMISSIONS =
      List.of("rw-r--r--", "rw-------", "rwxr-xr-x", "rw-rw-rw-");

  @TempDir private Path folder;
  private final Map<Path, String> old = new LinkedHashMap<>();
  private final Map<Path, Set<PosixFilePermission>> permissions = new LinkedHashMap<>();
  private final long seed = Long.getLong("stress.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @BeforeEach
  void writeCrate() throws IOException {
    Path crate = folder.resolve("crate");
    Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"many\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
    var root = new StringBuilder();
    for (int i = 0; i < FILES; i++) {
      root.append("pub mod part_%d;\n".formatted(i));
      Path file = crate.resolve("src/part_%d.rs".formatted(i));
      old.put(file, BROKEN.formatted(i));
      Files.writeString(file, BROKEN.formatted(i));
      permissions.put(
          file, PosixFilePermissions.fromString(PERMISSIONS.get(i % PERMISSIONS.size())));
      Files.setPosixFilePermissions(file, permissions.get(file));
    }
    Files.writeString(crate.resolve("src/lib.rs"), root);
  }

  @Test
  void afterAKillEveryFileIsOldOrNewAndWhole() throws Exception {
    Duration whole = uninterrupted();
    uninterrupted(); // once more, with a warm cache
    Duration writing = writingTime();
    int inTheMiddle = 0;
    int allOld = 0;
    int allNew = 0;
    for (int i = 0; i < KILLS; i++) {
      Process fix = fix();
      if (i % 2 == 0) {
        fix.waitFor(random.nextLong(whole.toMillis()), TimeUnit.MILLISECONDS);
      } else {
        awaitFirstWrite(fix);
        long micros = random.nextLong(Math.max(1, writing.toNanos() / 1000));
        fix.waitFor(micros, TimeUnit.MICROSECONDS);
      }
      kill(fix);
      int fresh = freshFiles();
      allOld += fresh == 0 ? 1 : 0;
      allNew += fresh == FILES ? 1 : 0;
      inTheMiddle += fresh > 0 && fresh < FILES ? 1 : 0;
      restore();
    }
    tell(
        ("%d kills, seed %d, a run of %d ms of which %d ms are for writing %d files: all old %d,"
                + " some new %d, all new %d; no file damaged")
            .formatted(
                KILLS,
                seed,
                whole.toMillis(),
                writing.toMillis(),
                FILES,
                allOld,
                inTheMiddle,
                allNew));
    assertThat(uninterrupted()).isPositive();
    assertThat(inTheMiddle).isPositive();
  }

  @Test
  void anInterruptEndsItWithCode130AndLeavesNoChild() throws Exception {
    Duration whole = uninterrupted();
    var millis = new ArrayList<Long>();
    int children = 0;
    int interrupted = 0;
    for (int i = 0; i < INTERRUPTS; i++) {
      Process fix = fix();
      fix.waitFor(random.nextLong(whole.toMillis()), TimeUnit.MILLISECONDS);
      List<ProcessHandle> below = fix.descendants().toList();
      if (!fix.isAlive()) {
        restore();
        continue;
      }
      long start = System.nanoTime();
      new ProcessBuilder("kill", "-INT", String.valueOf(fix.pid())).start().waitFor();
      int code = fix.waitFor();
      millis.add((System.nanoTime() - start) / 1_000_000);
      assertThat(code).describedAs("exit code, seed %d, try %d", seed, i).isIn(130, 0);
      interrupted += code == 130 ? 1 : 0;
      assertThat(below).noneMatch(EndedFixTest::runs);
      children += below.size();
      freshFiles();
      restore();
    }
    tell(
        "%d interrupts, %d with code 130, seed %d, with %d children at work: ms to the end %s"
            .formatted(
                millis.size(), interrupted, seed, children, millis.stream().sorted().toList()));
    assertThat(children).isPositive();
    assertThat(2 * interrupted).isGreaterThan(millis.size());
  }

  /// An orphan that has ended counts as alive until process 1 collects it, but has no command.
  private static boolean runs(ProcessHandle child) {
    return child.isAlive() && child.info().command().isPresent();
  }

  /// How many files are new. Fails when one is neither old nor new, or has other permissions.
  private int freshFiles() throws IOException {
    int fresh = 0;
    for (var entry : old.entrySet()) {
      String now = Files.readString(entry.getKey());
      String young = entry.getValue().replace("list.len\n", "list.len()\n");
      assertThat(now).describedAs("seed %d", seed).isIn(entry.getValue(), young);
      assertThat(Files.getPosixFilePermissions(entry.getKey()))
          .isEqualTo(permissions.get(entry.getKey()));
      fresh += now.equals(young) ? 1 : 0;
    }
    return fresh;
  }

  private void restore() throws IOException {
    for (var entry : old.entrySet()) {
      if (!Files.readString(entry.getKey()).equals(entry.getValue())) {
        Files.writeString(entry.getKey(), entry.getValue());
      }
    }
  }

  private Duration uninterrupted() throws Exception {
    long start = System.nanoTime();
    Process fix = fix();
    assertThat(fix.waitFor()).isZero();
    var time = Duration.ofNanos(System.nanoTime() - start);
    assertThat(freshFiles()).isEqualTo(FILES);
    restore();
    return time;
  }

  private Duration writingTime() throws Exception {
    Process fix = fix();
    awaitFirstWrite(fix);
    long start = System.nanoTime();
    while (fix.isAlive() && freshFiles() < FILES) {
      Thread.onSpinWait();
    }
    var time = Duration.ofNanos(System.nanoTime() - start);
    fix.waitFor();
    restore();
    return time;
  }

  /// Waits until the first file of the run is about to be written.
  private void awaitFirstWrite(Process fix) throws IOException, InterruptedException {
    Path sources = folder.resolve("crate/src");
    long before = Files.getLastModifiedTime(sources).toMillis();
    while (fix.isAlive() && Files.getLastModifiedTime(sources).toMillis() == before) {
      fix.waitFor(200, TimeUnit.MICROSECONDS);
    }
  }

  private static void kill(Process fix) throws InterruptedException {
    List<ProcessHandle> below = fix.descendants().toList();
    fix.destroyForcibly().waitFor();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  private Process fix() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            // a test that a shell began in the background hands on that Ctrl-C is ignored
            "env",
            "--default-signal=INT",
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.rustmend.cli.Main",
            "fix",
            "-q",
            "--allow-dirty");
    builder.directory(folder.resolve("crate").toFile());
    builder.environment().put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output.txt").toFile());
    return builder.start();
  }

  private static void tell(String figures) throws IOException {
    Path file = Path.of("target/ended-fix.txt");
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, before + figures + "\n");
  }
}
