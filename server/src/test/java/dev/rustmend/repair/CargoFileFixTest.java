package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.settings.Settings;
import dev.rustmend.settings.SettingsLayer;
import dev.rustmend.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Repairs in `Cargo.toml`, without a network.
class CargoFileFixTest {
  private static final String PACKAGE =
      "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
  private static final String PROGRAM =
      """
      use unit_prices::with_tax;

      fn main() {
          println!("{}", with_tax(3));
      }
      """;
  private static final String LIBRARY =
      """
      pub fn with_tax(net: u32) -> u32 {
          net + net / 5
      }

      #[cfg(feature = "discounts")]
      pub fn reduced(net: u32) -> u32 {
          net / 2
      }
      """;

  @TempDir Path folder;

  @Test
  void aMemberTakesWhatTheWorkspaceHasAndKeepsItsLayout() throws Exception {
    String before =
        PACKAGE.formatted("app")
            + """
            [workspace]
            members = ["prices"]

            # shared by all members
            [workspace.dependencies]
            unit-prices = { path = "prices" }   # ours

            [dependencies] # of the app
            # sorted by age
            old = { path = "old" }

            [features]
            default = [ ]
            """;
    try (var crate = Crate.of(folder, PROGRAM)) {
      library(crate, "unit-prices", "prices");
      library(crate, "old", "old");
      crate.file("Cargo.toml", before);
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "Cargo.toml"))
          .isEqualTo(
              before.replace(
                  "path = \"old\" }\n", "path = \"old\" }\nunit-prices = { workspace = true }\n"));
      assertThat(crate.root.resolve("Cargo.toml")).content().isEqualTo(before);
    }
  }

  @Test
  void aPathOfAnotherMemberIsWrittenAsSeenFromThisOne() throws Exception {
    try (var crate = Crate.of(folder, "fn main() {}\n")) {
      library(crate, "unit-prices", "libs/prices");
      crate.file("Cargo.toml", "[workspace]\nmembers = [\"apps/*\"]\nresolver = \"3\"\n");
      Files.delete(crate.root.resolve("src/main.rs"));
      crate.file("apps/one/Cargo.toml", PACKAGE.formatted("one"));
      crate.file("apps/one/src/main.rs", PROGRAM);
      crate.file(
          "apps/two/Cargo.toml",
          PACKAGE.formatted("two")
              + "[dependencies.unit-prices]\npath = \"../../libs/prices\"\n"
              + "features = [\"discounts\"]\n");
      crate.file("apps/two/src/main.rs", "fn main() {}\n");
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "apps/one/Cargo.toml"))
          .startsWith(PACKAGE.formatted("one"))
          .contains("[dependencies]\nunit-prices = { ")
          .contains("path = \"../../libs/prices\"")
          .contains("features = [\"discounts\"]");
    }
  }

  @Test
  void whatOnlyATestUsesBecomesADevDependency() throws Exception {
    String program =
        """
        fn main() {}

        #[cfg(test)]
        mod tests {
            use unit_prices::with_tax;

            #[test]
            fn taxes() {
                assert_eq!(with_tax(5), 6);
            }
        }
        """;
    String before = PACKAGE.formatted("app") + "\n[workspace]\nmembers = [\"prices\"]\n";
    try (var crate = Crate.of(folder, program)) {
      library(crate, "unit-prices", "prices");
      crate.file("Cargo.toml", before);
      assertThat(crate.fix(FixRequest.everything()).changes()).isEmpty();
    }
    Settings settings =
        SettingsReader.merge(
                List.of(SettingsLayer.of("--all-targets", Map.of("check.allTargets", true))))
            .settings();
    try (var crate =
        Crate.of(Files.createDirectories(folder.resolve("all")), program, settings, Map.of())) {
      library(crate, "unit-prices", "prices");
      crate.file("Cargo.toml", before);
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "Cargo.toml"))
          .isEqualTo(before + "\n[dev-dependencies]\nunit-prices = { path = \"prices\" }\n");
    }
  }

  @Test
  void nothingIsOfferedThatIsNotOnThisMachine() throws Exception {
    try (var crate = Crate.of(folder, PROGRAM)) {
      assertThat(crate.fix(FixRequest.everything()).changes()).isEmpty();
      crate.file(
          "Cargo.lock",
          """
          version = 4

          [[package]]
          name = "app"
          version = "0.1.0"

          [[package]]
          name = "unit-prices"
          version = "1.2.3"
          source = "registry+https://example.invalid/index"
          """);
      assertThat(crate.fix(FixRequest.everything()).changes()).isEmpty();
    }
  }

  @Test
  void aCrateThatWasDownloadedIsTakenInItsNewestVersion() throws Exception {
    Path home = Files.createDirectories(folder.toRealPath().resolve("cargo home"));
    Path vendored = home.resolve("vendored/unit-prices");
    write(
        vendored.resolve("Cargo.toml"),
        PACKAGE.formatted("unit-prices").replace("0.1.0", "1.10.3"));
    write(vendored.resolve("src/lib.rs"), LIBRARY);
    write(vendored.resolve(".cargo-checksum.json"), "{\"files\":{}}");
    write(
        home.resolve("config.toml"),
        "[source.crates-io]\nreplace-with = \"vendored\"\n[source.vendored]\ndirectory = '%s'\n"
            .formatted(home.resolve("vendored")));
    for (String version : List.of("1.9.0", "1.10.3", "2.0.0-beta.1")) {
      write(home.resolve("registry/cache/a/unit-prices-" + version + ".crate"), "");
    }
    var variables = Map.of("CARGO_HOME", home.toString());
    try (var crate = Crate.of(folder, PROGRAM, Settings.defaults(), variables)) {
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "Cargo.toml"))
          .endsWith("\n[dependencies]\nunit-prices = \"1.10\"\n");
    }
  }

  @Test
  void aFeatureThatHidesTheItemIsEnabledInTheListThatIsThere() throws Exception {
    String before =
        PACKAGE.formatted("app")
            + """
            [dependencies]
            prices = { package = "unit-prices", path = "prices", features = ["x"] } # why not
            """;
    try (var crate =
        Crate.of(folder, "fn main() {\n    prices::reduced(prices::with_tax(2));\n}\n")) {
      library(crate, "unit-prices", "prices");
      crate.file("Cargo.toml", before);
      FixOutcome outcome = crate.fix(FixRequest.everything());
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "Cargo.toml"))
          .isEqualTo(before.replace("[\"x\"]", "[\"x\", \"discounts\"]"));
    }
  }

  private static void library(Crate crate, String name, String place) throws IOException {
    crate.file(
        place + "/Cargo.toml", PACKAGE.formatted(name) + "\n[features]\ndiscounts = []\nx = []\n");
    crate.file(place + "/src/lib.rs", LIBRARY);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
