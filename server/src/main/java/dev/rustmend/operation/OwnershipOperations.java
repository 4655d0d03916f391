package dev.rustmend.operation;

import java.util.List;
import java.util.stream.Stream;

/// The operations about borrows, moves, lifetimes and mutability.
final class OwnershipOperations {
  private OwnershipOperations() {}

  static List<Operation> all() {
    return Stream.of(first(), second()).flatMap(List::stream).toList();
  }

  private static List<Operation> first() {
    return List.of(
        new ReorderStatements(),
        new LetResultBorrow(),
        new TurnClosureIntoFunction(),
        new AnnotateClosure(),
        new ReleaseGuardBeforeAwait(),
        new BeginWithIdentity(),
        new BindBefore(),
        new UseStaticLifetime(),
        new MakeClosureAsync(),
        new TakeAsyncClosure(),
        new UseOtherLifetime(),
        new OwnBorrowedValue(),
        new HoistArgument(),
        new LookUpAgain(),
        new KeepCaptured(),
        new AssignThroughReference(),
        new LoopMutably(),
        new LoopOverClone(),
        new BorrowShared(),
        new InlineGetter(),
        new WidenScope(),
        new UnnestBlock(),
        new OwnTrackedValue(),
        new DropReference(),
        new BorrowInCallee());
  }

  private static List<Operation> second() {
    return List.of(
        new DeriveForMove(),
        new CloneAtMove(),
        new LeaveOutMove(),
        new ShareWithClosure(),
        new RenewInLoop(),
        new ReturnOwned(),
        new AddOutlivesBound(),
        new TakeValue(),
        new MakeConstant(),
        new FixConstantBorrow(),
        new RenameLifetime(),
        new NameImplLifetime(),
        new UseImplLifetime(),
        new OwnForThread(),
        new UseThroughReference(),
        new LoosenSelf(),
        new SplitSlice(),
        new MutableParameter(),
        new BorrowAtSource(),
        new LoosenStaticBound(),
        new BoundForMethod(),
        new BoundForMove(),
        new MakeAsync(),
        new ScopeThread(),
        new HoistAboveBorrow(),
        new AskBeforeBorrow(),
        new BorrowDisjoint(),
        new PassCaptured(),
        new OwnInCow(),
        new DeclareAround(),
        new TieResult(),
        new AddLifetimeToType(),
        new DeclareAllMutable(),
        new ShadowVariable(),
        new CloneForClosure(),
        new CopyFieldForClosure(),
        new OwnIteration());
  }
}
