package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CargoMetadataTest {
  @TempDir Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void resolveLinks() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void aPackageOfItsOwnIsAWorkspace() throws Exception {
    packageIn("app", "[features]\nextra = []\n");
    file("app/src/main.rs", "fn main() {}\n");
    file("app/tests/it.rs", "");
    file("app/build.rs", "fn main() {}\n");
    CargoWorkspace workspace = workspaceOf("app/src/main.rs");
    assertThat(workspace.root()).isEqualTo(folder.resolve("app"));
    assertThat(workspace.targetDirectory()).isEqualTo(folder.resolve("app/target"));
    CargoPackage app = workspace.members().getFirst();
    assertThat(app.name()).isEqualTo("app");
    assertThat(app.id()).startsWith("path+file://").contains("app#0.1.0");
    assertThat(app.edition()).isEqualTo("2021");
    assertThat(app.targets())
        .extracting(CargoTarget::kind)
        .containsExactlyInAnyOrder("lib", "bin", "test", "custom-build");
  }

  @Test
  void membersAndPathDependenciesOfAnyDepthAreLocal() throws Exception {
    file("ws/Cargo.toml", "[workspace]\nmembers = [\"a\", \"b\"]\nresolver = \"2\"\n");
    packageIn("ws/a", "[dependencies]\nb = { path = \"../b\" }\nfar = { path = \"../../far\" }\n");
    packageIn("ws/b", "");
    packageIn("far", "[dependencies]\nfarther = { path = \"../farther\" }\n[workspace]\n");
    packageIn("farther", "");
    CargoWorkspace workspace = workspaceOf("ws/a/src/lib.rs");
    assertThat(workspace.root()).isEqualTo(folder.resolve("ws"));
    assertThat(workspace.members()).extracting(CargoPackage::name).containsExactly("a", "b");
    assertThat(workspace.packages())
        .extracting(CargoPackage::name)
        .containsExactly("a", "b", "far", "farther");
    assertThat(workspace.owns(folder.resolve("farther/src/lib.rs"))).isTrue();
    assertThat(workspace.packageOf(folder.resolve("far/src/lib.rs")))
        .map(CargoPackage::name)
        .hasValue("far");
  }

  @Test
  void patchedDependenciesAreLocal() throws Exception {
    packageIn(
        "app",
        """
        [dependencies]
        serde = "1"
        [workspace]
        [patch.crates-io]
        # path = "../no"
        serde = { path = "../serde" }
        """);
    packageIn("serde", "");
    assertThat(workspaceOf("app").packages())
        .extracting(CargoPackage::name)
        .containsExactly("app", "serde");
  }

  @Test
  void noLockFileIsMade() throws Exception {
    packageIn("app", "");
    workspaceOf("app");
    try (Stream<Path> files = Files.list(folder.resolve("app"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("Cargo.toml", "src");
    }
  }

  @Test
  void aNestedWorkspaceIsNotItsParents() throws Exception {
    file("ws/Cargo.toml", "[workspace]\nmembers = [\"a\"]\nexclude = [\"nested\"]\n");
    packageIn("ws/a", "");
    packageIn("ws/nested", "[workspace]\n");
    packageIn("ws/a/fixtures/f", "[workspace]\n");
    file("ws/shared/common.rs", "");
    CargoWorkspace workspace = workspaceOf("ws/a/src/lib.rs");
    assertThat(workspace.owns(folder.resolve("ws/nested/src/lib.rs"))).isFalse();
    assertThat(workspace.owns(folder.resolve("ws/a/fixtures/f/src/lib.rs"))).isFalse();
    assertThat(workspace.owns(folder.resolve("ws/shared/common.rs"))).isTrue();
    assertThat(workspace.owns(folder.resolve("ws/target/debug/build/a-1/out/x.rs"))).isFalse();
    assertThat(workspace.owns(folder.resolve("elsewhere.rs"))).isFalse();
    assertThat(workspaceOf("ws/nested/src/lib.rs").root()).isEqualTo(folder.resolve("ws/nested"));
  }

  @Test
  void aVirtualWorkspaceIsFoundFromItsRoot() throws Exception {
    file("ws/Cargo.toml", "[workspace]\nmembers = [\"a\"]\n");
    packageIn("ws/a", "");
    assertThat(workspaceOf("ws").members()).extracting(CargoPackage::name).containsExactly("a");
    assertThat(workspaceOf("ws/Cargo.toml").root()).isEqualTo(folder.resolve("ws"));
  }

  @Test
  void aFileWithoutAManifestSaysSo() throws Exception {
    file("loose/main.rs", "fn main() {}\n");
    CargoFailure failure = failureOf("loose/main.rs");
    assertThat(failure.kind()).isEqualTo(Kind.NO_MANIFEST);
    assertThat(failure.sentence())
        .startsWith("There is no Cargo.toml in " + folder.resolve("loose") + " or above it.");
  }

  @Test
  void aPackageThatItsWorkspaceDoesNotListSaysSo() throws Exception {
    file("ws/Cargo.toml", "[workspace]\nmembers = [\"a\"]\n");
    packageIn("ws/a", "");
    packageIn("ws/stray", "");
    CargoFailure failure = failureOf("ws/stray/src/lib.rs");
    assertThat(failure.kind()).isEqualTo(Kind.BAD_MANIFEST);
    assertThat(failure.sentence()).contains("believes it's in a workspace when it's not");
  }

  @Test
  void theUsersSpellingOfALinkedFolderIsKept() throws Exception {
    packageIn("app", "[dependencies]\nfar = { path = \"../far\" }\n");
    packageIn("far", "");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("app"));
    CargoWorkspace workspace = workspaceOf("link/src/lib.rs");
    assertThat(workspace.root()).isEqualTo(link);
    PathMap paths = workspace.paths();
    assertThat(paths.toUser(folder.resolve("app/src/lib.rs")))
        .isEqualTo(link.resolve("src/lib.rs"));
    assertThat(paths.toUser(folder.resolve("far/src/lib.rs")))
        .isEqualTo(folder.resolve("far/src/lib.rs"));
    assertThat(paths.editable(link.resolve("src/lib.rs"))).isTrue();
    assertThat(paths.textToUser("in " + folder.resolve("app") + ": no"))
        .isEqualTo("in " + link + ": no");
  }

  private CargoWorkspace workspaceOf(String place) throws InterruptedException {
    return ((WorkspaceSearch.Found) load(place)).workspace();
  }

  private CargoFailure failureOf(String place) throws InterruptedException {
    return ((WorkspaceSearch.NotFound) load(place)).failure();
  }

  private WorkspaceSearch load(String place) throws InterruptedException {
    return new CargoMetadata(System.getenv()).load(folder.resolve(place), CheckOptions.defaults());
  }

  private void packageIn(String place, String more) throws IOException {
    String name = Path.of(place).getFileName().toString();
    String head =
        """
        [package]
        name = "%s"
        version = "0.1.0"
        edition = "2021"
        """
            .formatted(name);
    file(place + "/Cargo.toml", head + more);
    file(place + "/src/lib.rs", "");
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
