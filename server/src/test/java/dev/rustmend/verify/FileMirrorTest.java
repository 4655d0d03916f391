package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a shadow, without any compiler.
class FileMirrorTest {
  @TempDir Path temporary;
  private Path real;
  private ShadowFolder folder;
  private ShadowLayout layout;
  private FileMirror mirror;

  @BeforeEach
  void open() throws IOException {
    Path home = temporary.toRealPath();
    real = Files.createDirectories(home.resolve("up/real"));
    Files.createDirectories(real.resolve("src"));
    Files.writeString(real.resolve("src/a.rs"), "a");
    Files.writeString(real.resolve("src/b.rs"), "b");
    reopen();
  }

  /// A new session on what the last one left.
  private void reopen() throws IOException {
    Path home = temporary.toRealPath();
    folder = new ShadowCache(home.resolve("cache")).claim(real);
    var workspace =
        new CargoWorkspace(
            real, List.of(), List.of(), real.resolve("target"), real.resolve("target"));
    layout = ShadowLayout.of(folder.files(), workspace, home.resolve("no-cargo-home"));
    mirror = FileMirror.open(layout, folder);
  }

  @AfterEach
  void close() throws IOException {
    mirror.close();
    folder.close();
  }

  private Path real(String name) {
    return real.resolve(name);
  }

  private Path shadow(String name) {
    return layout.shadow(real(name));
  }

  private FileTime time(String name) throws IOException {
    return Files.getLastModifiedTime(shadow(name), LinkOption.NOFOLLOW_LINKS);
  }

  private void cover(String name, String text) throws IOException {
    mirror.cover(mirror.effective(Map.of(real(name), SourceText.of(text))));
  }

  private void bare() throws IOException {
    mirror.cover(Map.of());
  }

  @Test
  void aFirstCopyKeepsItsTimeAndItsPermissions() throws IOException {
    Files.writeString(real("run.sh"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(real("run.sh"), PosixFilePermissions.fromString("rwxr-x---"));
    mirror.refresh();
    assertThat(time("src/a.rs")).isEqualTo(Files.getLastModifiedTime(real("src/a.rs")));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shadow("run.sh"))))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void everyChangeOfAContentGetsALaterTime() throws IOException {
    FileTime last = time("src/a.rs");
    FileTime other = time("src/b.rs");
    for (int round = 0; round < 50; round++) {
      cover("src/a.rs", "text " + round % 2);
      assertThat(shadow("src/a.rs")).hasContent("text " + round % 2);
      assertThat(time("src/a.rs")).isGreaterThan(last);
      last = time("src/a.rs");
      bare();
      assertThat(shadow("src/a.rs")).hasContent("a");
      assertThat(time("src/a.rs")).isGreaterThan(last);
      last = time("src/a.rs");
    }
    assertThat(time("src/b.rs")).isEqualTo(other);
  }

  @Test
  void aTextThatIsThereAlreadyChangesNothing() throws IOException {
    FileTime before = time("src/a.rs");
    cover("src/a.rs", "a");
    assertThat(time("src/a.rs")).isEqualTo(before);
    cover("src/a.rs", "x");
    FileTime covered = time("src/a.rs");
    cover("src/a.rs", "x");
    assertThat(time("src/a.rs")).isEqualTo(covered);
  }

