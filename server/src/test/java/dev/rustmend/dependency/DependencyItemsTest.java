package dev.rustmend.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.operation.KnownCrate;
import dev.rustmend.operation.PublicItem;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyItemsTest {
  @TempDir Path folder;
  private Path root;
  private DependencyItems items;

  @BeforeEach
  void open() throws IOException {
    root = folder.toRealPath().resolve("project");
    items = new DependencyItems(folder.resolve("cache"), System.getenv());
    file("src/main.rs", "fn main() {}\n");
    manifest("shapes = { path = \"shapes\" }");
    file("shapes/Cargo.toml", packageOf("shapes", ""));
  }

  @Test
  void anItemHasAPathForEachPlaceThatExportsIt() throws IOException {
    file(
        "shapes/src/lib.rs",
        """
        mod inner;
        pub mod area { pub struct Table; pub(crate) struct Draft; struct Hidden; }
        pub use inner::{Circle, Square as Quad};
        pub use area::*;
        """);
    file(
        "shapes/src/inner.rs",
        "pub struct Circle;\npub struct Square;\npub mod deep { pub fn f() {} }\n");

    assertThat(paths("shapes"))
        .containsExactlyInAnyOrder(
            "shapes::Circle",
            "shapes::Quad",
            "shapes::Table",
            "shapes::area",
            "shapes::area::Table");
  }

  @Test
  void globsAndImportsMayGoInCircles() throws IOException {
    file(
        "shapes/src/lib.rs",
        """
        pub mod a { pub use super::b::*; pub struct A; }
        pub mod b { pub use super::a::*; pub use self::missing::X; pub struct B; }
        pub use a::nothing as b2;
        """);

    assertThat(paths("shapes"))
        .contains("shapes::a::A", "shapes::a::B", "shapes::b::A", "shapes::b::B");
  }

  @Test
  void itemsInsideOfMacrosThatOnlyPutAConditionOnThemAreThere() throws IOException {
    file(
        "shapes/src/lib.rs",
        """
        cfg_net! { pub mod net; }
        cfg_if::cfg_if! { if #[cfg(unix)] { pub struct Unix; } else { pub struct Other; } }
        #[doc(hidden)] pub mod private { pub struct Secret; }
        #[cfg(test)] mod tests { pub struct InTests; }
        mod macros { #[macro_export] macro_rules! shape { () => {} } }
        #[path = "odd/place.rs"] pub mod moved;
        """);
    file("shapes/src/net.rs", "pub struct Socket;\n");
    file("shapes/src/odd/place.rs", "pub mod beside;\n");
    file("shapes/src/odd/beside.rs", "pub const N: u8 = 1;\n");

    assertThat(paths("shapes"))
        .contains(
            "shapes::net::Socket",
            "shapes::Unix",
            "shapes::Other",
            "shapes::shape",
            "shapes::moved::beside::N")
        .noneMatch(path -> path.contains("Secret") || path.contains("InTests"));
  }

  @Test
  void aDependencyMayReExportOneOfItsOwn() throws IOException {
    file("shapes/Cargo.toml", packageOf("shapes", "base = { path = \"../base\" }"));
    file("shapes/src/lib.rs", "pub use base::point::Point;\npub use base::line::*;\n");
    file("base/Cargo.toml", packageOf("base", ""));
    file(
        "base/src/lib.rs",
        "pub mod point { pub struct Point; }\n"
            + "pub mod line { pub trait Length { fn long(&self); } }\n");

    assertThat(paths("shapes")).contains("shapes::Point", "shapes::Length");
    assertThat(crate("shapes").traitsWith("long"))
        .extracting(PublicItem::path)
        .containsExactly("shapes::Length");
  }

  @Test
  void anOpenBufferCountsMoreThanTheDisk() throws IOException {
    file("shapes/src/lib.rs", "pub struct Old;\n");
    assertThat(paths("shapes")).containsExactly("shapes::Old");

    var buffers = new Workspace();
    buffers.put(root.resolve("shapes/src/lib.rs"), 1, SourceText.of("pub struct New;\n"));

    assertThat(paths("shapes", buffers.snapshot())).containsExactly("shapes::New");
  }

  @Test
  void aFileOutsideOfThePackageIsNotRead() throws IOException {
    file("shapes/src/lib.rs", "#[path = \"../../secret.rs\"] pub mod secret;\npub struct S;\n");
    file("secret.rs", "pub struct Secret;\n");

    assertThat(paths("shapes")).containsExactly("shapes::S");
  }

  @Test
  void aCrateHasTheNameThatTheManifestGivesIt() throws IOException {
    manifest("forms = { path = \"shapes\", package = \"shapes\" }");
    file("shapes/src/lib.rs", "pub struct S;\n");

    assertThat(paths("forms")).containsExactly("forms::S");
  }

  @Test
  void whatARegistryGaveIsReadOnceAndKept() throws IOException {
    vendored("pub mod v { pub struct Gear; }\npub trait Turn { fn turn(&self); }\n");
    manifest("gears = \"1\"");
    assertThat(paths("gears"))
        .containsExactlyInAnyOrder("gears::v", "gears::v::Gear", "gears::Turn");

    // its sources never change; that they are not read again is seen by changing them
    file("vendor/gears/src/lib.rs", "pub struct Changed;\n");
    items = new DependencyItems(folder.resolve("cache"), System.getenv());

    assertThat(paths("gears")).contains("gears::v::Gear").doesNotContain("gears::Changed");
    assertThat(crate("gears").traitsWith("turn")).hasSize(1);
  }

  @Test
  void aBrokenCacheFileIsMadeAnew() throws IOException {
    vendored("pub struct Gear;\n");
    manifest("gears = \"1\"");
    assertThat(paths("gears")).containsExactly("gears::Gear");
    try (Stream<Path> kept = Files.list(folder.resolve("cache/items"))) {
      for (Path file : kept.toList()) {
        Files.writeString(file, "rustmend public items 1\nNONSENSE\n");
      }
    }
    items = new DependencyItems(folder.resolve("cache"), System.getenv());

    assertThat(paths("gears")).containsExactly("gears::Gear");
  }

  @Test
  void thePackagesOwnLibraryIsKnownToItsPrograms() throws IOException {
    manifest("");
    file("src/lib.rs", "pub struct Mine;\n");

    assertThat(paths("project")).containsExactly("project::Mine");
  }

  @Test
  void nothingIsWrittenBesideTheManifest() throws IOException {
    file("shapes/src/lib.rs", "pub struct S;\n");
    paths("shapes");

    assertThat(root.resolve("Cargo.lock")).doesNotExist();
    assertThat(root.resolve("target")).doesNotExist();
  }

  private void vendored(String library) throws IOException {
    file(
        ".cargo/config.toml",
        """
        [source.crates-io]
        replace-with = "vendored"
        [source.vendored]
        directory = "vendor"
        """);
    file("vendor/gears/Cargo.toml", packageOf("gears", "").replace("0.1.0", "1.2.3"));
    file(
        "vendor/gears/.cargo-checksum.json",
        "{\"files\":{},\"package\":\"%s\"}".formatted("0".repeat(64)));
    file("vendor/gears/src/lib.rs", library);
  }

  private List<String> paths(String crate) {
    return paths(crate, Snapshot.ofDisk());
  }

  private List<String> paths(String name, Snapshot snapshot) {
    KnownCrate crate = crate(name, snapshot);
    return crate.names().stream()
        .flatMap(each -> crate.named(each).stream())
        .map(PublicItem::path)
        .toList();
  }

  private KnownCrate crate(String name) {
    return crate(name, Snapshot.ofDisk());
  }

  private KnownCrate crate(String name, Snapshot snapshot) {
    List<KnownCrate> crates = items.crates(root.resolve("src/main.rs"), snapshot);
    assertThat(crates).extracting(KnownCrate::name).contains(name);
    return crates.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private void manifest(String dependency) throws IOException {
    file("Cargo.toml", packageOf("project", dependency));
  }

  private static String packageOf(String name, String dependency) {
    return """
    [package]
    name = "%s"
    version = "0.1.0"
    edition = "2024"
    [dependencies]
    %s
    """
        .formatted(name, dependency);
  }

  private void file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }
}
