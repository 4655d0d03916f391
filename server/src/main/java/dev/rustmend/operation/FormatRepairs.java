package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of `println!`, `format!` and the like that do not fit their arguments.
final class FormatRepairs {
  private static final Pattern PRINTF =
      Pattern.compile("%(%|([-+0 #]*)(\\d*)(\\.\\d+)?(?:l{0,2}|h|z)([diufgesxXcpob]))");
  private static final Pattern EXPRESSION =
      Pattern.compile("[*&!-]*[A-Za-z_][\\w.]*(?:::\\w+|\\(.*\\)|\\[.*]|\\.\\w+|\\s[-+*/%]\\s.*)*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern NESTED = Pattern.compile("\\{\\w*:[^{}]*\\{\\w*}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private FormatRepairs() {}

  /// `{a.b}` becomes `{}` with the argument `a.b`; all of a text at once.
  static void expressions(Tokens tokens, Mends out) {
    Optional<FormatCall> found = FormatCall.around(tokens);
    if (found.isEmpty()) {
      return;
    }
    FormatCall call = found.get();
    var text = new StringBuilder();
    var added = new TreeMap<Integer, String>();
    int from = 0;
    int implicit = 0;
    int moved = 0;
    for (FormatCall.Hole hole : call.holes()) {
      if (!hole.isPlain()) {
        text.append(call.text(), from, hole.start()).append('{').append(hole.spec()).append('}');
        from = hole.end();
        String expression = unescaped(hole.what().strip());
        added.merge(call.behind(implicit), ", " + expression, String::concat);
        moved++;
      } else if (hole.isImplicit()) {
        implicit++;
      }
    }
    if (moved > 0) {
      text.append(call.text().substring(from));
      Edits edits = out.edits().replace(tokens.get(call.literal()).range(), text.toString());
      added.forEach(edits::insert);
      out.add(
          moved == 1 ? "Pass the expression as an argument" : "Pass the expressions as arguments",
          0,
          edits);
    }
  }

  private static String unescaped(String expression) {
    return expression.replace("\\\"", "\"");
  }

  /// `%d` and its like become `{}`.
  static void printf(Tokens tokens, Mends out) {
    FormatCall.around(tokens)
        .ifPresent(call -> {
          Matcher place = PRINTF.matcher(call.text());
          int count = (int) call.holes().stream().filter(FormatCall.Hole::isImplicit).count();
          var text = new StringBuilder();
          boolean any = false;
          while (place.find()) {
            boolean percent = place.group(1).equals("%");
            place.appendReplacement(
                text, percent ? "%" : Matcher.quoteReplacement(placeholder(place)));
            count += percent ? 0 : 1;
            any |= !percent;
          }
          place.appendTail(text);
          if (any && count == call.positional().size()) {
            out.replace(
                "Write `{}` instead of `%`", tokens.get(call.literal()).range(), text.toString());
          }
        });
  }

  private static String placeholder(Matcher place) {
    String flags = place.group(2);
    String align = flags.contains("-") ? "<" : "";
    String zero = flags.contains("0") && !flags.contains("-") ? "0" : "";
    String plus = flags.contains("+") ? "+" : "";
    String precision = place.group(4) == null ? "" : place.group(4);
    String letter =
        switch (place.group(5)) {
          case "x", "X", "o", "b", "e", "p" -> place.group(5);
          default -> "";
        };
    String spec = align + plus + zero + place.group(3) + precision + letter;
    return spec.isEmpty() ? "{}" : "{:" + spec + "}";
  }

  /// Braces that belong to the text are doubled; a placeholder that is not closed is closed.
  static void braces(Tokens tokens, Mends out) {
    FormatCall.around(tokens)
        .ifPresent(call -> {
          var range = tokens.get(call.literal()).range();
          String text = call.text();
          long implicit = call.holes().stream().filter(FormatCall.Hole::isImplicit).count();
          int lone = NESTED.matcher(text).find() ? -1 : loneBrace(text);
          if (lone >= 0 && implicit < call.positional().size()) {
            out.replace(
                "Write `{}`", range, text.substring(0, lone + 1) + "}" + text.substring(lone + 1));
          }
          if (lone >= 0) {
            Matcher name = Pattern.compile("\\w+(:[^{}\\s]*)?").matcher(text);
            if (name.find(lone + 1) && name.start() == lone + 1) {
              out.replace(
                  "Close the placeholder",
                  range,
                  text.substring(0, name.end()) + "}" + text.substring(name.end()));
            }
          }
          String doubled = doubled(text);
          boolean expression =
              call.holes().stream()
                  .anyMatch(hole ->
                      !hole.isPlain()
                          && (EXPRESSION.matcher(hole.what().strip()).matches()
                              || FormatPlaces.FORMAT.matcher(hole.what()).matches()));
          if (!doubled.equals(text) && !expression && !NESTED.matcher(text).find()) {
            out.add("Double the braces of the text", 1, out.edits().replace(range, doubled));
          }
        });
  }

  /// An opening brace without its closing one, or -1.
  private static int loneBrace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        if (text.startsWith("{{", i)) {
          i++;
        } else {
          int next = text.indexOf('}', i);
          int other = text.indexOf('{', i + 1);
          if (next < 0 || (other >= 0 && other < next)) {
            return i;
          }
          i = next;
        }
      }
    }
    return -1;
  }

  private static String doubled(String text) {
    Matcher part =
        Pattern.compile("\\{\\{|}}|\\{\\w*(:[^{}\"\\\\]*)?}|\\\\u\\{\\w*}|[{}]").matcher(text);
    var result = new StringBuilder();
    int open = 0;
    while (part.find()) {
      String found = part.group();
      boolean single = found.equals("{") || found.equals("}");
      String put = single ? found + found : found;
      if (found.equals("}}") && open % 2 == 1) {
        put = "}}";
      }
      open += found.equals("{") ? 1 : 0;
      part.appendReplacement(result, Matcher.quoteReplacement(put));
    }
    part.appendTail(result);
    return result.toString();
  }

  /// A letter that is no format is left out: `{:d}`, `{:.2f}`.
  static void letter(Tokens tokens, Mends out) {
    Optional<String> letter = tokens.site().quoted().stream().findFirst();
    FormatCall.around(tokens)
        .ifPresent(call -> {
          String bad = letter.orElse("");
          var text = new StringBuilder();
          int from = 0;
          boolean any = false;
          for (FormatCall.Hole hole : call.holes()) {
            if (!bad.isEmpty() && hole.spec().endsWith(bad)) {
              String spec = hole.spec().substring(0, hole.spec().length() - bad.length());
              spec = isVariable(tokens, bad) ? hole.spec() + "$" : spec.equals(":") ? "" : spec;
              text.append(call.text(), from, hole.start())
                  .append('{')
                  .append(hole.what())
                  .append(spec)
                  .append('}');
              from = hole.end();
              any = true;
            }
          }
          if (any) {
            text.append(call.text().substring(from));
            out.replace(
                isVariable(tokens, bad)
                    ? "Take the width from `" + bad + "`"
                    : "Remove the format `" + bad + "`",
                tokens.get(call.literal()).range(),
                text.toString());
          }
        });
  }

  private static boolean isVariable(Tokens tokens, String name) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, name) && tokens.isName(i)) {
        return true;
      }
    }
    return false;
  }

  /// A placeholder without an argument gets a variable that the text names, or that nothing else
  /// uses; positions that were counted from 1 are counted from 0.
  static void missingArgument(Tokens tokens, Mends out) {
    FormatCall.around(tokens)
        .ifPresent(call -> {
          fromZero(call, out);
          int implicit = (int) call.holes().stream().filter(FormatCall.Hole::isImplicit).count();
          int missing = implicit - call.positional().size();
          if (missing < 1 || missing > 3) {
            return;
          }
          List<String> variables = variables(call);
          for (int first = 0; first + missing <= variables.size() && first < 3; first++) {
            List<String> chosen = new ArrayList<>(variables.subList(first, first + missing));
            out.add(
                "Pass `" + String.join("`, `", chosen) + "`",
                10 + first * 5,
                out.edits()
                    .insert(
                        call.behind(call.positional().size()), ", " + String.join(", ", chosen)));
          }
        });
  }

  private static void fromZero(FormatCall call, Mends out) {
    List<Integer> positions =
        call.holes().stream()
            .map(hole -> hole.what().strip())
            .filter(what -> NUMBER.matcher(what).matches() && what.length() < 4)
            .map(Integer::valueOf)
            .toList();
    boolean fromOne = !positions.isEmpty() && !positions.contains(0);
    if (fromOne
        && positions.stream().mapToInt(Integer::intValue).max().orElse(0)
            == call.positional().size()) {
      var text = new StringBuilder();
      int from = 0;
      for (FormatCall.Hole hole : call.holes()) {
        String what = hole.what().strip();
        if (NUMBER.matcher(what).matches()) {
          text.append(call.text(), from, hole.start())
              .append('{')
              .append(Integer.parseInt(what) - 1)
              .append(hole.spec())
              .append('}');
          from = hole.end();
        }
      }
      text.append(call.text().substring(from));
      out.replace(
          "Count the arguments from 0", call.tokens().get(call.literal()).range(), text.toString());
    }
  }

  /// The variables declared before the call in its function that the text names or that nothing
  /// uses, in the order of their declaration.
  private static List<String> variables(FormatCall call) {
    Tokens tokens = call.tokens();
    int start = call.open();
    while (start > 0 && !tokens.is(start, "fn")) {
      start--;
    }
    String text = call.text();
    var named = new ArrayList<String>();
    var unused = new ArrayList<String>();
    for (int i = start; i < call.open(); i++) {
      boolean binds = tokens.isName(i) && isBinding(tokens, i);
      String name = tokens.text(i);
      if (!binds || named.contains(name) || unused.contains(name)) {
        continue;
      }
      boolean used = false;
      for (int k = i + 1; k < tokens.size(); k++) {
        used |= tokens.is(k, name);
      }
      boolean passed =
          call.arguments().stream()
              .anyMatch(argument -> tokens.source(argument.from(), argument.to()).equals(name));
      if (WORD.matcher(text).results().anyMatch(word -> word.group().equals(name)) && !passed) {
        named.add(name);
      } else if (!used) {
        unused.add(name);
      }
    }
    named.addAll(unused);
    return named;
  }

  private static boolean isBinding(Tokens tokens, int i) {
    boolean let = tokens.is(i - 1, "let") || (tokens.is(i - 1, "mut") && tokens.is(i - 2, "let"));
    boolean loop = tokens.is(i - 1, "for") && tokens.is(i + 1, "in");
    boolean parameter = tokens.is(i + 1, ":") && tokens.is(i - 1, "(", ",", "mut");
    boolean tuple =
        tokens.is(i - 1, "(", ",") && tokens.is(i + 1, ",", ")") && inLetTuple(tokens, i);
    return let || loop || parameter || tuple;
  }

  private static boolean inLetTuple(Tokens tokens, int i) {
    int open = tokens.enclosing(i);
    return open > 0 && tokens.is(open, "(") && tokens.is(open - 1, "let", "for", "|");
  }
}
