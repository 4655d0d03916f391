package dev.rustmend.bench;

import java.util.Arrays;
import java.util.Optional;

/// The Rust editions, as they are written in `Cargo.toml`.
public enum Edition {
  E2015("2015"),
  E2018("2018"),
  E2021("2021"),
  E2024("2024");

  private final String value;

  Edition(String value) {
    this.value = value;
  }

  /// The value of the key `edition` in `Cargo.toml`.
  public String value() {
    return value;
  }

  /// The edition that the class `edition2021` or the bare year `2021` names; empty for any other
  /// word, `editionfuture` included.
  public static Optional<Edition> named(String word) {
    String year = word.startsWith("edition") ? word.substring("edition".length()) : word;
    return Arrays.stream(values()).filter(edition -> edition.value.equals(year)).findFirst();
  }
}
