package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairPipelineTest {
  @TempDir Path folder;

  @Test
  void ofFiveImportsOnlyThoseThatCompileAreOffered() throws Exception {
    String program =
        """
        fn load(path: &str) -> Result<String, Error> {
            Ok(std::fs::read_to_string(path)?)
        }

        fn main() {
            println!("{:?}", load("a").map(|text| text.len()));
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      Problem problem = only(crate.report());
      assertThat(titles(problem)).containsExactly("✓ Import `std::io::Error`");
      assertThat(problem.fixes().getFirst().preferred()).isTrue();
      assertThat(problem.rejections().stream().map(rejection -> rejection.candidate().title()))
          .contains("Import `std::fmt::Error`", "Import `std::error::Error`")
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void aSuggestionThatAddsAnErrorIsNotOfferedHoweverSureTheCompilerIs() throws Exception {
    String program =
        """
        struct Ticket;

        fn sell(_ticket: Ticket) {}

        fn main() {
            let ticket = Ticket;
            let tickets = [&ticket];
            for each in tickets {
                sell(each);
            }
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      Problem problem = only(crate.report());
      assertThat(problem.fixes()).allMatch(Fix::isOffered);
      assertThat(problem.rejections())
          .allMatch(rejection -> rejection.verdict() instanceof Verdict.Rejected);
    }
  }

  @Test
  void alternativesOfSeveralPartsAreTriedAsAWhole() throws Exception {
    String program =
        """
        enum Shape {
            Round(u32),
            Square(u32),
        }

        fn main() {
            let side: u32 = 2;
            let shape: Shape = side;
            match shape {
                Shape::Round(size) | Shape::Square(size) => println!("{size}"),
            }
        }
        """;
    try (var crate = Crate.of(folder, program)) {
      assertThat(titles(only(crate.report())))
          .containsExactlyInAnyOrder(
              "✓ Wrap the expression in a variant of `Shape`: insert `Shape::Round(` and `)`",
              "✓ Wrap the expression in a variant of `Shape`: insert `Shape::Square(` and `)`");
    }
  }

  @Test
  void readyFixesAreFoundByContentAndGrowingReportsAreTold() throws Exception {
    try (var crate = Crate.of(folder, "fn main() { let x = 1; x = 2; println!(\"{x}\"); }\n")) {
      var told = new ArrayList<Report>();
      crate.session().listen(told::add);
      Report report = crate.report();
      assertThat(crate.session().ready(Snapshot.ofDisk()).orElseThrow().problems())
          .isEqualTo(report.problems());
      assertThat(told).last().isEqualTo(report);
      crate.file("src/main.rs", "fn main() {}\n");
      assertThat(crate.session().ready(Snapshot.ofDisk())).isEmpty();
    }
  }

  private static Problem only(Report report) {
    assertThat(report.failure()).isEmpty();
    List<Problem> errors =
        report.problems().stream().filter(problem -> problem.diagnostic().isError()).toList();
    assertThat(errors).hasSize(1);
    return errors.getFirst();
  }

  private static List<String> titles(Problem problem) {
    return problem.fixes().stream().map(Fix::provenTitle).toList();
  }
}
