package dev.rustmend.remote;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Who published something, when, with which version of rustc it was proven, and how many repairs
/// of theirs it was learned from (0 for what was written by hand).
public record Provenance(String who, Instant when, String toolchain, int repairs) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int LONGEST_NAME = 60;

  /// Part of a sentence: `published by Ada on 3 May 2026`.
  String words() {
    return "published by %s on %s".formatted(who, DAY.format(when));
  }

  JsonObject json() {
    return PlainMapper.JSON
        .createObjectBuilder()
        .add("who", who)
        .add("when", when.toString())
        .add("toolchain", toolchain)
        .add("repairs", repairs)
        .build();
  }

  /// What a document says; what it lacks or garbles is nobody, the beginning of time, and so on.
  static Provenance of(JsonObject json) {
    return new Provenance(
        name(json.getString("who", "somebody")),
        when(json.getString("when", "")),
        json.getString("toolchain", ""),
        json.getInt("repairs", 0));
  }

  /// A name fit for a menu: one short line.
  private static String name(String given) {
    String line = given.replaceAll("\\p{Cntrl}|[`*_<>\\[\\]]", " ").strip();
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
  }

  private static Instant when(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
