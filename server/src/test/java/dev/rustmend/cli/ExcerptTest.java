package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Colors are written as letters here: `<E:…>` error, `<W:…>` warning, `<G:…>` gutter and
/// secondary, `<+:…>` added, `<-:…>` removed, `<B:…>` bold, `<H:…>` help, `<N:…>` note.
class ExcerptTest {

  @Test
  void labelsHaveTheColorOfTheirMark() {
    assertThat(
            colored(
                """
                error[E0308]: mismatched types
                  --> src/order.rs:32:32
                   |
                32 |             sum += stock.price(line.article) * line.count;
                   |                          ----- ^^^^^^^^^^^^ expected `&str`, found `String`
                   |                          |
                   |                          arguments to this method are incorrect
                   |
                note: method defined here
                  --> src/stock.rs:30:12
                   = note: more
                """))
        .containsExactly(
            "<E:error[E0308]><B:: mismatched types>",
            "  <G:-->> src/order.rs:32:32",
            "   <G:|>",
            "<G:32 |>             sum += stock.price(line.article) * line.count;",
            "   <G:|>                          <G:-----> <E:^^^^^^^^^^^^> <E:expected `&str`, found"
                + " `String`>",
            "   <G:|>                          <G:|>",
            "   <G:|>                          <G:arguments to this method are incorrect>",
            "   <G:|>",
            "<N:note>: method defined here",
            "  <G:-->> src/stock.rs:30:12",
            "   <G:=> <B:note>: more");
  }

  @Test
  void aSpanOfSeveralLinesKeepsItsColorOnTheLeft() {
    assertThat(
            colored(
                """
                warning: unused
                   |
                40 |           if let Some(day) = self.due {
                   |  _____________________________________^
                41 | |             write!(out, "x")?;
                42 | |         }
                   | |_________^ expected `Result`
                """))
        .containsExactly(
            "<W:warning><B:: unused>",
            "   <G:|>",
            "<G:40 |>           if let Some(day) = self.due {",
            "   <G:|>  <W:_____________________________________^>",
            "<G:41 |><W: |>             write!(out, \"x\")?;",
            "<G:42 |><W: |>         }",
            "   <G:|> <W:|_________^> <W:expected `Result`>");
  }

  @Test
  void aSuggestionShowsWhatComesAndGoes() {
    assertThat(
            colored(
                """
                help: a field with a similar name exists
                   |
                16 -         task.urgancy;
                16 +         task.urgency;
                 1 + use std::fmt;
                   |         ++++
                ...
                """))
        .containsExactly(
            "<H:help><B:: a field with a similar name exists>",
            "   <G:|>",
            "<G:16 ><-:-         task.urgancy;>",
            "<G:16 ><+:+         task.urgency;>",
            "<G: 1 ><+:+ use std::fmt;>",
            "   <G:|>         <+:++++>",
            "<G:...>");
  }

  @Test
  void plainPaintChangesNothing() {
    List<String> lines = Samples.RENDERED.lines().toList();
    assertThat(Excerpt.lines(lines, Paint.PLAIN)).isEqualTo(lines);
  }

  private static List<String> colored(String rendered) {
    List<String> lines = rendered.lines().toList();
    return Excerpt.lines(lines, Paint.COLORED).stream().map(ExcerptTest::letters).toList();
  }

  private static String letters(String line) {
    return line.replace("\u001b[0m", ">")
        .replace("\u001b[1;31m", "<E:")
        .replace("\u001b[1;33m", "<W:")
        .replace("\u001b[1;34m", "<G:")
        .replace("\u001b[1;36m", "<H:")
        .replace("\u001b[1;32m", "<N:")
        .replace("\u001b[32m", "<+:")
        .replace("\u001b[31m", "<-:")
        .replace("\u001b[1m", "<B:");
  }
}
