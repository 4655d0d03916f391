package dev.rustmend.repair;

import dev.rustmend.cargo.CargoWorkspace;
import dev.rustmend.cargo.CompileTimeCode;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.prompt.PromptWriter;
import dev.rustmend.prompt.Room;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.Oracle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// How a session comes to a model: by the settings of its workspace, as they are when it is needed,
/// and by the `hold` of its workspace. `folder` is where answers are kept.
record ModelAccess(
    ModelHold hold,
    Function<Path, Settings> settings,
    Supplier<KnowledgeBase> base,
    CargoWorkspace workspace,
    Path folder) {
  /// No model, whatever the settings say.
  static ModelAccess none(CargoWorkspace workspace, ModelHold hold) {
    return new ModelAccess(
        hold, _ -> Settings.defaults(), new ShippedBase(), workspace, workspace.root());
  }

  /// The model's way of repairing, judged by `oracle`; empty when no model is configured.
  Optional<ModelRepair> repair(Oracle oracle) {
    Settings.Model wanted = settings.apply(workspace.root()).model();
    return wanted.isNone()
        ? Optional.empty()
        : Optional.of(
            new ModelRepair(
                () -> hold.of(wanted),
                oracle,
                new PromptWriter(
                    base, workspace.root(), this::mayShow, Room.ofSettings(wanted.contextSize())),
                KnownAnswers.in(folder),
                wanted.fixes().maxSeconds()));
  }

  /// Whether the model is asked without anybody's command.
  boolean isByItself() {
    Settings.Model wanted = settings.apply(workspace.root()).model();
    return !wanted.isNone() && wanted.fixes().byItself();
  }

  /// A file of the user's own whose code no compile runs: what a model writes must not be run
  /// before somebody has seen it.
  private boolean mayShow(Path file) {
    return workspace.owns(file)
        && workspace
            .packageOf(file)
            .filter(owner -> CompileTimeCode.of(workspace).holds(owner, file))
            .isEmpty();
  }
}
