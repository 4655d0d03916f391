package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MutationKindTest {
  private static final Path FILE = Path.of("src/lib.rs");

  /// What each kind makes of a small program: all results, in order.
  static final List<Example> EXAMPLES =
      List.of(
          example(
              MutationKind.MISSPELL_LOCAL,
              "fn f(size: u8) -> u8 { g(size) }",
              "fn f(size: u8) -> u8 { g(szie) }",
              "fn f(size: u8) -> u8 { g(sie) }"),
          example(
              MutationKind.MISSPELL_FIELD,
              "fn f(s: S) -> u8 { s.size + s.len() }",
              "fn f(s: S) -> u8 { s.szie + s.len() }",
              "fn f(s: S) -> u8 { s.sie + s.len() }"),
          example(
              MutationKind.MISSPELL_METHOD,
              "fn f(s: S) -> u8 { s.size + s.len() }",
              "fn f(s: S) -> u8 { s.size + s.lenn() }"),
          example(
              MutationKind.MISSPELL_TYPE,
              "struct Size; fn f(s: Size) {}",
              "struct Size; fn f(s: Szie) {}",
              "struct Size; fn f(s: Sie) {}"),
          example(
              MutationKind.RENAME_FUNCTION,
              "fn f() {} fn main() { f() }",
              "fn f_with() {} fn main() { f() }",
              "fn do_f() {} fn main() { f() }"),
          example(
              MutationKind.REMOVE_SELF,
              "impl S { fn f(&self) -> u8 { self.a } }",
              "impl S { fn f(&self) -> u8 { a } }"),
          example(
              MutationKind.PARAMETER_TYPE,
              "fn f(a: Vec<u8>, b: &[u8], c: f64, d: S) {}",
              "fn f(a: &[u8], b: &[u8], c: f64, d: S) {}",
              "fn f(a: Vec<u8>, b: Vec<u8>, c: f64, d: S) {}",
              "fn f(a: Vec<u8>, b: &[u8], c: f32, d: S) {}"),
          example(
              MutationKind.FIELD_TYPE,
              "struct S { a: String } struct T(f64);",
              "struct S { a: &str } struct T(f64);",
              "struct S { a: String } struct T(f32);"),
          example(MutationKind.REMOVE_RETURN_TYPE, "fn f() -> u8 { 1 }", "fn f() { 1 }"),
          example(
              MutationKind.REMOVE_LIFETIME,
              "fn f<'a>(a: &'a str, b: S<'a, u8>) {}",
              "fn f(a: &'a str, b: S<'a, u8>) {}",
              "fn f<'a>(a: &str, b: S<'a, u8>) {}",
              "fn f<'a>(a: &'a str, b: S<u8>) {}"),
          example(
              MutationKind.DROP_BOUND,
              "fn f<T: A + B, U: C>(t: T, u: U) where T: D {}",
              "fn f<T: B, U: C>(t: T, u: U) where T: D {}",
              "fn f<T: A, U: C>(t: T, u: U) where T: D {}",
              "fn f<T: A + B, U>(t: T, u: U) where T: D {}",
              "fn f<T: A + B, U: C>(t: T, u: U) where T: {}"),
          example(
              MutationKind.DROP_DERIVE,
              "#[derive(Clone, Debug)]\nstruct S;\n#[derive(Copy)]\nstruct T;",
              "#[derive(Debug)]\nstruct S;\n#[derive(Copy)]\nstruct T;",
              "#[derive(Clone)]\nstruct S;\n#[derive(Copy)]\nstruct T;",
              "#[derive(Clone, Debug)]\nstruct S;\nstruct T;"),
          example(
              MutationKind.REMOVE_USE,
              "use a::{b, c};\nfn f() {}",
              "fn f() {}",
              "use a::{c};\nfn f() {}",
              "use a::{b};\nfn f() {}"),
          example(
              MutationKind.CHANGE_USE_SEGMENT,
              "use std::fmt::Display;",
              "use stdd::fmt::Display;",
              "use std::fmtt::Display;",
              "use std::fmt::Dipslay;",
              "use std::fmt::Dislay;",
              "use std::Display;"),
          example(MutationKind.REMOVE_PUB, "pub fn f() {}", "fn f() {}"),
          example(
              MutationKind.REMOVE_MUT,
              "fn f(&mut self) { let mut a = &mut b; }",
              "fn f(&self) { let mut a = &mut b; }",
              "fn f(&mut self) { let a = &mut b; }",
              "fn f(&mut self) { let mut a = &b; }"),
          example(
              MutationKind.REMOVE_REFERENCE,
              "fn f(a: &str) { g(&mut b) }",
              "fn f(a: &str) { g(b) }",
              "fn f(a: str) { g(&mut b) }"),
          example(MutationKind.ADD_REFERENCE, "fn f() { g(a, 1) }", "fn f() { g(&a, 1) }"),
          example(
              MutationKind.ITERATE_VALUE,
              "fn f() { for a in &b {} for c in d.iter() {} }",
              "fn f() { for a in b {} for c in d.iter() {} }",
              "fn f() { for a in &b {} for c in d {} }"),
          example(MutationKind.DROP_DEREFERENCE, "fn f() { *a = -1; }", "fn f() { a = -1; }"),
          example(
              MutationKind.REMOVE_CONVERSION,
              "fn f() { a.clone().len(); b.into() }",
              "fn f() { a.len(); b.into() }",
              "fn f() { a.clone().len(); b }"),
          example(
              MutationKind.UNWRAP_VALUE,
              "fn f() { Some(1); Ok((2, 3)) }",
              "fn f() { 1; Ok((2, 3)) }",
              "fn f() { Some(1); (2, 3) }"),
          example(MutationKind.DROP_QUESTION_MARK, "fn f() { g()?.h() }", "fn f() { g().h() }"),
          example(MutationKind.SWAP_ARGUMENTS, "fn f() { g(1, 2, 2) }", "fn f() { g(2, 1, 2) }"),
          example(
              MutationKind.LITERAL_KIND,
              "fn f() { (1.0, 'a', b'c', \"d\", \"ef\") }",
              "fn f() { (1, 'a', b'c', \"d\", \"ef\") }",
              "fn f() { (1.0, \"a\", b'c', \"d\", \"ef\") }",
              "fn f() { (1.0, 'a', 'c', \"d\", \"ef\") }",
              "fn f() { (1.0, 'a', b'c', 'd', \"ef\") }"),
          example(
              MutationKind.ASSIGN_FOR_COMPARE,
              "fn f() { if a == 1 && b { c == d; } }",
              "fn f() { if a = 1 && b { c == d; } }"),
          example(MutationKind.DROP_BANG, "fn f() { panic!(\"a\") }", "fn f() { panic(\"a\") }"),
          example(
              MutationKind.DROP_FIELD_OF_LITERAL,
              "fn f(a: u8, b: u8) { S { a, b: 1, c: 2 } }",
              "fn f(a: u8, b: u8) { S { b: 1, c: 2 } }",
              "fn f(a: u8, b: u8) { S { a, c: 2 } }"),
          example(
              MutationKind.REMOVE_ARM,
              "fn f() { match a { 1 => 2, _ => 3 } match b { _ => 4 } }",
              "fn f() { match a { _ => 3 } match b { _ => 4 } }",
              "fn f() { match a { 1 => 2, } match b { _ => 4 } }"),
          example(
              MutationKind.MOVE_LET,
              "fn f() { let a = 1; let b = a; c(); }",
              "fn f() { let b = a; let a = 1; c(); }"),
          example(
              MutationKind.REMOVE_SEMICOLON,
              "use a::b;\nfn f() { let c = 1; d(); }",
              "use a::b\nfn f() { let c = 1; d(); }",
              "use a::b;\nfn f() { let c = 1 d(); }",
              "use a::b;\nfn f() { let c = 1; d() }"),
          example(
              MutationKind.REMOVE_DELIMITER,
              "fn f() {}",
              "fn f) {}",
              "fn f( {}",
              "fn f() }",
              "fn f() {"),
          example(
              MutationKind.REMOVE_COMMA,
              "struct S { a: u8, b: u8, } fn f() { g(1, 2); println!(\"{}\", 3); }",
              "struct S { a: u8 b: u8, } fn f() { g(1, 2); println!(\"{}\", 3); }",
              "struct S { a: u8, b: u8, } fn f() { g(1 2); println!(\"{}\", 3); }",
              "struct S { a: u8, b: u8, } fn f() { g(1, 2); println!(\"{}\" 3); }"));

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void breaksTheProgramInItsWay(Example example) {
    assertThat(mutants(example.kind(), example.program()))
        .containsExactlyElementsOf(example.mutants());
  }

  @Test
  void everyKindHasAnExample() {
    assertThat(EXAMPLES.stream().map(Example::kind).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(MutationKind.class));
  }

  @Test
  void testsCommentsAndMacroDefinitionsStayAsTheyAre() {
    String program =
        """
        #[cfg(test)]
        mod tests {
            #[test]
            fn works() { let a = f(1, 2); }
        }
        #[test]
        fn alone() { g(1, 2); }
        macro_rules! m { ($a:expr) => { g($a, 1); } }
        // g(3, 4);
        """;

    assertThat(mutants(MutationKind.SWAP_ARGUMENTS, program)).isEmpty();
    assertThat(mutants(MutationKind.REMOVE_DELIMITER, program)).isEmpty();
  }

  @Test
  void aLocalIsWhatTheFunctionBinds() {
    assertThat(
            mutants(
                MutationKind.MISSPELL_LOCAL,
                "fn f() { if let Some(ab) = GH { cd(|ef| ab + ef + ij); } }"))
        .containsExactly(
            "fn f() { if let Some(ab) = GH { cd(|ef| abb + ef + ij); } }",
            "fn f() { if let Some(ab) = GH { cd(|ef| ab + eff + ij); } }");
  }

  private static List<String> mutants(MutationKind kind, String program) {
    SourceText text = SourceText.of(program);
    MutableCode code = MutableCode.of(text).orElseThrow();
    return kind.mutator()
        .places(code)
        .map(edits -> Patch.of(FILE, edits.toArray(TextEdit[]::new)).apply(FILE, text).string())
        .toList();
  }

  /// A program and what becomes of it.
  record Example(MutationKind kind, String program, List<String> mutants) {
    @Override
    public String toString() {
      return kind.name();
    }
  }

  private static Example example(MutationKind kind, String program, String... mutants) {
    return new Example(kind, program, List.of(mutants));
  }
}