  @Test
  void aFileReplacedByAnOlderOneIsYoungerInTheShadow() throws IOException {
    FileTime before = time("src/a.rs");
    Path older = real("older");
    Files.writeString(older, "z");
    Files.setLastModifiedTime(older, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    Files.move(older, real("src/a.rs"), StandardCopyOption.REPLACE_EXISTING);
    mirror.refresh();
    assertThat(shadow("src/a.rs")).hasContent("z");
    assertThat(time("src/a.rs")).isGreaterThan(before);
  }

  @Test
  void aFileThatWasOnlyTouchedKeepsItsTime() throws IOException {
    FileTime before = time("src/a.rs");
    Files.setLastModifiedTime(real("src/a.rs"), FileTime.from(Instant.now().plusSeconds(5)));
    mirror.refresh();
    assertThat(time("src/a.rs")).isEqualTo(before);
  }

  @Test
  void addedAndRemovedFilesFollow() throws IOException {
    Files.createDirectories(real("src/new/deep"));
    Files.writeString(real("src/new/deep/c.rs"), "c");
    Files.delete(real("src/b.rs"));
    mirror.refresh();
    assertThat(shadow("src/new/deep/c.rs")).hasContent("c");
    assertThat(shadow("src/b.rs")).doesNotExist();
    Files.delete(real("src/new/deep/c.rs"));
    Files.delete(real("src/new/deep"));
    Files.writeString(real("src/b.rs"), "again");
    mirror.refresh();
    assertThat(shadow("src/new/deep")).doesNotExist();
    assertThat(shadow("src/b.rs")).hasContent("again");
  }

  @Test
  void aFileMayBecomeAFolderAndAFolderALink() throws IOException {
    Files.delete(real("src/a.rs"));
    Files.createDirectories(real("src/a.rs"));
    Files.writeString(real("src/a.rs/in.rs"), "in");
    mirror.refresh();
    assertThat(shadow("src/a.rs/in.rs")).hasContent("in");
    Files.delete(real("src/a.rs/in.rs"));
    Files.delete(real("src/a.rs"));
    Files.createSymbolicLink(real("src/a.rs"), Path.of("b.rs"));
    mirror.refresh();
    assertThat(Files.readSymbolicLink(shadow("src/a.rs"))).isEqualTo(Path.of("b.rs"));
    assertThat(shadow("src/a.rs")).hasContent("b");
  }

  @Test
  void aBufferOfAFileThatIsNotSavedYetIsThereAndGoesAgain() throws IOException {
    cover("src/fresh/mod.rs", "new");
    assertThat(shadow("src/fresh/mod.rs")).hasContent("new");
    bare();
    assertThat(shadow("src/fresh/mod.rs")).doesNotExist();
  }

  @Test
  void theDiskMayChangeBelowABuffer() throws IOException {
    cover("src/a.rs", "typed");
    Files.writeString(real("src/a.rs"), "saved elsewhere");
    Files.delete(real("src/b.rs"));
    mirror.refresh();
    assertThat(shadow("src/a.rs")).hasContent("typed");
    bare();
    assertThat(shadow("src/a.rs")).hasContent("saved elsewhere");
    cover("src/a.rs", "typed");
    Files.delete(real("src/a.rs"));
    mirror.refresh();
    assertThat(shadow("src/a.rs")).hasContent("typed");
    bare();
    assertThat(shadow("src/a.rs")).doesNotExist();
  }

  @Test
  void aTextOverALinkGoesWhereTheCompilerReadsIt() throws IOException {
    Files.createSymbolicLink(real("src/link.rs"), Path.of("b.rs"));
    mirror.refresh();
    cover("src/link.rs", "typed");
    assertThat(shadow("src/b.rs")).hasContent("typed");
    assertThat(Files.isSymbolicLink(shadow("src/link.rs"))).isTrue();
    bare();
    assertThat(shadow("src/link.rs")).hasContent("b");
    assertThat(real("src/b.rs")).hasContent("b");
  }

  @Test
  void aTextInALinkedFolderNeverReachesTheRealOne() throws IOException {
    Path outside = Files.createDirectories(temporary.toRealPath().resolve("outside/deep"));
    Files.writeString(outside.resolve("x.rs"), "x");
    Files.writeString(outside.resolve("y.rs"), "y");
    Files.createSymbolicLink(real("src/out"), outside.getParent());
    mirror.refresh();
    cover("src/out/deep/x.rs", "typed");
    assertThat(shadow("src/out/deep/x.rs")).hasContent("typed");
    assertThat(shadow("src/out/deep/y.rs")).hasContent("y");
    assertThat(outside.resolve("x.rs")).hasContent("x");
    bare();
    assertThat(shadow("src/out/deep/x.rs")).hasContent("x");
    assertThat(Files.readSymbolicLink(shadow("src/out"))).isEqualTo(outside.getParent());
    assertThat(outside.resolve("x.rs")).hasContent("x");
  }

  @Test
  void aLargeFileIsLinkedAndMayBeCovered() throws IOException {
    Files.writeString(real("src/big.rs"), "x".repeat((int) FileMirror.LARGEST_COPY + 1));
    mirror.refresh();
    assertThat(Files.readSymbolicLink(shadow("src/big.rs"))).isEqualTo(real("src/big.rs"));
    cover("src/big.rs", "small");
    assertThat(shadow("src/big.rs")).hasContent("small");
    assertThat(Files.size(real("src/big.rs"))).isGreaterThan(FileMirror.LARGEST_COPY);
    bare();
    assertThat(Files.readSymbolicLink(shadow("src/big.rs"))).isEqualTo(real("src/big.rs"));
  }

  @Test
  void whatStandsBesideTheRootIsLinkedAndCachesAreNot() throws IOException {
    Files.createDirectories(real("../beside"));
    Files.writeString(real("../beside/data.txt"), "data");
    Files.createDirectories(real("target/debug"));
    Files.createDirectories(real("other-target"));
    Files.writeString(real("other-target/CACHEDIR.TAG"), "");
    Files.createDirectories(real(".git"));
    Files.writeString(real("src/.a.rs.swp"), "swap");
    mirror.refresh();
    assertThat(shadow("src/../../beside/data.txt")).hasContent("data");
    assertThat(shadow("target")).doesNotExist();
    assertThat(shadow("other-target")).doesNotExist();
    assertThat(Files.readSymbolicLink(shadow(".git"))).isEqualTo(real(".git"));
    assertThat(shadow("src/.a.rs.swp")).doesNotExist();
  }

  @Test
  void theNextSessionRepairsWhatAKilledOneLeft() throws IOException {
    Path outside = Files.createDirectories(temporary.toRealPath().resolve("outside"));
    Files.writeString(outside.resolve("x.rs"), "x");
    Files.createSymbolicLink(real("src/out"), outside);
    mirror.refresh();
    mirror.cover(
        Map.of(
            real("src/a.rs"), SourceText.of("typed"),
            real("src/unsaved.rs"), SourceText.of("typed"),
            real("src/out/x.rs"), SourceText.of("typed")));
    FileTime covered = time("src/a.rs");
    FileTime other = time("src/b.rs");
    Files.delete(shadow("src/b.rs")); // and somebody tidied up in the cache
    close();

    reopen();

    assertThat(shadow("src/a.rs")).hasContent("a");
    assertThat(time("src/a.rs")).isGreaterThan(covered);
    assertThat(shadow("src/b.rs")).hasContent("b");
    assertThat(time("src/b.rs")).isGreaterThan(other);
    assertThat(shadow("src/unsaved.rs")).doesNotExist();
    assertThat(shadow("src/out/x.rs")).hasContent("x");
    assertThat(outside.resolve("x.rs")).hasContent("x");
  }

  @Test
  void whatABuildWroteStaysUntilTheRealFileChanges() throws IOException {
    Files.writeString(shadow("src/a.rs"), "generated");
    Files.writeString(shadow("src/made.rs"), "generated");
    mirror.refresh();
    close();
    reopen();
    assertThat(shadow("src/a.rs")).hasContent("generated");
    assertThat(mirror.written()).containsExactly(real("src/a.rs"), real("src/made.rs"));
    cover("src/a.rs", "a");
    assertThat(shadow("src/a.rs")).as("an unchanged buffer is no change").hasContent("generated");
    Files.writeString(real("src/a.rs"), "edited");
    mirror.refresh();
    assertThat(shadow("src/a.rs")).hasContent("edited");
    assertThat(shadow("src/made.rs")).hasContent("generated");
  }

  @Test
  void equalTextsHaveEqualKeysWhetherSavedOrNot() throws IOException {
    StateKey start = mirror.key(Map.of());
    var texts = Map.of(real("src/a.rs"), SourceText.of("typed"));
    StateKey typed = mirror.key(mirror.effective(texts));
    assertThat(typed).isNotEqualTo(start);
    Files.writeString(real("src/a.rs"), "typed");
    mirror.refresh();
    assertThat(mirror.effective(texts)).isEmpty();
    assertThat(mirror.key(Map.of())).isEqualTo(typed);
    Files.writeString(real("src/a.rs"), "a");
    mirror.refresh();
    assertThat(mirror.key(Map.of())).isEqualTo(start);
  }

  @Test
  void aSecondClaimGetsAFolderOfItsOwn() throws IOException {
    var cache = new ShadowCache(temporary.toRealPath().resolve("cache2"));
    try (ShadowFolder first = cache.claim(real);
        ShadowFolder second = cache.claim(real)) {
      assertThat(second.root()).isNotEqualTo(first.root());
    }
    try (ShadowFolder again = cache.claim(real)) {
      assertThat(again.root().toString()).doesNotEndWith("-2");
    }
  }
}
