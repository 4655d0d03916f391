package dev.rustmend.cli;

import com.google.gson.JsonObject;
import dev.rustmend.repair.ModelHold;
import dev.rustmend.service.KnowledgeJson;
import dev.rustmend.wording.Material;
import dev.rustmend.wording.Worded;
import java.util.Optional;

/// Prints explanations: in a model's words where one is wanted and finds any, else as they were put
/// together.
record ExplanationPrinter(Invocation invocation, Optional<ModelWriting> writing, ModelHold hold)
    implements AutoCloseable {

  /// An explanation: what a model would write from, the page without a model, and the JSON that it
  /// becomes a member of.
  record Explained(Material material, String page, JsonObject json) {}

  /// Prints one, or returns its JSON where the user wants that.
  Optional<JsonObject> print(Explained explained) throws InterruptedException {
    return invocation.has(Options.JSON) ? Optional.of(json(explained)) : printed(explained);
  }

  @Override
  public void close() {
    hold.close();
  }

  private Optional<JsonObject> printed(Explained explained) throws InterruptedException {
    boolean worded = writing.isPresent() && writing.get().print(explained.material());
    if (!worded) {
      var text =
          new MarkdownText(invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
      invocation.print(text.lines(explained.page()));
    }
    return Optional.empty();
  }

  private JsonObject json(Explained explained) throws InterruptedException {
    JsonObject json = explained.json();
    json.addProperty("explanation", explained.page());
    if (writing.isPresent()) {
      Optional<Worded.Text> text = writing.get().text(explained.material());
      text.ifPresent(found -> json.add("wording", KnowledgeJson.worded(found)));
    }
    return json;
  }
}
