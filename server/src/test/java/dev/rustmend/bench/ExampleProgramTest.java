package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExampleProgramTest {

  @Test
  void wrapsStatements() {
    assertThat(ExampleProgram.of("let x = 1;\n"))
        .isEqualTo("#![allow(unused)]\nfn main() {\nlet x = 1;\n}\n");
  }

  @Test
  void leavesAProgramWithMainAlone() {
    assertThat(ExampleProgram.of("struct S;\n\npub fn main() {}"))
        .isEqualTo("#![allow(unused)]\nstruct S;\n\npub fn main() {}\n");
    assertThat(ExampleProgram.of("async fn main() {}")).doesNotContain("fn main() {\n");
  }

  @Test
  void doesNotTakeACommentOrAnotherNameForMain() {
    assertThat(ExampleProgram.of("// fn main() {}\nfn mainly() {}"))
        .isEqualTo("#![allow(unused)]\nfn main() {\n// fn main() {}\nfn mainly() {}\n}\n");
  }

  @Test
  void keepsInnerAttributesAndExternCratesOutside() {
    assertThat(
            ExampleProgram.of(
                """
                // a note
                #![deny(
                    dead_code
                )]
                extern crate core;

                use core::mem;
                #[derive(Clone)] struct S;
                """))
        .isEqualTo(
            """
            #![allow(unused)]
            // a note
            #![deny(
                dead_code
            )]
            extern crate core;
            fn main() {

            use core::mem;
            #[derive(Clone)] struct S;
            }
            """);
  }

  @Test
  void addsTheHeaderOnce() {
    assertThat(ExampleProgram.of("#![allow(unused)]\nfn main() {\n}"))
        .isEqualTo("#![allow(unused)]\nfn main() {\n}\n");
  }
}
