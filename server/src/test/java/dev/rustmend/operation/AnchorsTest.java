package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.kb.Anchor;
import dev.rustmend.kb.Rewrite;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnchorsTest {
  private static final Scene SCENE =
      Scene.of(
              """
              struct Shop { open: bool }
              impl Shop {
                  fn sell(&self, count: u8) -> u8 {
                      let total = count + 1;
                      match total { 1 => self.log(total), _ => 0 }
                  }
              }
              """)
          .error("e", "total#3");

  @Test
  void aKindIsTheNearestNodeOfThatKindAroundItsAnchor() {
    assertThat(find("call around primary")).containsExactly("self.log(total)");
    assertThat(find("method call around primary")).containsExactly("self.log(total)");
    assertThat(find("arm around primary")).containsExactly("1 => self.log(total),");
    assertThat(find("match around primary").getFirst()).startsWith("match total");
    assertThat(find("statement around primary").getFirst()).startsWith("match total");
    assertThat(find("expression around primary")).containsExactly("total");
    assertThat(find("fn around primary").getFirst()).startsWith("fn sell");
    assertThat(find("enclosing impl").getFirst()).startsWith("impl Shop");
    assertThat(find("item around primary").getFirst()).startsWith("fn sell");
    assertThat(find("loop around primary")).isEmpty();
  }

  @Test
  void aBindingIsTheIdentifierThatIntroducesTheVariable() {
    assertThat(find("binding of $x", "x", "total")).containsExactly("total");
    assertThat(find("let around binding of $x", "x", "total"))
        .containsExactly("let total = count + 1;");
    assertThat(find("param around binding of $x", "x", "count")).containsExactly("count: u8");
    assertThat(find("binding of $x", "x", "nobody")).isEmpty();
    assertThat(find("binding of $unbound")).isEmpty();
  }

  @Test
  void aDefinitionIsFoundByItsNamePathAndGenericsLeftOut() {
    assertThat(find("definition of $t", "t", "crate::Shop<\n  u8>").getFirst())
        .startsWith("struct Shop");
    assertThat(find("definition of $t", "t", "Nothing")).isEmpty();
  }

  @Test
  void labelsAndNotesAreFoundByTheirText() {
    Scene scene =
        SCENE.label("moved here", "count + 1").note("defined here", "struct Shop { open: bool }");
    assertThat(find(scene, "label \"moved …\"", Map.of())).containsExactly("count + 1");
    assertThat(find(scene, "label \"lost | moved here\"", Map.of())).containsExactly("count + 1");
    assertThat(find(scene, "note \"defined here\"", Map.of())).hasSize(1);
    assertThat(find(scene, "note \"moved here\"", Map.of())).isEmpty();
  }

  @Test
  void aSuggestionIsFoundByItsMessage() {
    Patch patch = Patch.of(Scene.MAIN, TextEdit.replace(7, 11, "Stop"));
    Scene scene =
        SCENE.suggestion(new Suggestion("rename it", Applicability.MAYBE_INCORRECT, patch));
    assertThat(find(scene, "help \"rename it\"", Map.of())).containsExactly("Shop");
  }

  @Test
  void theTopOfAFileIsBehindInnerAttributesAndInnerComments() {
    assertThat(top("fn f() {}\n")).isEqualTo("^fn f() {}\n");
    assertThat(top("//! Doc.\nfn f() {}\n")).isEqualTo("//! Doc.\n^fn f() {}\n");
    assertThat(top("#![allow(dead_code)]\n\nfn f() {}\n"))
        .isEqualTo("#![allow(dead_code)]\n^\nfn f() {}\n");
    assertThat(top("// Copyright\n#![allow(dead_code)]\nfn f() {}\n"))
        .isEqualTo("// Copyright\n#![allow(dead_code)]\n^fn f() {}\n");
    assertThat(top("#![allow(dead_code)]\r\nfn f() {}\r\n"))
        .isEqualTo("#![allow(dead_code)]\r\n^fn f() {}\r\n");
    assertThat(top("//! A.\n//! B.\n\nfn f() {}\n")).isEqualTo("//! A.\n//! B.\n^\nfn f() {}\n");
  }

  private static String top(String main) {
    return Scene.of(main).error("e", "f() {}").after("insert before file top ^");
  }

  private static List<String> find(String anchor) {
    return find(SCENE, anchor, Map.of());
  }

  private static List<String> find(String anchor, String variable, String held) {
    return find(SCENE, anchor, Map.of(variable, held));
  }

  private static List<String> find(Scene scene, String anchor, Map<String, String> bound) {
    var delete = (Rewrite.Delete) Scene.rewrite("delete " + anchor).steps().getFirst();
    Anchor read = delete.anchor();
    return new Anchors(scene.site(), bound).find(read).stream().map(Place::text).toList();
  }
}
