package dev.rustmend.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.workspace.FolderWatch.Changes;
import dev.rustmend.workspace.FolderWatch.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Elsewhere the JDK reads the folders again and again, and nothing is watched.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class FolderWatchTest {
  private static final int FOLDERS = 150;
  private static final int FILES_EACH = 20;

  @TempDir private Path folder;
  private final BlockingQueue<Changes> told = new LinkedBlockingQueue<>();

  @BeforeEach
  void sources() throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/lib.rs"), "");
  }

  @Test
  void oneChangeAmongThousandsOfFilesIsSeen() throws Exception {
    for (int i = 0; i < FOLDERS; i++) {
      Path module = Files.createDirectories(folder.resolve("src/m" + i % 10 + "/n" + i));
      for (int j = 0; j < FILES_EACH; j++) {
        Files.writeString(module.resolve("f" + j + ".rs"), "");
      }
    }
    try (FolderWatch watch = watch(1000)) {
      assertThat(watch.size()).isEqualTo(2 + 10 + FOLDERS);
      Path changed = Files.writeString(folder.resolve("src/m7/n137/f19.rs"), "fn f() {}");
      assertThat(told.take().files()).containsExactly(changed);
    }
  }

  @Test
  void aFolderThatIsNewIsWatchedWithWhatIsInItAlready() throws Exception {
    try (FolderWatch _ = watch(100)) {
      Path module = folder.resolve("src/deep/deeper");
      Files.createDirectories(module);
      Path first = Files.writeString(module.resolve("first.rs"), "");
      assertThat(awaitAll(Set.of(first))).contains(first);
      Path second = Files.writeString(module.resolve("second.rs"), "");
      assertThat(awaitAll(Set.of(second))).contains(second);
    }
  }

  @Test
  void aFolderThatWasMovedIsGoneAndTellsNothingUnderItsOldName() throws Exception {
    Path module = Files.createDirectories(folder.resolve("src/old"));
    Files.writeString(module.resolve("mod.rs"), "");
    try (FolderWatch watch = watch(100)) {
      Path moved = folder.resolve("src/new");
      Files.move(module, moved);
      Set<Path> gone = new HashSet<>();
      Set<Path> files = new HashSet<>();
      while (!gone.contains(module) || !files.contains(moved.resolve("mod.rs"))) {
        Changes changes = told.take();
        gone.addAll(changes.goneFolders());
        files.addAll(changes.files());
      }
      assertThat(watch.size()).as("the top, src and the moved one").isEqualTo(3);
      Files.writeString(moved.resolve("mod.rs"), "fn f() {}");
      assertThat(told.take().files()).containsExactly(moved.resolve("mod.rs"));
    }
  }

  @Test
  void whatABuildWritesIsNotLookedAt() throws Exception {
    Files.createDirectories(folder.resolve("target/debug"));
    try (FolderWatch watch = watch(100)) {
      assertThat(watch.size()).isEqualTo(2);
      Files.writeString(folder.resolve("target/debug/made.rs"), "");
      Files.writeString(folder.resolve("src/notes.txt"), "");
      Path last = Files.writeString(folder.resolve("src/last.rs"), "");
      assertThat(told.take().files()).containsExactly(last);
    }
  }

  @Test
  void noMoreFoldersAreWatchedThanMayBe() throws Exception {
    for (int i = 0; i < 20; i++) {
      Files.createDirectories(folder.resolve("src/m" + i));
    }
    try (FolderWatch watch = watch(5)) {
      assertThat(watch.size()).isEqualTo(5);
      Path near = Files.writeString(folder.resolve("src/lib.rs"), "fn f() {}");
      assertThat(told.take().files()).as("the nearest are watched").containsExactly(near);
    }
  }

  private FolderWatch watch(int most) throws IOException {
    var scope =
        new Scope(
            entered -> !entered.endsWith("target"), file -> file.toString().endsWith(".rs"), most);
    FolderWatch watch = FolderWatch.open(scope, told::add);
    watch.follow(folder);
    return watch;
  }

  private Set<Path> awaitAll(Set<Path> wanted) throws InterruptedException {
    var seen = new HashSet<Path>();
    while (!seen.containsAll(wanted)) {
      seen.addAll(told.take().files());
    }
    return seen;
  }
}
