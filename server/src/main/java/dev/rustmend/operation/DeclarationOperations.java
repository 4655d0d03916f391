package dev.rustmend.operation;

import java.util.List;
import java.util.stream.Stream;

/// The operations about items, traits, impls, generics and their attributes.
final class DeclarationOperations {
  private DeclarationOperations() {}

  static List<Operation> all() {
    return Stream.of(first(), second()).flatMap(List::stream).toList();
  }

  private static List<Operation> first() {
    return List.of(
        new AddAutoTrait(),
        new AddPhantomData(),
        new BoundEachSupertrait(),
        new BoxRecursion(),
        new ChangeItemKind(),
        new CombineTraits(),
        new CompleteStructBase(),
        new CorrectAbi(),
        new CorrectAttribute(),
        new CorrectBound(),
        new CorrectForeignFunction(),
        new CorrectJump(),
        new CorrectLinkAttribute(),
        new CorrectLintTool(),
        new CorrectMain(),
        new CorrectReceiver(),
        new CorrectRepr(),
        new CorrectUnsafe(),
        new CorrectVisibility(),
        new DeclareAssociatedType(),
        new DeclareInTrait(),
        new DeclareOwnParameter(),
        new DefineExtensionTrait(),
        new DeriveCopyForFields(),
        new DropConst(),
        new DropCopyFromDerive(),
        new DropDefault(),
        new DropLifetimeArguments(),
        new ExcludeFromDyn(),
        new FixConstParameterType(),
        new GeneraliseDrop());
  }

  private static List<Operation> second() {
    return List.of(
        new GiveResultErrorType(),
        new ImplementMissingItems(),
        new ImportMacroByPath(),
        new MatchReceiver(),
        new MatchTraitSignature(),
        new MoveDerive(),
        new MoveParameterToFunction(),
        new MoveOutOfTrait(),
        new NameSelfType(),
        new QualifyAssociatedType(),
        new RelaxClosureBound(),
        new RelaxForbid(),
        new RemoveAttribute(),
        new RemoveBound(),
        new RemoveGenericParameter(),
        new RemoveListElement(),
        new RenameDuplicate(),
        new RenameGenericParameter(),
        new RenameToMember(),
        new ReorderDefaults(),
        new ReplaceImplTrait(),
        new ResolveConflictingImpls(),
        new SetDiscriminant(),
        new SpecifyAssociatedType(),
        new StateObjectLifetime(),
        new SupplyTypeParameters(),
        new TieLifetime(),
        new TrimPreciseCapturing(),
        new TurnFunctionIntoClosure(),
        new TurnVariableIntoConstant(),
        new UseImplTrait(),
        new WrapInOwnType(),
        new WriteConstructor(),
        new DeclareField(),
        new NestFields(),
        new AddParameter(),
        new ReExport(),
        new AddGetter(),
        new ImplementAsSibling());
  }
}
