package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedItemsTest {
  private static final String ARROW = " => ";

  @Test
  void onlyItemsThatAreNotInBothAreLeft() {
    ChangedItems changed =
        ChangedItems.of(
            SourceText.of("use a::{b, c};\nfn f() { 1; }\n/// Says g.\nfn g() {}\nfn h() {}\n"),
            SourceText.of("use a::{b, c};\nuse d;\nfn f() { 2; }\n/// Says g.\nfn g() {}\n"));
    assertThat(changed.before().string()).isEqualTo("\nfn f() { 1; }\nfn h() {}");
    assertThat(changed.after().string()).isEqualTo("\nuse d;\nfn f() { 2; }");
  }

  @Test
  void whatStandsTwiceIsCounted() {
    ChangedItems changed =
        ChangedItems.of(
            SourceText.of("m!();m!();fn f() {}m!();"), SourceText.of("m!();fn f() {}m!();"));
    assertThat(changed.before().string()).isEqualTo("m!();");
    assertThat(changed.after().string()).isEmpty();
  }

  /// Pairs of texts, the second one repaired or damaged, with `=>` between them.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f() { g(); h(); } => fn f() { g(); }",
        "fn f() { g(1); } => fn f() { g(2); }",
        "fn f() { g(1) } fn i() { j(1) } => fn f() { g(1) }",
        "struct S { a: u8, b: u8 } => struct S { a: u8 }",
        "#[derive(Debug)] struct S; => struct S;",
        "fn f() -> u8 { g() } => fn f() -> u8 { todo!() }",
        "fn f() -> u8 { g() } => fn f() -> u8 { g().unwrap() }",
        "use a::B; fn f(b: B) { g(b) } => use a::C; fn f(b: &C) { g(b.clone()) }",
        "fn f() { match x { A => a(), B => b() } } => fn f() { match x { A => a() } }",
        "fn f() { g() } => use d::e; fn f() { g() }",
        "fn f() { g() } mod m { fn h() { i() } } => fn f() { g(); i() } mod m { fn h() {} }",
        "fn f() { if a { g() } => fn f() { if a { g() } }",
        "fn f() { p(\"a); } => fn f() { p(\"a\"); }",
        "fn f() { g() } => fn f() { unsafe { g() } }",
        "// why\nfn f() { g() } => fn f() { g() }"
      })
  void aLongFileIsJudgedLikeAShortOne(String pair) {
    int arrow = pair.indexOf(ARROW);
    String before = pair.substring(0, arrow);
    String after = pair.substring(arrow + ARROW.length());
    assertThat(damage(lengthened(before), lengthened(after))).isEqualTo(damage(before, after));
  }

  private static List<Damage> damage(String before, String after) {
    return new ProgramShapes().damage(SourceText.of(before), SourceText.of(after));
  }

  private static String lengthened(String text) {
    return IntStream.range(0, 1500)
            .mapToObj("/// Adds.\npub fn before_%1$d(x: u64) -> u64 { x + %1$d }"::formatted)
            .collect(Collectors.joining("\n", "", "\n"))
        + text
        + IntStream.range(0, 100)
            .mapToObj("impl Trait for [u8; %1$d] { fn len() -> usize { %1$d } }"::formatted)
            .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
