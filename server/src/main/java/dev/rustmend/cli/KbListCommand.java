package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.kb.Article;
import dev.rustmend.kb.Entry;
import dev.rustmend.learn.Event;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Learning;
import dev.rustmend.service.ReportJson;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb list`: the entries, a line each.
final class KbListCommand implements Command {
  private static final String CODE = "--code";
  private static final String LEARNED = "--learned";
  private static final String EPISODES = "--episodes";

  private final Wiring wiring;

  KbListCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "list", "Lists the entries of the knowledge base, tasks and templates too.");
    spec.addOption(Options.text(CODE, "E0382", "Only entries for this code or lint.").build());
    spec.addOption(Options.flag(LEARNED, "Only what was learned from your own repairs.").build());
    spec.addOption(
        Options.flag(EPISODES, "Every recorded repair, also those that no recipe says.").build());
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    if (invocation.has(EPISODES)) {
      return listEpisodes(invocation);
    }
    if (invocation.has(LEARNED)) {
      return listLearned(invocation);
    }
    List<? extends Article> entries =
        invocation.<String>value(CODE).isPresent()
            ? KbFolder.base(invocation).ofCode(invocation.<String>value(CODE).get())
            : KbFolder.base(invocation).articles();
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(json(entries)));
    } else {
      int width = entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(0);
      entries.forEach(entry ->
          invocation.print(
              ("%-" + width + "s  %s %s")
                  .formatted(entry.id(), proposes(entry) ? "✓" : " ", entry.title())));
    }
    return Exit.CLEAN;
  }

  private Exit listLearned(Invocation invocation) {
    String code = invocation.<String>value(CODE).orElse("");
    List<Habit> habits =
        Learned.with(wiring, Learning::habits).all().stream()
            .filter(habit -> code.isEmpty() || habit.recipe().code().equals(code))
            .toList();
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(LearnedJson.recipes(habits)));
    } else {
      habits.forEach(habit -> invocation.print(Learned.line(habit)));
    }
    return Exit.CLEAN;
  }

  private Exit listEpisodes(Invocation invocation) {
    String code = invocation.<String>value(CODE).orElse("");
    List<Event.Learned> episodes =
        Learned.with(wiring, Learning::habits).episodes().stream()
            .filter(event -> code.isEmpty() || event.episode().told().code().equals(code))
            .toList();
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(LearnedJson.episodes(episodes)));
    } else {
      episodes.forEach(event -> invocation.print(Learned.line(event)));
    }
    return Exit.CLEAN;
  }

  private static boolean proposes(Article article) {
    return article instanceof Entry entry && entry.proposes();
  }

  private static JsonObject json(List<? extends Article> entries) {
    var array = new JsonArray();
    for (Article entry : entries) {
      var json = new JsonObject();
      json.addProperty("id", entry.id());
      json.addProperty("title", entry.title());
      json.addProperty("recipe", proposes(entry));
      array.add(json);
    }
    var document = new JsonObject();
    document.add("entries", array);
    return document;
  }
}
