package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Writes Rust modules of about a given length, from a few templates and a seeded choice of words.
final class ModuleGenerator {
  private static final List<String> WORDS =
      List.of(
          "order",
          "parcel",
          "ticket",
          "invoice",
          "sensor",
          "route",
          "account",
          "shipment",
          "signal",
          "packet",
          "lesson",
          "recipe",
          "garden",
          "engine",
          "harbor",
          "letter",
          "market",
          "camera");
  private static final List<SourceTemplate> UNITS =
      List.of(
          SourceTemplate.named("record"),
          SourceTemplate.named("machine"),
          SourceTemplate.named("registry"),
          SourceTemplate.named("stage"),
          SourceTemplate.named("numeric"));
  private static final SourceTemplate HEADER = SourceTemplate.named("header");
  private static final SourceTemplate DIGEST = SourceTemplate.named("digest");

  private final Random random;

  ModuleGenerator(long seed) {
    this.random = new Random(seed);
  }

  /// A module called `name` with at least `lines` lines. Its function `name_digest` calls the one
  /// whose path, such as `crate::part_001::part_001_digest`, is given.
  String module(String name, int lines, Optional<String> digestBefore) {
    var parts = new ArrayList<String>();
    parts.add(HEADER.with(values(name, 0)));
    String digest =
        DIGEST.with(
            Map.of(
                "before",
                digestBefore.map(path -> path + "(depth - 1)").orElse("String::from(\"-\")")));
    long written = 50;
    for (int i = 0; written < lines; i++) {
      String unit = UNITS.get(random.nextInt(UNITS.size())).with(values(name, i));
      written += unit.lines().count();
      parts.add(unit);
    }
    parts.add(new SourceTemplate(digest).with(values(name, 0)));
    return String.join("", parts);
  }

  private Map<String, String> values(String module, int index) {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    String upper = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return Map.of(
        "module",
        module,
        "word",
        word,
        "Type",
        upper + index,
        "name",
        word + "_" + index,
        "number",
        String.valueOf(2 + random.nextInt(40)));
  }
}
