package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportPlaceTest {
  private static final Path FILE = Path.of("/a/src/lib.rs");

  @Test
  void goesToItsPlaceInTheAlphabetOfItsGroup() {
    assertThat(
            added(
                "std::fmt::Display",
                """
                use std::collections::HashMap;
                use std::io::Read; // bytes

                fn main() {}
                """))
        .isEqualTo(
            """
            use std::collections::HashMap;
            use std::fmt::Display;
            use std::io::Read; // bytes

            fn main() {}
            """);
  }

  @Test
  void goesBehindOwnModulesAsRustfmtSorts() {
    assertThat(added("std::fmt", "use crate::order::Order;\n\nstruct A;\n"))
        .isEqualTo("use crate::order::Order;\nuse std::fmt;\n\nstruct A;\n");
  }

  @Test
  void takesTheGroupOfTheSameCrate() {
    assertThat(
            added(
                "serde::Serialize",
                """
                use std::fmt;

                use log::info;
                use serde::Deserialize;

                use crate::a;
                """))
        .isEqualTo(
            """
            use std::fmt;

            use log::info;
            use serde::Deserialize;
            use serde::Serialize;

            use crate::a;
            """);
  }

  @Test
  void isAGroupOfItsOwnWhereGroupsAreKept() {
    String text =
        """
        use log::info;

        use crate::a;
        """;
    assertThat(added("std::fmt", text)).isEqualTo("use std::fmt;\n\n" + text);
  }

  @Test
  void staysBesideItsRelativesInAGroupThatNobodySorts() {
    assertThat(
            added(
                "std::fmt::Write",
                """
                use std::io;
                use std::fmt::Display;
                use std::collections::HashMap;
                """))
        .isEqualTo(
            """
            use std::io;
            use std::fmt::Display;
            use std::fmt::Write;
            use std::collections::HashMap;
            """);
  }

  @Test
  void knowsTheOrderOfTheOlderStyleToo() {
    assertThat(
            added(
                "std::collections::btree_map::Entry",
                """
                use std::collections::hash_map;
                use std::collections::HashMap;
                """))
        .startsWith("use std::collections::btree_map::Entry;\n");
  }

  @Test
  void keepsApartFromPublicOnesAndFromThoseWithAttributes() {
    assertThat(
            added(
                "std::fmt",
                """
                pub use self::a::A;
                #[cfg(unix)]
                use std::os::unix;
                use std::io;
                """))
        .isEqualTo(
            """
            pub use self::a::A;
            #[cfg(unix)]
            use std::os::unix;
            use std::fmt;
            use std::io;
            """);
  }

  @Test
  void standsBeforeTheFirstItemAndItsCommentWhereThereIsNoOther() {
    assertThat(added("std::fmt", "//! A crate.\n\nmod a;\n\n/// Says it.\nstruct A;\n"))
        .isEqualTo("//! A crate.\n\nmod a;\n\nuse std::fmt;\n\n/// Says it.\nstruct A;\n");
  }

  @Test
  void isIndentedInAModule() {
    String text = "mod tests {\n    use super::*;\n\n    fn a() {}\n}\n";
    assertThat(added("std::fmt", text, text.indexOf("fn a")))
        .isEqualTo("mod tests {\n    use super::*;\n    use std::fmt;\n\n    fn a() {}\n}\n");
  }

  private static String added(String path, String text) {
    return added(path, text, text.length() - 2);
  }

  private static String added(String path, String text, int offset) {
    SourceText source = SourceText.of(text);
    RustTree tree = RustTree.parse(source).orElseThrow();
    Patch patch = Patch.of(FILE, ImportPlace.edit(tree.nodeAt(offset), path));
    return patch.apply(FILE, source).string();
  }
}
