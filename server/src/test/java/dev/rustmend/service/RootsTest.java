package dev.rustmend.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.service.ServiceFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootsTest {
  @TempDir private Path folder;
  private Path inside;
  private Path secret;
  private Roots roots;

  @BeforeEach
  void makeFolders() throws IOException {
    inside = Files.createDirectories(folder.resolve("open/project"));
    secret = Files.createDirectories(folder.resolve("secret"));
    Files.writeString(secret.resolve("key"), "1234");
    roots = Roots.of(List.of(folder.resolve("open")));
  }

  @Test
  void aPathInAFolderIsFoundHoweverItIsWritten() throws IOException {
    Path real = inside.toRealPath();
    assertThat(roots.existing("project")).isEqualTo(real);
    assertThat(roots.existing(inside.toString())).isEqualTo(real);
    assertThat(roots.existing("project/../project/.")).isEqualTo(real);
    assertThat(roots.existing("")).isEqualTo(real.getParent());
  }

  @Test
  void dotsAndAbsolutePathsLeadNowhere() {
    assertOutside("..");
    assertOutside("project/../../secret/key");
    assertOutside(secret.resolve("key").toString());
    assertOutside("/etc/passwd");
  }

  @Test
  void aLinkIsFollowedBeforeItIsLookedAt() throws IOException {
    Files.createSymbolicLink(inside.resolve("link"), secret);
    Files.createSymbolicLink(inside.resolve("dangling"), folder.resolve("secret/new"));
    assertOutside("project/link/key");
    assertOutside("project/link");
    assertOutside("project/dangling");
    assertThatThrownBy(() -> roots.creatable("project/link/made")).hasMessageContaining("outside");
    assertThat(roots.allows(inside.resolve("link/key"))).isFalse();
    assertThat(roots.allows(inside.resolve("dangling"))).isFalse();
  }

  @Test
  void whetherSomethingOutsideIsThereIsNotSaid() {
    String there = message("../secret/key");
    String notThere = message("../secret/kex");
    assertThat(there.replace("key", "")).isEqualTo(notThere.replace("kex", ""));
  }

  @Test
  void aFolderWhoseNameOnlyBeginsTheSameIsOutside() throws IOException {
    Files.createDirectories(folder.resolve("open-too"));
    assertOutside("../open-too");
  }

  @Test
  void aNewFileIsAllowedWhereItsFolderIs() {
    assertThat(roots.creatable("project/src/new.rs"))
        .hasToString(roots.first() + "/project/src/new.rs");
  }

  @Test
  void whatTwoAllowIsWhatBothDo() {
    Roots narrow = Roots.of(List.of(inside));
    assertThat(narrow.within(roots).folders()).isEqualTo(narrow.folders());
    assertThat(roots.within(narrow).folders()).isEqualTo(narrow.folders());
    assertThat(Roots.of(List.of(secret)).within(narrow).folders()).isEmpty();
  }

  @Test
  void withoutFoldersNothingIsAllowed() {
    assertThatThrownBy(() -> new Roots(List.of()).existing("x"))
        .hasMessageContaining("no folder may be used");
  }

  private void assertOutside(String path) {
    assertThatThrownBy(() -> roots.existing(path))
        .isInstanceOfSatisfying(
            ServiceFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.OUTSIDE));
  }

  private String message(String path) {
    try {
      return roots.existing(path).toString();
    } catch (ServiceFailure e) {
      return e.sentence();
    }
  }
}
