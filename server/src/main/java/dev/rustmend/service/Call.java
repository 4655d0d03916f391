package dev.rustmend.service;

import com.google.gson.JsonObject;
import java.util.List;

/// Something that can be asked for, with all that a front door needs in order to offer it.
///
/// `name` is the name in addresses (`check`), `tool` that among an agent's tools (`check_project`).
/// `output` is the JSON Schema of the answer.
public record Call(
    String name,
    String tool,
    String title,
    String description,
    List<Parameter> parameters,
    JsonObject output,
    Effect effect,
    Pace pace,
    Work work) {

  /// What it does to the user's things.
  public enum Effect {
    READS,
    /// It may write source files.
    WRITES_SOURCES,
    /// It may write what rustmend itself keeps.
    WRITES_MEMORY
  }

  /// How long it takes.
  public enum Pace {
    /// Well below a second, as a rule.
    PROMPT,
    /// It compiles, or asks a model: seconds or minutes.
    LONG
  }

  /// What does the work, on the thread of the caller; an interrupt ends it.
  @FunctionalInterface
  public interface Work {
    /// The answer. Throws [ServiceFailure].
    JsonObject answer(Arguments arguments, Context context) throws InterruptedException;
  }

  /// Who asks: the folders that may be used, and who hears of progress.
  public record Context(Roots roots, ProgressListener progress) {}

  public Call {
    parameters = List.copyOf(parameters);
  }

  /// The JSON Schema of the arguments.
  public JsonObject input() {
    return Parameter.schema(parameters);
  }

  /// Reads `json` and does the work. Throws [ServiceFailure].
  public JsonObject answer(JsonObject json, Context context) throws InterruptedException {
    return work.answer(Arguments.read(parameters, json), context);
  }

  /// The same with other work behind it.
  Call with(Work other) {
    return new Call(name, tool, title, description, parameters, output, effect, pace, other);
  }

  /// Whether it takes an argument of this name.
  public boolean takes(String parameter) {
    return parameters.stream().anyMatch(each -> each.name().equals(parameter));
  }
}
