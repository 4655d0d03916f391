package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.bench.MutationsReport.Case;
import dev.rustmend.bench.MutationsReport.Ending;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole benchmark on a crate of our own, with the real cargo and methods that stand for all
/// the ways in which one may end.
class MutationsBenchTest {
  private static final String LIBRARY =
      """
      pub fn difference(large: u32, small: u32) -> u32 {
          large - small
      }
      """;

  private static final String TEST =
      """
      #[test]
      fn subtracts() {
          assert_eq!(crate_of_ours::difference(3, 1), 2);
      }
      """;

  @TempDir Path folder;

  @Test
  void theCratesOwnTestsJudge() throws IOException, InterruptedException {
    var bench =
        new MutationsBench(
            new CargoProcess(System.getenv()),
            List.of(
                writing("author", LIBRARY),
                writing("another", LIBRARY.replace("large - small", "return large - small;")),
                writing("hasty", LIBRARY.replace("large - small", "large")),
                writing("idle", ""),
                writing("clumsy", LIBRARY.replace("large - small", "lareg - smlal"))));

    MutationsReport report =
        bench.run(request(), "rustc", List.of(crate(TEST)), BenchListener.silent());

    assertThat(report.cases()).hasSize(2);
    for (Case one : report.cases()) {
      assertThat(one.codes()).containsExactly("E0425");
      assertThat(one.outcome("author").ending()).isEqualTo(Ending.ORIGINAL);
      assertThat(one.outcome("another").ending()).isEqualTo(Ending.REPAIRED);
      assertThat(one.outcome("hasty").ending()).isEqualTo(Ending.WRONG);
      assertThat(one.outcome("idle").ending()).isEqualTo(Ending.BROKEN);
      assertThat(one.outcome("clumsy").ending()).isEqualTo(Ending.WORSE);
      assertThat(one.outcome("hasty").repair()).contains("+    large");
      assertThat(one.outcome("hasty").trail())
          .contains("tests: 0 passed, 1 before", "  test subtracts ... FAILED");
      assertThat(one.outcome("idle").repair()).isEmpty();
    }
    assertThat(report.cases().getFirst().mutation())
        .isNotEqualTo(report.cases().getLast().mutation());
  }

  @Test
  void aCrateWhoseTestsFailFromTheStartIsNotMeasured() {
    var bench = new MutationsBench(new CargoProcess(System.getenv()), List.of());

    assertThatThrownBy(() ->
            bench.run(
                request(),
                "rustc",
                List.of(crate(TEST.replace("2)", "1)"))),
                BenchListener.silent()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the tests of crate-of-ours do not pass here");
  }

  private MutationsBenchRequest request() {
    return new MutationsBenchRequest(
        List.of(), List.of(MutationKind.MISSPELL_LOCAL), 2, 1, 1, folder.resolve("cache"));
  }

  private CrateCopy crate(String test) throws IOException {
    Path root = folder.resolve("crate-of-ours");
    Files.createDirectories(root.resolve("src"));
    Files.createDirectories(root.resolve("tests"));
    Files.writeString(root.resolve("src/lib.rs"), LIBRARY);
    Files.writeString(root.resolve("tests/all.rs"), test);
    Files.writeString(
        root.resolve("Cargo.toml"),
        "[package]\nname = \"crate-of-ours\"\nedition = \"2021\"\n\n[workspace]\n");
    return new CrateCopy(
        "crate-of-ours",
        root,
        new TreeMap<>(
            Map.of(
                Path.of("src/lib.rs"), SourceText.of(LIBRARY),
                Path.of("tests/all.rs"), SourceText.of(test))));
  }

  /// A method that leaves `text` as the library; nothing changes where it is empty.
  private static Method writing(String name, String text) {
    return new Method() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String revision() {
        return "";
      }

      @Override
      public Steps repair(ScratchPackage scratch) {
        if (!text.isEmpty()) {
          scratch.write(Map.of(scratch.folder().resolve("src/lib.rs"), SourceText.of(text)));
        }
        return new Steps(1, List.of("wrote"));
      }
    };
  }
}
