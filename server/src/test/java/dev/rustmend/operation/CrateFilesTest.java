package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.workspace.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrateFilesTest {

  @Test
  void modulesAreFollowedFromTheRootWhereverTheyLie() {
    Scene scene =
        Scene.of("mod a;\nmod b;\nmod inline { mod c; pub mod deep { mod d; } }\n")
            .file("src/a.rs", "mod x;\n")
            .file("src/a/x.rs", "struct InX;\n")
            .file("src/b/mod.rs", "mod y;\n")
            .file("src/b/y.rs", "struct InY;\n")
            .file("src/inline/c.rs", "struct InC;\n")
            .file("src/inline/deep/d.rs", "struct InD;\n")
            .file("src/stray.rs", "struct Stray;\n");
    assertThat(files(scene, "src/main.rs"))
        .containsExactlyInAnyOrder(
            "src/main.rs",
            "src/a.rs",
            "src/a/x.rs",
            "src/b/mod.rs",
            "src/b/y.rs",
            "src/inline/c.rs",
            "src/inline/deep/d.rs");
  }

  @Test
  void aFileDeepDownBelongsToTheCrateOfItsRoot() {
    Scene scene =
        Scene.of("mod other;\n")
            .file("Cargo.toml", "")
            .file("src/lib.rs", "mod a;\n")
            .file("src/a.rs", "mod x;\n")
            .file("src/a/x.rs", "");
    CrateFiles crate = crate(scene, "src/a/x.rs");
    assertThat(crate.root()).contains(Scene.ROOT.resolve("src/lib.rs"));
    assertThat(crate.trees()).hasSize(3);
  }

  @Test
  void aFileThatNoModuleNamesIsItsOwnCrate() {
    Scene scene =
        Scene.of("")
            .file("Cargo.toml", "")
            .file("tests/it.rs", "mod common;\n")
            .file("tests/common/mod.rs", "");
    assertThat(files(scene, "tests/it.rs")).containsExactly("tests/it.rs", "tests/common/mod.rs");
  }

  @Test
  void rawNamesOfModulesAreNamesOfFiles() {
    Scene scene = Scene.of("mod r#match;\n").file("src/match.rs", "");
    assertThat(files(scene, "src/main.rs")).contains("src/match.rs");
  }

  @Test
  void definitionsAndImplsAreFoundByTheirNames() {
    Scene scene =
        Scene.of("use m::Shop;\nmod m;\nfn shop() {}\nimpl Clone for &'static mut m::Shop<u8> {}\n")
            .file("src/m.rs", "pub struct Shop<T>(T);\nimpl<T> Shop<T> {}\ntrait Open {}\n");
    CrateFiles crate = crate(scene, "src/main.rs");
    assertThat(crate.definitions("Shop")).hasSize(1);
    assertThat(crate.types("Shop")).hasSize(1);
    assertThat(crate.types("Open")).isEmpty();
    assertThat(crate.impls("Shop")).hasSize(2);
    assertThat(crate.nodes(node -> node.is("impl_item"))).hasSize(2);
  }

  private static List<String> files(Scene scene, String name) {
    return crate(scene, name).trees().keySet().stream()
        .map(file -> Scene.ROOT.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  private static CrateFiles crate(Scene scene, String name) {
    Snapshot snapshot = scene.snapshot();
    return CrateFiles.around(Scene.ROOT.resolve(name), snapshot, new Trees());
  }
}
