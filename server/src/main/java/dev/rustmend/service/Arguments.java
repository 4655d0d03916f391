package dev.rustmend.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.Parameter.Need;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.text.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The arguments of one call, read by its parameters: what they do not allow is not in here.
public record Arguments(JsonObject json) {
  /// How many files one call may bring, and how many characters all of them.
  static final int MOST_FILES = 400;

  static final int MOST_SOURCE = 2_000_000;

  private static final int LONGEST_ITEM = 400;

  /// Reads `json`. Throws [ServiceFailure] with a sentence that names the argument which is wrong.
  public static Arguments read(List<Parameter> parameters, JsonObject json) {
    var read = new JsonObject();
    for (String name : json.keySet()) {
      Parameter parameter =
          parameters.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(parameters, name));
      JsonElement value = json.get(name);
      if (!value.isJsonNull()) {
        expect(parameter, value);
        read.add(name, value);
      }
    }
    for (Parameter parameter : parameters) {
      if (parameter.need() == Need.REQUIRED && !read.has(parameter.name())) {
        throw invalid("`%s` is missing; give it".formatted(parameter.name()));
      }
    }
    return new Arguments(read);
  }

  /// The text `name`; empty when it was not given or is blank.
  public Optional<String> text(String name) {
    return Optional.ofNullable(json.get(name))
        .map(JsonElement::getAsString)
        .filter(text -> !text.isBlank());
  }

  /// The text `name`. Throws [ServiceFailure] when it is blank.
  public String needed(String name) {
    return text(name)
        .orElseThrow(() -> invalid("`%s` has nothing in it; give some text".formatted(name)));
  }

  /// The number `name`, or `usual`.
  public int whole(String name, int usual) {
    return json.has(name) ? json.get(name).getAsInt() : usual;
  }

  /// The switch `name`, or `usual`.
  public boolean flag(String name, boolean usual) {
    return json.has(name) ? json.get(name).getAsBoolean() : usual;
  }

  /// The list `name`; none when it was not given.
  public List<String> texts(String name) {
    var items = new ArrayList<String>();
    if (json.get(name) instanceof JsonArray array) {
      array.forEach(item -> items.add(item.getAsString()));
    }
    return List.copyOf(items);
  }

  /// The files `name`.
  public SortedMap<String, String> files(String name) {
    var files = new TreeMap<String, String>();
    if (json.get(name) instanceof JsonObject object) {
      object.entrySet().forEach(file -> files.put(file.getKey(), file.getValue().getAsString()));
    }
    return files;
  }

  private static void expect(Parameter parameter, JsonElement value) {
    switch (parameter.form()) {
      case Form.Text(int longest) -> {
        expect(isText(value), parameter, "a text");
        expect(
            value.getAsString().length() <= longest,
            parameter,
            "a text of at most %d characters".formatted(longest));
      }
      case Form.Whole(int least, int most) ->
          expect(
              isWhole(value, least, most),
              parameter,
              "a whole number from %d to %d".formatted(least, most));
      case Form.Flag() ->
          expect(
              value instanceof JsonPrimitive it && it.isBoolean(), parameter, "`true` or `false`");
      case Form.Choice(List<String> words) ->
          expect(
              isText(value) && words.contains(value.getAsString()),
              parameter,
              "one of " + String.join(", ", words));
      case Form.Texts(int most) ->
          expect(
              value instanceof JsonArray list
                  && list.size() <= most
                  && list.asList().stream().allMatch(Arguments::isShortText),
              parameter,
              "a list of at most %d short texts".formatted(most));
      case Form.Files() -> expectFiles(parameter, value);
    }
  }

  private static void expectFiles(Parameter parameter, JsonElement value) {
    expect(
        value instanceof JsonObject files
            && !files.isEmpty()
            && files.asMap().values().stream().allMatch(Arguments::isText),
        parameter,
        "an object such as {\"src/main.rs\":\"fn main() {}\"}");
    Map<String, JsonElement> files = value.getAsJsonObject().asMap();
    long size =
        files.entrySet().stream()
            .mapToLong(file -> file.getKey().length() + file.getValue().getAsString().length())
            .sum();
    if (files.size() > MOST_FILES || size > MOST_SOURCE) {
      throw new ServiceFailure(
          Kind.TOO_LARGE,
          "`%s` takes at most %d files with %d characters in all; leave out what does not matter"
              .formatted(parameter.name(), MOST_FILES, MOST_SOURCE));
    }
  }

  private static void expect(boolean holds, Parameter parameter, String what) {
    if (!holds) {
      throw invalid("`%s` must be %s".formatted(parameter.name(), what));
    }
  }

  private static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive it && it.isString();
  }

  private static boolean isShortText(JsonElement value) {
    return isText(value) && value.getAsString().length() <= LONGEST_ITEM;
  }

  private static boolean isWhole(JsonElement value, int least, int most) {
    if (!(value instanceof JsonPrimitive it) || !it.isNumber()) {
      return false;
    }
    double number = it.getAsDouble();
    return number == Math.rint(number) && least <= number && number <= most;
  }

  private static ServiceFailure unknown(List<Parameter> parameters, String name) {
    String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
    String nearest =
        parameters.stream()
            .map(Parameter::name)
            .min(Comparator.comparingInt(known -> EditDistance.between(known, shown)))
            .map(known -> "; the nearest one is `%s`".formatted(known))
            .orElse("; it takes none");
    return invalid("there is no argument `%s`%s".formatted(shown, nearest));
  }

  private static ServiceFailure invalid(String sentence) {
    return new ServiceFailure(Kind.INVALID, sentence);
  }
}
