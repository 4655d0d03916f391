package dev.rustmend.operation;

import java.util.List;

/// The operations about names, paths, modules, visibility, patterns and fields.
final class NameOperations {
  private NameOperations() {}

  static List<Operation> all() {
    return List.of(
        new AddMissingArms(),
        new AppendVariant(),
        new BindInAlternatives(),
        new BoxTraitInCollection(),
        new CallAsMethod(),
        new CallMathMethod(),
        new CallMacroByName(),
        new CallOnSelf(),
        new CastCalls(),
        new CallConstructor(),
        new ChooseAmbiguous(),
        new CompareInGuard(),
        new CorrectField(),
        new CorrectMacroName(),
        new CorrectModuleName(),
        new CorrectName(),
        new CorrectPath(),
        new CreateModuleFile(),
        new DeclareConstParameter(),
        new DeclareLabel(),
        new DeclareVariable(),
        new DestructureVariant(),
        new DropArgumentNames(),
        new AddAnalogousArm(),
        new DropCompleteGuard(),
        new DropLastGuard(),
        new DropOuterReference(),
        new FillMissingFields(),
        new FollowRenamedFunction(),
        new FollowRenamedType(),
        new FitPatternLength(),
        new FitPatternSyntax(),
        new HoistVariable(),
        new ImportCommonest(),
        new ImportStdName(),
        new LeaveOnRefutable(),
        new NameFmtResult(),
        new NamePastAlias(),
        new QualifyName(),
        new RenameBinding(),
        new RenameHidingVariable(),
        new RenameImported(),
        new SettleRepeatedField(),
        new SwapRangeEnds(),
        new UseRustName(),
        new UseUnusedBinding(),
        new WidenVisibility(),
        new WriteStructLiteral());
  }
}
