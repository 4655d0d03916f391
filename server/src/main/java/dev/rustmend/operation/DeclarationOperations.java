package dev.rustmend.operation;

import java.util.List;

/// The operations about items, traits, impls, generics and their attributes.
final class DeclarationOperations {
  private DeclarationOperations() {}

  static List<Operation> all() {
    return List.of(
        new AddPhantomData(),
        new ChangeItemKind(),
        new DeclareInTrait(),
        new ImplementMissingItems(),
        new DefineExtensionTrait(),
        new DeriveCopyForFields(),
        new DropCopyFromDerive(),
        new GiveResultErrorType(),
        new MoveParameterToFunction(),
        new ResolveConflictingImpls(),
        new SupplyTypeParameters(),
        new CorrectRepr(),
        new SetDiscriminant(),
        new CorrectAttribute(),
        new RemoveAttribute(),
        new CorrectAbi(),
        new CorrectMain(),
        new CorrectForeignFunction(),
        new CorrectVisibility(),
        new CorrectBound(),
        new CombineTraits(),
        new CorrectJump(),
        new ExcludeFromDyn(),
        new FixConstParameterType(),
        new RenameGenericParameter(),
        new SpecifyAssociatedType(),
        new StateObjectLifetime(),
        new TrimPreciseCapturing(),
        new TurnFunctionIntoClosure(),
        new TurnVariableIntoConstant(),
        new UseImplTrait(),
        new AddAutoTrait(),
        new BoxRecursion(),
        new CompleteStructBase(),
        new CorrectReceiver(),
        new CorrectUnsafe(),
        new DeclareOwnParameter(),
        new GeneraliseDrop(),
        new MoveDerive(),
        new NameSelfType(),
        new RelaxForbid(),
        new TieLifetime(),
        new WrapInOwnType(),
        new MatchReceiver(),
        new MatchTraitSignature(),
        new MoveToInherentImpl(),
        new RemoveGenericParameter(),
        new RenameDuplicate());
  }
}
