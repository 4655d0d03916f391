package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.bench.FixesBenchRequest.Baselines;
import dev.rustmend.bench.FixesReport.Outcome;
import dev.rustmend.cargo.CargoProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFolderTest {
  private static final RustToolchain TOOLCHAIN =
      new RustToolchain("rustc of this machine", "any", Path.of("doc"));
  private static final String BROKEN =
      """
      const ONE: u32 = 1;
      const TWO: u32 = 2;
      fn half(n: u32) -> u32 { n / TOW }
      fn main() { assert_eq!(half(8), 4 * ONE); }
      """;
  private static final String REPAIRED = BROKEN.replace("TOW", "TWO");

  @TempDir Path folder;

  @Test
  void readsBothHalvesWithTheirRepairs() throws IOException {
    write("tune/E0425-half.rs", BROKEN);
    write("tune/E0425-half.fixed.rs", REPAIRED);
    write("heldout/none-bracket.rs", "fn main( {}\n");
    write("heldout/none-bracket.fixed.rs", "fn main() {}\n");

    List<BrokenProgram> programs = new ProgramFolder(folder).brokenPrograms();

    assertThat(programs)
        .extracting(BrokenProgram::id)
        .containsExactly("tune/E0425-half", "heldout/none-bracket");
    assertThat(programs).extracting(BrokenProgram::half).containsExactly(Half.TUNE, Half.HELD_OUT);
    assertThat(programs.getFirst().named()).containsExactly("E0425");
    assertThat(programs.getFirst().reference()).isEqualTo(REPAIRED);
    assertThat(programs.getLast().named()).isEmpty();
  }

  @Test
  void aProgramWithoutItsRepairIsNamed() throws IOException {
    write("tune/E0425-half.rs", BROKEN);

    assertThatThrownBy(() -> new ProgramFolder(folder).brokenPrograms())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("E0425-half.fixed.rs");
  }

  @Test
  void aFolderWithoutProgramsIsRefused() {
    assertThatThrownBy(() -> new ProgramFolder(folder).brokenPrograms())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("`tune` and `heldout`");
  }

  @Test
  void theAssertionsOfTheAuthorSayWhetherARepairDoesWhatWasMeant() throws Exception {
    write("tune/E0425-half.rs", BROKEN);
    write("tune/E0425-half.fixed.rs", REPAIRED);

    var cargo = new CargoProcess(System.getenv());
    var bench =
        new FixesBench(
            cargo, List.of(new Writing("right", REPAIRED), new Writing("wrong", wrong())));
    FixesReport report =
        bench.run(
            request(),
            TOOLCHAIN,
            new ProgramFolder(folder).brokenPrograms(),
            BenchListener.silent());

    Outcome right = report.cases().getFirst().outcome("right");
    Outcome wrong = report.cases().getFirst().outcome("wrong");
    assertThat(right.behavior()).isEqualTo(Behavior.AS_MEANT);
    assertThat(wrong.repaired()).isTrue();
    assertThat(wrong.behavior()).isEqualTo(Behavior.OTHER);
    assertThat(FixesSummary.of("right", report.cases()).asItsAuthor().hits()).isEqualTo(1);
    assertThat(FixesSummary.of("wrong", report.cases()).asMeant().hits()).isZero();
    assertThat(new FixesMarkdown(report).text())
        .contains(
            "1 programs of a folder are said not to compile",
            "| does what was meant | the author's own repair |",
            "## Does something else than was meant, wrong\n\n- `tune/E0425-half`");
  }

  private static String wrong() {
    return BROKEN.replace("TOW", "ONE");
  }

  private FixesBenchRequest request() {
    return new FixesBenchRequest(
        Optional.empty(),
        OptionalInt.empty(),
        1,
        Set.of(),
        Optional.of(folder),
        1,
        Baselines.CACHED,
        folder.resolve("bench"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// A method that leaves the same program whatever it is given.
  private record Writing(String name, String source) implements Method {
    @Override
    public String revision() {
      return "";
    }

    @Override
    public Steps repair(ScratchPackage scratch) {
      scratch.write(source);
      return new Steps(0, List.of());
    }
  }
}
