package dev.rustmend.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A choice among a few words of a command line.
record BenchWords<T>(List<T> values, Function<T, String> word) {
  BenchWords {
    values = List.copyOf(values);
  }

  /// All words, for help texts and messages.
  String all() {
    return values.stream().map(word).collect(Collectors.joining(", "));
  }

  /// The value; throws [CommandFailure] for any other word.
  T parse(String given) {
    return values.stream()
        .filter(value -> word.apply(value).equals(given.strip()))
        .findFirst()
        .orElseThrow(
            () -> new CommandFailure(Exit.USAGE, "%s is none of: %s".formatted(given, all())));
  }

  /// The values of words with commas between them; throws [CommandFailure] for any other word.
  List<T> several(String given) {
    return Stream.of(given.split(",", -1)).map(this::parse).toList();
  }
}
