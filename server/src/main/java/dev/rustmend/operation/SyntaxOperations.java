package dev.rustmend.operation;

import java.util.List;

/// The operations about text that does not parse, macros, format strings and lints.
final class SyntaxOperations {
  private SyntaxOperations() {}

  static List<Operation> all() {
    return List.of(
        new Mend("mend-delimiters", Delimiters::mend),
        new Mend("mend-expected-token", ExpectedTokens::mend),
        new Mend("count-in-range", LoopHabits::countingLoop),
        new Mend("write-for-in", LoopHabits::inLoop),
        new Mend("write-range", LoopHabits::rangeCall),
        new Mend("end-loop-with-break", LoopHabits::doWhile),
        new Mend("quote-label", LoopHabits::label),
        new Mend("write-else-if", BranchHabits::elseIf),
        new Mend("remove-word-before-block", BranchHabits::wordBeforeBlock),
        new Mend("brace-indented-blocks", BranchHabits::indentedBlocks),
        new Mend("brace-body", BranchHabits::bodyInBraces),
        new Mend("switch-to-match", BranchHabits::switchToMatch),
        new Mend("ternary-to-if", BranchHabits::ternary),
        new Mend("declare-with-let", LetHabits::typedDeclaration),
        new Mend("assign-with-let", LetHabits::walrus),
        new Mend("leave-type-out", LetHabits::missingType),
        new Mend("place-mut", LetHabits::mutPlace),
        new Mend("begin-with-fn", FunctionHabits::keyword),
        new Mend("type-parameters", FunctionHabits::parameterTypes),
        new Mend("mend-modifier", FunctionHabits::modifier),
        new Mend("mend-item-keyword", ItemHabits::keyword),
        new Mend("order-impl", ItemHabits::implOrder),
        new Mend("write-use", ItemHabits::imports),
        new Mend("mend-fields", ItemHabits::fields),
        new Mend("mend-variants", ItemHabits::variants),
        new Mend("brace-named-fields", ItemHabits::namedTupleFields),
        new Mend("statements-into-main", ItemHabits::statementsIntoMain),
        new Mend("methods-into-impl", ItemHabits::methodsIntoImpl),
        new Mend("count-by-one", ValueHabits::increment),
        new Mend("write-operators", ValueHabits::operators),
        new Mend("write-rust-name", ValueHabits::names),
        new Mend("call-new", ValueHabits::construction),
        new Mend("return-err", ValueHabits::thrown),
        new Mend("write-closure", ValueHabits::closure),
        new Mend("decode-entities", ValueHabits::entities),
        new Mend("remove-bang", ValueHabits::bang),
        new Mend("split-comparison", ValueHabits::chain),
        new Mend("double-colon", ValueHabits::path),
        new Mend("close-string", LiteralRepairs::closeString),
        new Mend("escape-inner-quotes", LiteralRepairs::innerQuotes),
        new Mend("replace-lookalikes", LiteralRepairs::lookalikes),
        new Mend("double-backslash", LiteralRepairs::escapes),
        new Mend("choose-suffix", LiteralRepairs::suffix),
        new Mend("close-comment", LiteralRepairs::closeComment),
        new Mend("close-raw-string", LiteralRepairs::closeRawString),
        new Mend("close-character", LiteralRepairs::closeCharacter),
        new Mend("begin-comment-with-slashes", LiteralRepairs::hashComments));
  }
}
