package dev.rustmend.service;

import static dev.rustmend.service.Shape.choice;
import static dev.rustmend.service.Shape.flag;
import static dev.rustmend.service.Shape.list;
import static dev.rustmend.service.Shape.number;
import static dev.rustmend.service.Shape.object;
import static dev.rustmend.service.Shape.text;
import static dev.rustmend.service.Shape.whole;

import com.google.gson.JsonObject;
import java.util.Map;

/// The JSON Schemas of what several answers have in common.
final class Shapes {
  private Shapes() {}

  /// An edit of one file.
  static JsonObject edit() {
    return object(
        Map.of(
            "file", text(),
            "sha256", Shape.about("of the text that the offsets count in", text()),
            "start", Shape.about("first byte that is replaced, from 0", whole()),
            "end", Shape.about("byte behind the last one that is replaced", whole()),
            "newText", text(),
            "creates?", Shape.about("the file is new", flag())));
  }

  /// A fix with its proof.
  static JsonObject fix() {
    return object(
        Map.of(
            "id", text(),
            "title", text(),
            "source", text(),
            "origin", text(),
            "verdict", choice("compiles", "advances", "unverified"),
            "errorsBefore?", whole(),
            "errorsAfter?", whole(),
            "preferred", flag(),
            "edits", list(edit())));
  }

  /// Where a diagnostic is and what it says.
  static JsonObject diagnostic() {
    return object(
        Map.of(
            "code", text(),
            "level", text(),
            "message", text(),
            "file?", text(),
            "line?", whole(),
            "column?", whole(),
            "label?", text()));
  }

  /// A diagnostic with its fixes.
  static JsonObject problem() {
    JsonObject schema = Shape.with(diagnostic(), "fixes", list(fix()));
    return Shape.with(schema, "moreFixes", whole());
  }

  /// How many errors there are.
  static JsonObject summary() {
    return object(Map.of("errors", whole(), "fixable", whole(), "warnings", whole()));
  }

  /// Which command says so, and how many errors it reports.
  static JsonObject proof() {
    return object(
        Map.of(
            "command", text(),
            "errorsBefore", whole(),
            "errorsAfter?", whole(),
            "seconds?", number(),
            "compiles?", whole(),
            "rounds?", whole()));
  }

  /// A file that was changed.
  static JsonObject change() {
    return object(
        Map.of(
            "file", text(),
            "sha256Before", text(),
            "sha256After", text(),
            "diff", text(),
            "diffTruncated?", flag(),
            "created?", flag()));
  }

  /// An applied or withheld fix in short.
  static JsonObject step() {
    JsonObject schema = diagnostic();
    for (String name :
        new String[] {"title", "source", "origin", "verdict", "outcome", "why", "id"}) {
      schema = Shape.with(schema, name, text());
    }
    return Shape.with(schema, "round", whole());
  }
}
