package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verdicts of the real compiler on small programs.
class CargoOracleTest {
  @TempDir Path folder;

  @Test
  void aPatchThatLeavesNoErrorCompiles() throws Exception {
    try (var play =
        Playground.app(folder, "fn main() { let x: u32 = \"1\"; println!(\"{x}\"); }\n")) {
      var before = play.photograph();
      BaseCheck base = play.check();
      Diagnostic target = base.checked().errors().getFirst();

      assertThat(play.judge(base, target, "src/main.rs", "\"1\"", "1"))
          .isEqualTo(new Verdict.Compiles(1, 0));
      assertThat(play.judge(base, target, "src/main.rs", "\"1\"", "1.0"))
          .isEqualTo(new Verdict.Rejected("the error remains"));
      assertThat(play.judge(base, target, "src/main.rs", "\"1\"", "nope"))
          .isInstanceOfSatisfying(
              Verdict.Rejected.class,
              rejected -> assertThat(rejected.why()).startsWith("introduces E0425"));
      assertThat(play.photograph()).isEqualTo(before);
    }
  }

  @Test
  void unrelatedErrorsShareACompile() throws Exception {
    String program =
        """
        fn a() { let x: u32 = "1"; println!("{x}"); }
        fn b() { let s = String::new(); drop(s); drop(s); }
        fn c() -> i64 { missing }
        fn main() { a(); b(); c(); }
        """;
    try (var play = Playground.app(folder, program)) {
      BaseCheck base = play.check();
      Trial a = play.trial(base, error(base, "E0308"), "src/main.rs", "\"1\"", "1");
      Trial b =
          play.trial(base, error(base, "E0382"), "src/main.rs", "drop(s);", "drop(s.clone());");
      Trial c = play.trial(base, error(base, "E0425"), "src/main.rs", "missing", "7u8");
      Trial d = play.trial(base, error(base, "E0425"), "src/main.rs", "missing", "7");
      assertThat(play.oracle().compareWithRealTree(base)).isEqualTo(new Fidelity.Faithful());
      int compiles = play.oracle().compiles();

      var verdicts = play.judge(base, a, b, c, d);

      assertThat(verdicts.get(a)).isEqualTo(new Verdict.Advances(3, 2));
      assertThat(verdicts.get(b)).isEqualTo(new Verdict.Advances(3, 2));
      assertThat(verdicts.get(c))
          .isEqualTo(new Verdict.Rejected("introduces E0308: mismatched types"));
      assertThat(verdicts.get(d)).isEqualTo(new Verdict.Advances(3, 2));
      assertThat(play.oracle().compiles() - compiles).isEqualTo(2);

      JointVerdict joint = play.oracle().judgeTogether(base, List.of(a, c, b));
      assertThat(joint.held()).containsExactly(a, b);
      assertThat(joint.after().checked().errors()).hasSize(1);
      joint = play.oracle().judgeTogether(base, List.of(a, d, b));
      assertThat(joint.held()).containsExactly(a, d, b);
      assertThat(joint.after().checked().errors()).isEmpty();
    }
  }

  static Diagnostic error(BaseCheck base, String code) {
    return base.checked().errors().stream()
        .filter(error -> error.codeText().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
