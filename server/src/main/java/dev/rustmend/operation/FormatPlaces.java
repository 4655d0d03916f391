package dev.rustmend.operation;

import dev.rustmend.text.EditDistance;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.regex.Pattern;

/// Arguments of `println!`, `format!` and the like that the text does not show, and places in the
/// text that name them wrongly.
final class FormatPlaces {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  /// A format that stands in braces without its colon.
  static final Pattern FORMAT = Pattern.compile("[#+]?(?:\\.\\d+|[<>^]\\d+(?:\\.\\d+)?|\\?)");

  private FormatPlaces() {}

  /// A placeholder whose name no argument has gets the name of the argument that is not used.
  static void argumentName(Tokens tokens, Mends out) {
    FormatCall.around(tokens)
        .ifPresent(call -> {
          List<String> names =
              call.arguments().stream()
                  .map(FormatCall.Argument::name)
                  .filter(name -> !name.isEmpty())
                  .toList();
          List<String> used = call.holes().stream().map(hole -> hole.what().strip()).toList();
          List<String> idle = names.stream().filter(name -> !used.contains(name)).toList();
          for (FormatCall.Hole hole : call.holes()) {
            String what = hole.what().strip();
            if (WORD.matcher(what).matches()
                && !names.contains(what)
                && idle.size() == 1
                && isSlip(tokens, what, idle.getFirst())) {
              String text =
                  call.text().substring(0, hole.start())
                      + "{"
                      + idle.getFirst()
                      + hole.spec()
                      + "}"
                      + call.text().substring(hole.end());
              out.replace(
                  "Name the argument `" + idle.getFirst() + "` in the text",
                  tokens.get(call.literal()).range(),
                  text);
            }
          }
        });
  }

  /// Arguments that the text does not show get a place at its end; texts among them become part of
  /// it, as Python's `print` would put them together.
  static void surplus(Tokens tokens, Mends out) {
    FormatCall.around(tokens)
        .filter(call -> call.text().startsWith("\""))
        .ifPresent(call -> {
          int shown = (int) call.holes().stream().filter(FormatCall.Hole::isImplicit).count();
          List<FormatCall.Argument> all = call.positional();
          boolean numbered =
              call.holes().stream().anyMatch(hole -> NUMBER.matcher(hole.what().strip()).matches());
          if (!numbered && shown < all.size()) {
            place(call, all.subList(shown, all.size()), out);
          }
        });
  }

  private static void place(FormatCall call, List<FormatCall.Argument> idle, Mends out) {
    Tokens tokens = call.tokens();
    String inside = call.text().substring(1, call.text().length() - 1);
    String tail = inside.endsWith("\\n") ? "\\n" : "";
    var text = new StringBuilder(inside.substring(0, inside.length() - tail.length()));
    Edits edits = out.edits();
    for (FormatCall.Argument argument : idle) {
      String written = tokens.source(argument.from(), argument.to());
      boolean literal = written.matches("\"[^\"\\\\{}]*\"");
      String piece = literal ? written.substring(1, written.length() - 1) : "{}";
      boolean apart =
          text.isEmpty()
              || " \t([{=#$'".indexOf(text.charAt(text.length() - 1)) >= 0
              || piece.startsWith(" ")
              || (literal && piece.matches("[.,;:!?)%].*"));
      text.append(apart ? "" : " ").append(piece);
      if (literal) {
        edits.delete(new TextRange(tokens.end(argument.from() - 2), tokens.end(argument.to() - 1)));
      }
    }
    edits.replace(tokens.get(call.literal()).range(), "\"" + text + tail + "\"");
    out.add("Show the value at the end of the text", 0, edits);
  }

  /// Whether blanks stand around the name of a variable: `{ x }`.
  private static boolean isPadded(Tokens tokens, FormatCall.Hole hole) {
    String name = hole.what().strip();
    boolean padded = hole.spec().isEmpty() && !name.equals(hole.what());
    boolean known = false;
    for (int i = 0; padded && i < tokens.size(); i++) {
      known |= tokens.is(i, name) && tokens.isName(i);
    }
    return known;
  }

  /// `{.2}` and `{>8}` get the colon that begins a format, `{ x }` loses its blanks.
  static void missingColon(Tokens tokens, Mends out) {
    FormatCall.around(tokens)
        .ifPresent(call -> {
          var text = new StringBuilder();
          int from = 0;
          for (FormatCall.Hole hole : call.holes()) {
            if (hole.spec().isEmpty() && FORMAT.matcher(hole.what()).matches()) {
              text.append(call.text(), from, hole.start() + 1).append(':');
              from = hole.start() + 1;
            } else if (isPadded(tokens, hole)) {
              text.append(call.text(), from, hole.start() + 1).append(hole.what().strip());
              from = hole.end() - 1;
            }
          }
          if (from > 0) {
            text.append(call.text().substring(from));
            out.replace(
                "Write the placeholder as Rust reads it",
                tokens.get(call.literal()).range(),
                text.toString());
          }
        });
  }

  /// Whether a name in braces is a slip: nothing else in the file has it, or it is nearly the
  /// other.
  private static boolean isSlip(Tokens tokens, String written, String meant) {
    boolean known = false;
    for (int i = 0; i < tokens.size(); i++) {
      known |= tokens.is(i, written);
    }
    return !known || EditDistance.between(written, meant) <= Math.max(1, meant.length() / 3);
  }
}
