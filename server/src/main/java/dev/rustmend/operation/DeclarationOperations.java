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
        new MatchReceiver(),
        new MatchTraitSignature(),
        new MoveToInherentImpl(),
        new RemoveGenericParameter(),
        new RenameDuplicate());
  }
}
