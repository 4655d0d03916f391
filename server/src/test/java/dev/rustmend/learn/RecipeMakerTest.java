package dev.rustmend.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeMakerTest {
  private static final Lesson TEXT =
      Lesson.error("E0308", "mismatched types").labeled("expected `String`, found `&str`");
  private final RecipeMaker maker = new RecipeMaker();

  @Test
  void whatAChangeKeepsBecomesAMetavariable() {
    Episode episode =
        TEXT.repaired(
                "fn f() { let name: String = «\"ferris\"»; }\n",
                "fn f() { let name: String = \"ferris\".to_owned(); }\n")
            .episode();
    assertThat(lines(episode))
        .containsExactly(
            """
            message "mismatched types"
            said "expected `String`, found `&str`"
            at primary  "ferris" => "ferris".to_owned()\
            """,
            """
            said "expected `String`, found `&str`"
            at primary  $a => $a.to_owned()\
            """);
  }

  @Test
  void aNewImportIsARecipeWhereverItWasPut() {
    Episode episode =
        Lesson.error("E0433", "failed to resolve: use of undeclared type `HashMap`")
            .repaired(
                "use std::fmt;\n\nfn f() { let _m: u8 = «HashMap»::new(); }\n",
                "use std::{collections::HashMap, fmt};\n\nfn f() { let _m: u8 = HashMap::new(); }\n")
            .episode();
    assertThat(lines(episode))
        .contains(
            """
            message "failed to resolve: use of undeclared type `HashMap`"
            insert before file top  use std::collections::HashMap;\\n\
            """);
  }

  @Test
  void namesInTheMessageThatTheRepairDoesNotWriteAreHoles() {
    Episode episode =
        Lesson.error("E0382", "use of moved value: `order`")
            .labeled("value used here after move")
            .repaired(
                "fn f(order: String) { g(order); g(«order»); }\n",
                "fn f(order: String) { g(order); g(order.clone()); }\n")
            .episode();
    assertThat(lines(episode))
        .last()
        .asString()
        .isEqualTo("message \"use of moved value: `$a`\"\nat primary  $a => $a.clone()");
  }

  @Test
  void aListKeepsItsElements() {
    Episode episode =
        Lesson.error("E0063", "missing field `size` in initializer of `Shape`")
            .labeled("missing `size`")
            .repaired(
                "fn f() -> Shape { «Shape» { x: 1, y: 2 } }\n",
                "fn f() -> Shape { Shape { x: 1, y: 2, ..Default::default() } }\n")
            .episode();
    assertThat(lines(episode)).last().asString().contains("{ $$", ", ..Default::default() }");
  }

  @Test
  void whereTwoEpisodesDifferAMetavariableStands() {
    Lesson unit = Lesson.error("E0308", "mismatched types");
    Episode meters =
        unit.labeled("expected `Meters`, found `f64`")
            .repaired("fn f(x: f64) -> Meters { «x» }\n", "fn f(x: f64) -> Meters { Meters(x) }\n")
            .episode();
    Episode feet =
        unit.labeled("expected `Feet`, found `f64`")
            .repaired(
                "fn g(p: P) -> Feet { «p.len()» }\n", "fn g(p: P) -> Feet { Feet(p.len()) }\n")
            .episode();
    Recipe common = maker.common(meters, feet).orElseThrow();
    assertThat(common.lines())
        .isEqualTo(
            """
            said "expected `$a`, found `f64`"
            at primary  $b => $a($b)\
            """);
    assertThat(common.generality()).isEqualTo(2);
  }

  @Test
  void listsOfDifferentLengthsHaveTheWholeListInCommon() {
    Episode two =
        Lesson.error("E0063", "missing fields `free` and `name` in initializer of `Berth`")
            .labeled("missing `free` and `name`")
            .repaired(
                "fn f(x: u32) -> Berth { «Berth» { number: x } }\n",
                "fn f(x: u32) -> Berth { Berth { number: x, ..Berth::default() } }\n")
            .episode();
    Episode one =
        Lesson.error("E0063", "missing field `name` in initializer of `Berth`")
            .labeled("missing `name`")
            .repaired(
                "fn g() -> Berth { «Berth» { number: 3, free: true } }\n",
                "fn g() -> Berth { Berth { number: 3, free: true, ..Berth::default() } }\n")
            .episode();
    Recipe common = maker.common(two, one).orElseThrow();
    assertThat(common.lines())
        .isEqualTo(
            """
            message "missing…in initializer of `Berth`"
            said "missing…"
            at expression around primary  Berth { $$a } => Berth { $$a, ..Berth::default() }\
            """);
    Episode none =
        Lesson.error(
                "E0063", "missing fields `free`, `name` and `number` in initializer of `Berth`")
            .labeled("missing `free`, `name` and `number`")
            .repaired(
                "fn h() -> Berth { «Berth» { lit: true, deep: 2, at: 1 } }\n",
                "fn h() -> Berth { Berth { lit: true, deep: 2, at: 1, ..Berth::default() } }\n")
            .episode();
    assertThat(maker.repairs(common, none)).isTrue();
  }

  @Test
  void repairsThatHaveNothingInCommonGiveNoRecipe() {
    Episode owned =
        TEXT.repaired("fn f() -> String { «\"a\"» }\n", "fn f() -> String { \"a\".to_owned() }\n")
            .episode();
    Episode from =
        TEXT.repaired(
                "fn f() -> String { «\"b\"» }\n", "fn f() -> String { String::from(\"b\") }\n")
            .episode();
    assertThat(maker.common(owned, from)).isEmpty();
    assertThat(maker.of(from)).isNotEmpty().noneMatch(recipe -> maker.repairs(recipe, owned));
  }

  @Test
  void aChangeAwayFromThePrimaryPlaceIsFoundAroundIt() {
    Episode episode =
        Lesson.error(
                "E0277", "the `?` operator can only be used in a function that returns `Result`")
            .labeled("cannot use the `?` operator in a function that returns `()`")
            .repaired(
                "fn f(path: &str) {\n    let _ = read(path)«?»;\n}\n",
                "fn f(path: &str) {\n    let _ = read(path).unwrap_or_default();\n}\n")
            .episode();
    assertThat(lines(episode)).last().asString().contains("=> $a.unwrap_or_default()");
  }

  private List<String> lines(Episode episode) {
    List<Recipe> recipes = maker.of(episode);
    assertThat(recipes).allMatch(recipe -> maker.repairs(recipe, episode));
    return recipes.stream().map(Recipe::lines).toList();
  }
}
