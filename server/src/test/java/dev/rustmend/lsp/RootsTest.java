package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootsTest {
  private static final Path ROOT = Path.of("/home/u/project");
  private static final Path DEPENDENCY =
      Path.of("/home/u/.cargo/registry/src/index-1/serde-1.0.0/src/lib.rs");

  private final Roots roots = new Roots();

  @Test
  void onlyFilesInTheClientsFoldersAreCheckedUnasked() {
    roots.change(List.of(ROOT), List.of());
    assertThat(roots.mayCheck(ROOT.resolve("src/main.rs"))).isTrue();
    assertThat(roots.mayCheck(Path.of("/home/u/project2/src/main.rs"))).isFalse();
    assertThat(roots.mayCheck(DEPENDENCY)).isFalse();
  }

  @Test
  void withoutFoldersEveryFileIsButThoseOfCargoAndRustup() {
    assertThat(roots.mayCheck(Path.of("/anywhere/src/main.rs"))).isTrue();
    assertThat(roots.mayCheck(DEPENDENCY)).isFalse();
    assertThat(roots.mayCheck(Path.of("/t/lib/rustlib/src/rust/library/core/src/lib.rs")))
        .isFalse();
  }

  @Test
  void foldersComeAndGo() {
    roots.change(List.of(ROOT), List.of());
    roots.change(List.of(Path.of("/other")), List.of(ROOT));
    assertThat(roots.folders()).containsExactly(Path.of("/other"));
    assertThat(roots.mayCheck(ROOT.resolve("src/main.rs"))).isFalse();
  }
}
