package dev.rustmend.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Habits;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `rustmend.server.forgetLearned` and `.notUseful`: what the user has to say about fixes that were
/// learned. What is ready is found anew afterwards.
record LearnedCommand(
    Learning learning,
    Sessions sessions,
    OpenDocuments documents,
    Runs runs,
    CheckScheduler scheduler,
    RustmendClient client) {

  /// All recipes, as `rustmend.server.status` tells of them.
  JsonArray known() {
    var known = new JsonArray();
    try {
      for (Habit habit : learning.habits().all()) {
        var json = new JsonObject();
        json.addProperty("id", habit.recipe().id());
        json.addProperty("code", habit.recipe().code());
        json.addProperty("rewrite", habit.recipe().lines());
        known.add(json);
      }
    } catch (LogFailure e) {
      client.showMessage(Messages.warning(e.sentence()));
    }
    return known;
  }

  /// Forgets one recipe, or without its id all that was learned in the workspace.
  String forget(CommandTarget target) {
    return start(
        ServerCommand.FORGET_LEARNED,
        () -> {
          Optional<Path> root = root(target);
          if (target.learned().isPresent()) {
            String id = target.learned().get();
            if (learning.habits().find(id).isEmpty()) {
              tell(
                  "nothing is known as `%s`; `rustmend kb list --learned` prints the ids"
                      .formatted(id));
              return;
            }
            learning.forget(List.of(id));
            learning.compact();
            tell("forgot `%s` and the repairs that it was learned from".formatted(id));
          } else if (root.isPresent()) {
            Habits habits = learning.habits(root.get());
            learning.forgetProject(root.get());
            learning.compact();
            tell(
                "forgot %d repairs that were made in %s"
                    .formatted(habits.countOfEpisodes(), root.get()));
          } else {
            tell("which workspace? open a file of it, or give the id of what to forget");
            return;
          }
          again(target);
        });
  }

  /// Counts against a recipe, so that it comes later or no more.
  String notUseful(CommandTarget target) {
    String id =
        target
            .learned()
            .orElseThrow(() -> Refusal.invalidParams("which fix? give the id of its recipe"));
    return start(
        ServerCommand.NOT_USEFUL,
        () -> {
          Optional<Path> root = root(target);
          if (root.isPresent()) {
            learning.notUseful(root.get(), id);
            again(target);
          }
        });
  }

  private Optional<Path> root(CommandTarget target) {
    return target.file().or(documents::latest).flatMap(sessions::find).map(RepairSession::root);
  }

  private void again(CommandTarget target) throws InterruptedException {
    Optional<Path> file = target.file().or(documents::latest);
    if (file.isPresent()) {
      scheduler.checkNow(file.get());
    }
  }

  private void tell(String sentence) {
    client.showMessage(Messages.info(sentence));
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /// Starts a run; a log that can not be used is a message to the user.
  private String start(ServerCommand command, Work work) {
    return runs.add(
        command.word(),
        runId -> {
          try {
            work.run();
          } catch (LogFailure e) {
            client.showMessage(Messages.warning(e.sentence()));
          }
        });
  }
}
