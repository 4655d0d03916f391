package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.kb.Article;
import dev.rustmend.kb.Entry;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb list`: the entries, a line each.
final class KbListCommand implements Command {
  private static final String CODE = "--code";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "list", "Lists the entries of the knowledge base, tasks and templates too.");
    spec.addOption(Options.text(CODE, "E0382", "Only entries for this code or lint.").build());
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
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
