package dev.rustmend.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The type of a setting: which values of TOML or JSON it takes, in words and as code.
///
/// `allowed` completes the sentence "it must be …". `read` gives empty for a value that is not
/// allowed; numbers of JSON arrive as [Double]. `show` writes a value as TOML does.
public record ValueType<T>(
    String allowed, Function<Object, Optional<T>> read, Function<T, String> show) {

  static ValueType<Boolean> truth() {
    return new ValueType<>(
        "true or false",
        raw -> raw instanceof Boolean value ? Optional.of(value) : Optional.empty(),
        String::valueOf);
  }

  /// One constant of an enum, in lower case.
  static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    String allowed =
        constants.stream().map(ValueType::quotedWord).collect(Collectors.joining(" or "));
    return new ValueType<>(
        allowed,
        raw -> constants.stream().filter(constant -> word(constant).equals(raw)).findFirst(),
        ValueType::quotedWord);
  }

  static ValueType<Integer> whole(int least, int most) {
    return new ValueType<>(
        "a whole number from %d to %d".formatted(least, most),
        raw ->
            raw instanceof Number number && number.doubleValue() % 1 == 0
                ? Optional.of(number.doubleValue())
                    .filter(value -> value >= least && value <= most)
                    .map(Double::intValue)
                : Optional.empty(),
        String::valueOf);
  }

  /// The word `auto`, which is an absent number, or a whole number.
  static ValueType<Optional<Integer>> autoOrWhole(int least, int most) {
    ValueType<Integer> whole = whole(least, most);
    return new ValueType<>(
        "\"auto\" or " + whole.allowed(),
        raw ->
            "auto".equals(raw)
                ? Optional.of(Optional.empty())
                : whole.read().apply(raw).flatMap(number -> Optional.of(Optional.of(number))),
        value -> value.map(String::valueOf).orElse(quoted("auto")));
  }

  /// A text that may be absent; the empty text stands for an absent one.
  static ValueType<Optional<String>> text() {
    return new ValueType<>(
        "a text",
        raw ->
            raw instanceof String value
                ? Optional.of(Optional.of(value).filter(text -> !text.isBlank()))
                : Optional.empty(),
        value -> quoted(value.orElse("")));
  }

  /// A list of texts; a single text is a list of one.
  static ValueType<List<String>> texts() {
    return new ValueType<>("a list of texts", ValueType::readTexts, ValueType::showTexts);
  }

  /// Feature names: a list, or one text in which they stand apart by commas or spaces, as on
  /// cargo's own command line.
  static ValueType<List<String>> features() {
    return new ValueType<>(
        "a list of feature names or \"all\"",
        raw ->
            readTexts(raw)
                .map(texts ->
                    texts.stream()
                        .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
                        .filter(name -> !name.isEmpty())
                        .toList()),
        ValueType::showTexts);
  }

  /// A table of texts; numbers and truth values in it are taken as they are written.
  static ValueType<Map<String, String>> table() {
    return new ValueType<>(
        "a table of texts",
        ValueType::readTable,
        value ->
            value.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}")));
  }

  private static Optional<List<String>> readTexts(Object raw) {
    if (raw instanceof String text) {
      return Optional.of(List.of(text));
    }
    if (!(raw instanceof List<?> list)) {
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (Object item : list) {
      if (!(item instanceof String text)) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(List.copyOf(texts));
  }

  private static Optional<Map<String, String>> readTable(Object raw) {
    if (!(raw instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    var texts = new LinkedHashMap<String, String>();
    for (var entry : map.entrySet()) {
      Optional<String> value = scalar(entry.getValue());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      texts.put(String.valueOf(entry.getKey()), value.get());
    }
    return Optional.of(Map.copyOf(texts));
  }

  private static Optional<String> scalar(Object raw) {
    return switch (raw) {
      case String text -> Optional.of(text);
      case Boolean truth -> Optional.of(truth.toString());
      case Double number when number % 1 == 0 -> Optional.of(Long.toString(number.longValue()));
      case Number number -> Optional.of(number.toString());
      default -> Optional.empty();
    };
  }

  private static String showTexts(List<String> texts) {
    return texts.stream().map(ValueType::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static <E extends Enum<E>> String quotedWord(E constant) {
    return quoted(word(constant));
  }

  private static <E extends Enum<E>> String word(E constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
