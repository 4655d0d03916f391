package dev.rustmend.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void contentIsReplacedAndPermissionsStay() throws IOException {
    Path file = Files.writeString(folder.resolve("a.rs"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    AtomicFile.write(file, new byte[] {'n', 'e', 'w'});
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void aSymbolicLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("real.rs"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.rs"), Path.of("real.rs"));
    AtomicFile.write(link, new byte[] {'n'});
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("n");
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("a.rs"), "old");
    AtomicFile.write(file, new byte[] {'n'});
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/b.rs"), new byte[0]))
        .isInstanceOf(IOException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatARunThatWasKilledLeftIsSweptUpAndAFreshFileIsNot() throws IOException {
    Path file = Files.writeString(folder.resolve("a.rs"), "old");
    Path left = Files.writeString(folder.resolve(".a.rs.123.rustmend-new"), "half");
    Path young = Files.writeString(folder.resolve(".a.rs.456.rustmend-new"), "being written");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    AtomicFile.write(file, new byte[] {'n'});
    assertThat(left).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aNewFileIsMadeWithItsFoldersAndNeverInPlaceOfAnother() throws IOException {
    Path file = folder.resolve("a/b/c.rs");
    AtomicFile.create(file, new byte[] {'n'});
    assertThat(file).hasContent("n");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("like"))));
    assertThatThrownBy(() -> AtomicFile.create(file, new byte[] {'m'}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("n");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }
}
