package dev.rustmend.bench;

import java.util.List;
import java.util.stream.Stream;

/// The published crates that `bench mutations` breaks: small, without dependencies, with tests that
/// need none either. cargo fetches them when the benchmark runs; nothing of them is kept here.
public enum PublishedCrate {
  HECK("heck", "0.5.0", ""),
  STRSIM("strsim", "0.11.1", ""),
  SHLEX("shlex", "1.3.0", "std"),
  SEMVER("semver", "1.0.26", "std"),
  FIXEDBITSET("fixedbitset", "0.5.7", "std");

  private final String word;
  private final String version;
  private final String feature;

  PublishedCrate(String word, String version, String feature) {
    this.word = word;
    this.version = version;
    this.feature = feature;
  }

  /// Its name in the registry.
  public String word() {
    return word;
  }

  /// The one version that is broken, so that runs can be compared.
  public String version() {
    return version;
  }

  /// Name and version, as a folder is called.
  String folder() {
    return word + "-" + version;
  }

  /// The folders of all of them, in order.
  static List<String> shelf() {
    return Stream.of(values()).map(PublishedCrate::folder).toList();
  }

  /// The manifest of the copy: package and targets of the published `manifest`, which cargo wrote
  /// with one table per header, without dependencies, benchmarks and lints, and with that feature
  /// alone that the tests want. The empty table `[workspace]` keeps cargo from looking for a
  /// workspace above the cache folder.
  String manifest(String manifest) {
    var kept = new StringBuilder();
    boolean keeps = false;
    for (String line : manifest.lines().toList()) {
      if (line.startsWith("[")) {
        keeps = List.of("[package]", "[lib]", "[[bin]]", "[[test]]", "[[example]]").contains(line);
      }
      if (keeps) {
        kept.append(line).append('\n');
      }
    }
    if (!feature.isEmpty()) {
      kept.append("\n[features]\ndefault = [\"%1$s\"]\n%1$s = []\n".formatted(feature));
    }
    return kept.append("\n[workspace]\n").toString();
  }
}
