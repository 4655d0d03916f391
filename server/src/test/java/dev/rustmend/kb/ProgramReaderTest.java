package dev.rustmend.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramReaderTest {

  @Test
  void theWordsBehindTheFenceSayWhatMustHappen() {
    Program broken = program("rust,compile_fail,E0308", "fn main() {}");
    assertThat(broken.mustFail()).isTrue();
    assertThat(broken.code()).isEqualTo("E0308");
    Program warned = program("rust,warns,clippy::len_zero", "fn main() {}");
    assertThat(warned.onlyWarns()).isTrue();
    assertThat(warned.code()).isEqualTo("clippy::len_zero");
    assertThat(program("rust,compile_fail", "fn main() {}").code()).isEmpty();
  }

  @Test
  void theFirstCodeIsTheEntrysAndTheOthersAreToldWithIt() {
    Program unstable = program("rust,compile_fail,E0198,E0658", "fn main() {}");
    assertThat(unstable.code()).isEqualTo("E0198");
    assertThat(unstable.companions()).containsExactly("E0658");
    assertThat(program("rust,compile_fail,E0308", "fn main() {}").companions()).isEmpty();
  }

  @Test
  void aCaretLineIsTakenOutAndPointsAtTheLineAboveIt() {
    Program program =
        program("rust,compile_fail,E0308", "let é = 1;\nlet é = x;\n//      ^ not found\n}");
    assertThat(program.files()).isEqualTo(Map.of(Program.MAIN, "let é = 1;\nlet é = x;\n}\n"));
    assertThat(program.caret()).contains(new Program.Caret(Program.MAIN, 2, 9, 1, "not found"));
  }

  @Test
  void aCaretWithoutALabelTakesAnyLabel() {
    assertThat(program("rust,compile_fail", "  abc\n//^^^").caret())
        .contains(new Program.Caret(Program.MAIN, 1, 3, 3, ""));
  }

  @Test
  void aHeadingBeginsAnotherFile() {
    Program program =
        program(
            "rust,compile_fail",
            """
            mod greet;
            fn main() {}
            // src/greet.rs
            fn hello() {}
            // ^^ here
            # Cargo.toml
            [package]
            """);
    assertThat(program.files())
        .containsOnlyKeys(Program.MAIN, "src/greet.rs", "Cargo.toml")
        .containsEntry("src/greet.rs", "fn hello() {}\n");
    assertThat(program.caret().map(Program.Caret::file)).contains("src/greet.rs");
  }

  @Test
  void runsOfRemovedLinesAreReplacedByTheAddedOnes() {
    assertThat(repaired("a\nb\nc\nb\nd\n", "-a\n-b\n+x\n\n-d\n+d\n+\n+e"))
        .isEqualTo(Map.of(Program.MAIN, "x\nc\nb\nd\n\ne\n"));
  }

  @Test
  void removedLinesCanGoForGood() {
    assertThat(repaired("a\nb\n", "-b")).isEqualTo(Map.of(Program.MAIN, "a\n"));
  }

  @Test
  void aDiffWithoutAHeadingIsAboutTheFileWithTheCaret() {
    String program = "mod m;\n// src/m.rs\nfn f() {\n//  ^\n}\n";
    assertThat(repaired(program, "-fn f() {\n+fn g() {"))
        .containsEntry("src/m.rs", "fn g() {\n}\n")
        .containsEntry(Program.MAIN, "mod m;\n");
    assertThat(repaired(program, "// src/main.rs\n-mod m;\n+pub mod m;"))
        .containsEntry(Program.MAIN, "pub mod m;\n");
  }

  @Test
  void aDiffCanMakeAFile() {
    assertThat(repaired("mod m;\n", "// src/m.rs\n+pub fn f() {}\n"))
        .containsEntry("src/m.rs", "pub fn f() {}\n");
  }

  @Test
  void aDiffThatDoesNotFitSaysWhy() {
    assertThatThrownBy(() -> repaired("a\n", "-b\n+c"))
        .hasMessageContaining("the removed lines beginning with `b` occur 0 times");
    assertThatThrownBy(() -> repaired("a\na\n", "-a\n+b"))
        .hasMessageContaining("occur 2 times in the program, not once");
    assertThatThrownBy(() -> repaired("a\n", "+b"))
        .hasMessageContaining("stands behind the `-` lines");
    assertThatThrownBy(() -> repaired("a\n", " a\n+b"))
        .hasMessageContaining("stands behind the `-` lines");
  }

  private static Map<String, String> repaired(String program, String diff) {
    return ProgramReader.repaired(program("rust,compile_fail", program), diff);
  }

  private static Program program(String info, String text) {
    return ProgramReader.read(new EntryText.Block("Example", info, text, 1, true));
  }
}
