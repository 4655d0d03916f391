package dev.rustmend.operation;

import java.util.List;
import java.util.stream.Stream;

/// The operations about the types of expressions and the traits they need.
final class TypeOperations {
  private TypeOperations() {}

  static List<Operation> all() {
    return Stream.<Operation>of(
            new AdaptValue(),
            new MatchEmptyEnum(),
            new AdaptOperand(),
            new AdaptSiblings(),
            new EndWithValue(),
            new RetypeDeclaration(),
            new LendMatchedText(),
            new IndexValue(),
            new IterateValue(),
            new ReturnResult(),
            new ConvertFailure(),
            new DeriveTraits(),
            new ImplementTrait(),
            new PrintDebug(),
            new CorrectMethod(),
            new PhraseMethod(),
            new ReachReceiver(),
            new OrderFloats(),
            new FillArguments(),
            new PassParts(),
            new BuildArgument(),
            new StateType(),
            new CastThrough(),
            new CountGenerics(),
            new BoxUnsized(),
            new BoxBranches(),
            new ShareAcrossThreads(),
            new AskForSend(),
            new InsertIntoMap(),
            new LendShared(),
            new SuffixLiteral(),
            new MatchOnSlice(),
            new UseTypeOfConstant(),
            new AdjustExpression(),
            new AdaptElements(),
            new AdaptClosure(),
            new FitTuplePattern(),
            new FitSumPatterns(),
            new SwapArguments(),
            new LoosenParameter(),
            new CompareInCondition(),
            new PrefixSelf(),
            new SeparateElements(),
            new QuestionMarkInChain(),
            new RetypeField(),
            new ReadAsBytes(),
            new RaiseLimit())
        .<Operation>map(InMacros::new)
        .toList();
  }
}
