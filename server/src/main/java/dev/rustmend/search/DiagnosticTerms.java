package dev.rustmend.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The terms of what rustc says: its words, and for each part in back-ticks a typed hole.
///
/// The words stay the same from program to program, the parts in back-ticks do not. So ``expected
/// `Vec<u8>` `` gives `expect`, the hole `$`, the typed hole `$type`, and the identifiers `vec` and
/// `u8`. In a template `$x` gives the hole alone, which fits any.
final class DiagnosticTerms {
  /// The term of every part that changes from program to program.
  static final String HOLE = "$";

  private static final Pattern VARIABLE = Pattern.compile("`?\\$\\w+`?|`([^`]*)`|…");
  private static final Pattern LIFETIME = Pattern.compile("'\\w+");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*");
  private static final Pattern NAME = Pattern.compile("(?:r#)?[\\p{Ll}_][\\p{L}\\p{N}_]*");
  private static final Pattern TYPE =
      Pattern.compile(
          "[&*(\\[]?.*(?:\\b\\p{Lu}\\w*|\\b[iuf](?:8|16|32|64|128|size)\\b|\\bstr\\b).*");
  private static final Pattern PRIMITIVE =
      Pattern.compile("[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str");
  private static final Pattern MACRO = Pattern.compile("\\w+!");
  private static final Pattern IDENTIFIER = Pattern.compile("\\w+(?:::\\w+)*");

  private DiagnosticTerms() {}

  static List<Term> of(String message) {
    return terms(message, DiagnosticTerms::addPart);
  }

  /// The same without what stands in back-ticks: of each such part only the typed hole.
  static List<Term> withoutNames(String message) {
    return terms(message, DiagnosticTerms::addHole);
  }

  /// Adds the terms of a part that begins at `start`.
  private interface Part {
    void add(List<Term> terms, String part, int start);
  }

  private static List<Term> terms(String message, Part part) {
    var terms = new ArrayList<Term>();
    Matcher variable = VARIABLE.matcher(message);
    int from = 0;
    while (variable.find()) {
      ProseTerms.add(terms, message.substring(from, variable.start()), from);
      if (variable.group(1) != null) {
        part.add(terms, variable.group(1), variable.start(1));
      } else if (!variable.group().equals("…")) {
        terms.add(Term.exact(HOLE, variable.start(), variable.end()));
      }
      from = variable.end();
    }
    ProseTerms.add(terms, message.substring(from), from);
    return List.copyOf(terms);
  }

  private static void addHole(List<Term> terms, String part, int start) {
    int end = start + part.length();
    terms.add(Term.exact(HOLE, start, end));
    if (part.indexOf('$') < 0) {
      terms.add(Term.exact(HOLE + type(part), start, end).beside());
    }
  }

  private static void addPart(List<Term> terms, String part, int start) {
    addHole(terms, part, start);
    Matcher identifier = IDENTIFIER.matcher(part);
    while (identifier.find()) {
      boolean ofTemplate = identifier.start() > 0 && part.charAt(identifier.start() - 1) == '$';
      if (!ofTemplate) {
        Identifiers.terms(identifier.group(), start + identifier.start()).stream()
            .map(Term::beside)
            .forEach(terms::add);
      }
    }
  }

  /// What stands in back-ticks: `lifetime`, `number`, `macro`, `name`, `type` or `code`.
  static String type(String part) {
    if (LIFETIME.matcher(part).matches()) {
      return "lifetime";
    }
    if (NUMBER.matcher(part).matches()) {
      return "number";
    }
    if (MACRO.matcher(part).matches()) {
      return "macro";
    }
    if (PRIMITIVE.matcher(part).matches()) {
      return "type";
    }
    if (NAME.matcher(part).matches()) {
      return "name";
    }
    return TYPE.matcher(part).matches() ? "type" : "code";
  }
}
