package dev.rustmend.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir Path folder;

  @Test
  void anOpenBufferHidesTheDiskUntilItIsClosed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.rs"), "disk");
    var workspace = new Workspace();
    workspace.put(file, 3, SourceText.of("buffer"));
    Snapshot open = workspace.snapshot();
    workspace.close(file);
    assertThat(open.read(file)).contains(SourceText.of("buffer"));
    assertThat(open.buffer(file).orElseThrow().version()).isEqualTo(3);
    assertThat(workspace.snapshot().read(file)).contains(SourceText.of("disk"));
    assertThat(workspace.snapshot().version()).isGreaterThan(open.version());
  }

  @Test
  void theFileInFrontIsTheOneThatWasEditedLast() {
    Path one = folder.resolve("a.rs");
    Path other = folder.resolve("b.rs");
    var workspace = new Workspace();
    workspace.put(one, 1, SourceText.of("1"));
    workspace.put(other, 1, SourceText.of("2"));
    assertThat(workspace.snapshot().front()).contains(other);
    workspace.put(one, 2, SourceText.of("3"));
    assertThat(workspace.snapshot().front()).contains(one);
    workspace.close(one);
    assertThat(workspace.snapshot().front()).isEmpty();
    assertThat(Snapshot.ofDisk().front()).isEmpty();
  }

  @Test
  void oneSnapshotNeverGivesTwoTextsForOneFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.rs"), "one");
    Snapshot snapshot = Snapshot.ofDisk();
    assertThat(snapshot.read(file)).contains(SourceText.of("one"));
    Files.writeString(file, "two");
    assertThat(snapshot.read(file)).contains(SourceText.of("one"));
  }

  @Test
  void aPatchMakesANewSnapshotAndLeavesTheFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.rs"), "abc");
    Snapshot patched = Snapshot.ofDisk().with(Patch.of(file, TextEdit.replace(1, 2, "X")));
    assertThat(patched.read(file)).contains(SourceText.of("aXc"));
    assertThat(file).hasContent("abc");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patched.with(Patch.of(folder.resolve("none"), TextEdit.insert(0, "x"))));
  }

  @Test
  void aPatchMakesAFileOnlyWhereThereIsNone(@TempDir Path place) throws IOException {
    Path there = Files.writeString(place.resolve("a.rs"), "x");
    Path fresh = place.resolve("sub/b.rs");
    Snapshot disk = Snapshot.ofDisk();
    Snapshot after = disk.with(Patch.creating(fresh, "new"));
    assertThat(after.read(fresh)).contains(SourceText.of("new"));
    assertThat(after.names(place)).containsExactly("a.rs", "sub");
    assertThat(disk.names(place)).containsExactly("a.rs");
    assertThatIllegalArgumentException().isThrownBy(() -> disk.with(Patch.creating(there, "")));
    assertThatIllegalArgumentException().isThrownBy(() -> after.with(Patch.creating(fresh, "")));
  }
}
