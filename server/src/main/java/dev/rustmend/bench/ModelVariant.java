package dev.rustmend.bench;

import dev.rustmend.prompt.PromptStyle;
import dev.rustmend.prompt.PromptStyle.Examples;
import dev.rustmend.prompt.PromptStyle.Numbers;
import dev.rustmend.prompt.PromptStyle.Places;
import dev.rustmend.repair.ModelWay;
import dev.rustmend.repair.ModelWay.Form;
import dev.rustmend.repair.ModelWay.Tries;
import java.util.List;

/// One way of asking a model that `bench model` compares; `what` says how it differs from the usual
/// one.
public record ModelVariant(String name, String what, ModelWay way) {

  /// The usual way and, each with one difference, the others; `answers` to each question.
  static List<ModelVariant> all(int answers) {
    PromptStyle usual = PromptStyle.usual();
    return List.of(
        framed("usual", "as `fix` asks", usual, answers),
        framed(
            "no examples",
            "without repaired programs of the knowledge base",
            usual.with(Examples.LEFT_OUT),
            answers),
        framed(
            "one item",
            "shows the item of the error alone, not each place that rustc names",
            usual.with(Places.OF_THE_ERROR),
            answers),
        framed(
            "whole file",
            "shows the whole file, and has all of it rewritten",
            usual.with(Places.WHOLE_FILE),
            answers),
        framed(
            "no numbers",
            "neither the items nor the answer have numbers",
            usual.with(Numbers.LEFT_OUT),
            answers),
        new ModelVariant(
            "no grammar",
            "asks for the fenced block in words, and no grammar holds the answer to it",
            new ModelWay(usual, Form.BY_WORDS, Tries.once(answers))));
  }

  private static ModelVariant framed(String name, String what, PromptStyle style, int answers) {
    return new ModelVariant(name, what, new ModelWay(style, Form.BY_GRAMMAR, Tries.once(answers)));
  }
}
