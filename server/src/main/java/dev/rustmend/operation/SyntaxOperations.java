package dev.rustmend.operation;

import java.util.List;
import java.util.stream.Stream;

/// The operations about text that does not parse, macros, format strings and lints.
final class SyntaxOperations {
  private SyntaxOperations() {}

  static List<Operation> all() {
    return Stream.of(statementsAndItems(), foreignForms(), valuesAndMacros(), callsAndLints())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation> statementsAndItems() {
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
        new Mend("call-vec-macro", SignSlips::vecBang),
        new Mend("write-plus-equals", SignSlips::plusBeforeEquals),
        new Mend("write-arm-arrows", SignSlips::armColons),
        new Mend("return-a-tuple", SignSlips::resultTuple),
        new Mend("close-string", LiteralRepairs::closeString),
        new Mend("escape-inner-quotes", LiteralRepairs::innerQuotes),
        new Mend("replace-lookalikes", LookalikeRepairs::lookalikes),
        new Mend("double-backslash", LiteralRepairs::escapes));
  }

  private static List<Operation> foreignForms() {
    return List.of(
        new Mend("cast-with-as", ForeignForms::cast),
        new Mend("step-through-range", ForeignForms::step),
        new Mend("ask-contains", ForeignForms::membership),
        new Mend("assign-tuples", ForeignForms::severalAtOnce),
        new Mend("parenthesize-macro-arguments", ForeignForms::macroParentheses),
        new Mend("put-self-first", ForeignForms::selfFirst),
        new Mend("compare-in-arm-guard", ForeignForms::comparingArm),
        new Mend("brace-bare-bodies", ForeignForms::braces),
        new Mend("bracket-bare-derive", ForeignForms::bareDerive),
        new RaiseToPower(),
        new RepeatText());
  }

  private static List<Operation> valuesAndMacros() {
    return List.of(
        new Mend("print-with-macro", ForeignCalls::print),
        new Mend("take-value-or", ForeignCalls::orElse),
        new Mend("write-generic-type", ForeignCalls::bracketType),
        new Mend("remove-fences", ForeignCalls::fences),
        new Mend("separate-assertion", ForeignCalls::assertion),
        new Mend("write-not-equal", ForeignCalls::notEqual),
        new Mend("write-apostrophes", ForeignCalls::apostrophes),
        new Mend("declare-block-unsafe", SignSlips::unsafeExtern),
        new Mend("synchronous-main", SignSlips::plainMain),
        new NestChain(),
        new Mend("choose-suffix", LiteralRepairs::suffix),
        new Mend("close-comment", LiteralRepairs::closeComment),
        new Mend("close-raw-string", LiteralRepairs::closeRawString),
        new Mend("close-character", LiteralRepairs::closeCharacter),
        new Mend("move-expressions-out-of-text", FormatRepairs::expressions),
        new Mend("replace-printf-placeholders", FormatRepairs::printf),
        new Mend("format-instead-of-adding", TextRepairs::concatenation),
        new Mend("mend-format-braces", FormatRepairs::braces),
        new Mend("remove-format-letter", FormatRepairs::letter),
        new Mend("supply-format-argument", FormatRepairs::missingArgument),
        new Mend("complete-format-sequence", FormatSequence::complete),
        new Mend("place-surplus-arguments", FormatPlaces::surplus),
        new Mend("colon-before-format", FormatPlaces::missingColon),
        new Mend("match-argument-name", FormatPlaces::argumentName),
        new Mend("replace-string-prefix", TextRepairs::prefix),
        new Mend("choose-fragment", MacroRepairs::fragment),
        new Mend("change-fragment", MacroRepairs::kind),
        new Mend("separate-fragments", MacroRepairs::separator),
        new Mend("repeat-variable", MacroRepairs::repetition),
        new Mend("write-what-macro-expects", MacroRepairs::call),
        new Mend("move-macro-up", MacroRepairs::order),
        new Mend("spell-attribute", AttributeRepairs::spelling),
        new Mend("move-attribute-up", AttributeRepairs::moveUp),
        new Mend("plain-comment", AttributeRepairs::plainComment),
        new Mend("inner-attribute-to-top", AttributeRepairs::innerToTop),
        new Mend("order-asm-operands", AsmRepairs::order),
        new Mend("add-asm-option", AsmRepairs::pureOption),
        new Mend("remove-pure-option", AsmRepairs::impureOption),
        new Mend("remove-exclusive-option", AsmRepairs::exclusiveOptions),
        new Mend("escape-keyword", KeywordNames::escape),
        new Mend("give-constant-type", ConstantTypes::give),
        new Mend("propagate-result", LintRepairs::propagate),
        new Mend("rename-in-crate", LintRepairs::rename),
        new Mend("read-own-field", LintRepairs::readField),
        new Mend("choose-wider-type", LintRepairs::widerType),
        new Mend("widen-suffix", LintRepairs::widerSuffix),
        new Mend("catch-all-last", LintRepairs::catchAllLast),
        new Mend("drop-openly", LintRepairs::dropOpenly),
        new Mend("derive-debug-for-lint", LintRepairs::deriveDebug),
        new Mend("choose-atomic-ordering", LintRepairs::atomicOrdering),
        new Mend("remove-local-visibility", FunctionHabits::localVisibility),
        new Mend("place-lifetime", FunctionHabits::lifetimePlace),
        new Mend("declare-quoted-lifetime", FunctionHabits::lifetimeParameter),
        new Mend("remove-constant-mut", LetHabits::constantMut),
        new Mend("take-let-out", LetHabits::innerLet),
        new Mend("brace-arm-body", BranchHabits::armBody),
        new Mend("begin-comment-with-slashes", LiteralRepairs::hashComments));
  }

  private static List<Operation> callsAndLints() {
    return List.of(
        new MoveInnerDoc(),
        new Mend("use-vector-register", AsmRepairs::vectorRegister),
        new Mend("mend-print-statement", CallHabits::printStatement),
        new Mend("pass-trailing-closure", CallHabits::trailingClosure),
        new Mend("named-arguments-last", CallHabits::namedLast),
        new Mend("brace-macro-body", CallHabits::macroBody),
        new Mend("write-unicode-escape", CallHabits::unicodeEscape),
        new Mend("call-cmp", CallHabits::spaceship),
        new Mend("name-supertrait", CallHabits::supertrait),
        new Mend("test-with-matches", CallHabits::caseTest),
        new Mend("plain-parameter-name", CallHabits::plainParameter),
        new Mend("leave-trivial-cast-out", LintCleanups::trivialCast),
        new Mend("leave-import-braces-out", LintCleanups::importBraces),
        new Mend("remove-redundant-import", LintCleanups::redundantImport),
        new Mend("begin-range-behind-other", LintCleanups::overlappingRange),
        new Mend("remove-unmet-expectation", LintCleanups::unmetExpectation),
        new Mend("remove-second-attribute", LintCleanups::secondAttribute),
        new Mend("derive-copy-for-lint", LintCleanups::deriveCopy),
        new Mend("keep-register-form", LintCleanups::registerForm),
        new Mend("bind-pointed-temporary", LintCleanups::danglingPointer));
  }
}
