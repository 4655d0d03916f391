package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns texts, characters, bytes and paths into one another.
///
/// A literal takes the quotes that are wanted; else an owned `String` is made with `to_string`,
/// which every type with `Display` has.
final class TextAdapter {
  private static final Set<String> INTO = Set.of("PathBuf", "OsString", "Cow", "Box", "Rc", "Arc");
  private static final Pattern ONE = Pattern.compile("\"([^\"\\\\]|\\\\[nrt0\\\\])\"");

  private TextAdapter() {}

  static List<Adaptation> adapt(Value value) {
    var found = new ArrayList<Adaptation>();
    RustType expected = value.expected();
    if (expected.isNamed("String")) {
      own(value, found);
    }
    if (expected.isReference() && expected.referent().text().equals("str")) {
      lend(value, found);
    }
    if (expected.text().equals("char") || expected.text().equals("u8")) {
      letter(value, found);
    }
    bytes(value, found);
    into(value, found);
    return found;
  }

  private static void own(Value value, List<Adaptation> found) {
    RustType bare = value.found().bare();
    String name = bare.name();
    if (value.is("macro_invocation") && value.node().text().startsWith("format_args!")) {
      found.add(
          Adaptation.rewritten(
              "own-text",
              "Make the `String` with `format!`",
              value.node().text().replaceFirst("^format_args!", "format!")));
    } else if (CollectionAdapter.ITERATORS.contains(name)) {
      found.add(
          value.postfix("collect", "Collect " + value.name() + " into a `String`", ".collect()"));
    } else if (name.equals("Cow")) {
      found.add(value.postfix("own-text", "Own " + value.name(), ".into_owned()"));
    } else if (bare.isText() || bare.isNumber() || name.equals("char") || name.equals("bool")) {
      found.add(value.postfix("own-text", "Make a `String` of " + value.name(), ".to_string()"));
    } else if (name.equals("Box") && bare.argument(0).text().equals("str")) {
      found.add(
          value.postfix("own-text", "Turn " + value.name() + " into a `String`", ".into_string()"));
    } else if (name.equals("Vec") && bare.argument(0).text().equals("char")) {
      found.add(
          value.postfix(
              "collect", "Collect " + value.name() + " into a `String`", ".into_iter().collect()"));
    } else if (value.site().crate().impls(name).stream()
        .anyMatch(impl -> impl.item().name().contains("Display for"))) {
      found.add(
          value
              .postfix("own-text", "Make a `String` of " + value.name(), ".to_string()")
              .penalized(10));
    }
  }

  private static void lend(Value value, List<Adaptation> found) {
    RustType bare = value.found().bare();
    String text = value.node().text();
    if (value.is("char_literal") && !text.startsWith("b")) {
      String inner = text.substring(1, text.length() - 1);
      String written =
          "\"" + (inner.equals("\"") ? "\\\"" : inner.equals("\\'") ? "'" : inner) + "\"";
      found.add(Adaptation.rewritten("literal", "Write " + value.name() + " as a string", written));
    } else if (bare.isNumber() || bare.text().equals("char") || bare.text().equals("bool")) {
      Adaptation owned =
          value.postfix("own-text", "Lend " + value.name() + " as text", ".to_string()");
      found.add(
          new Adaptation(
              "own-text", owned.title(), "&" + owned.before(), owned.after(), owned.inside(), 5));
    } else if (text.startsWith("b\"")) {
      found.add(
          Adaptation.rewritten(
              "literal", "Write " + value.name() + " as a string", text.substring(1)));
    }
    if (bare.isNamed("PathBuf", "Path", "OsStr", "OsString") && inOption(value)) {
      found.add(value.postfix("question-mark", "Read " + value.name() + " as text", ".to_str()?"));
    }
  }

  private static boolean inOption(Value value) {
    return value.returned().filter(result -> result.isNamed("Option")).isPresent();
  }

  private static void letter(Value value, List<Adaptation> found) {
    var one = ONE.matcher(value.node().text());
    boolean isByte = value.expected().text().equals("u8");
    if (one.matches()) {
      String inner = one.group(1).equals("'") ? "\\'" : one.group(1);
      String written = (isByte ? "b'" : "'") + inner + "'";
      found.add(
          Adaptation.rewritten(
              "literal",
              "Write " + value.name() + " as a " + (isByte ? "byte" : "character"),
              written));
    }
  }

  private static void bytes(Value value, List<Adaptation> found) {
    RustType expected = value.expected();
    RustType bare = value.found().bare();
    boolean slice =
        expected.isReference()
            && (expected.referent().isSlice() || expected.referent().isArray())
            && expected.referent().element().text().equals("u8");
    if (slice && bare.isText()) {
      if (value.is("string_literal")) {
        found.add(Adaptation.of("literal", "Write " + value.name() + " as bytes", "b", ""));
      }
      found.add(value.postfix("as-bytes", "Lend the bytes of " + value.name(), ".as_bytes()"));
    }
    if (expected.isNamed("Vec") && bare.isText()) {
      String element = expected.argument(0).text();
      if (element.equals("u8")) {
        found.add(
            value.found().isNamed("String")
                ? value.postfix("as-bytes", "Turn " + value.name() + " into bytes", ".into_bytes()")
                : value.postfix(
                    "as-bytes", "Copy the bytes of " + value.name(), ".as_bytes().to_vec()"));
      } else if (element.equals("char")) {
        found.add(
            value.postfix(
                "collect", "Collect the characters of " + value.name(), ".chars().collect()"));
      }
    }
  }

  private static void into(Value value, List<Adaptation> found) {
    RustType expected = value.expected();
    boolean text = value.found().bare().isText();
    boolean holdsText =
        expected.isNamed("PathBuf", "OsString")
            || Set.of(
                    "str", "dyn Error", "dyn Error + Send + Sync", "Path", "dyn std::error::Error")
                .contains(expected.argument(0).text());
    if (text && INTO.contains(expected.name()) && holdsText) {
      found.add(value.postfix("into", "Convert " + value.name() + " with `.into()`", ".into()"));
    }
    if (text
        && expected.isReference()
        && Set.of("Path", "OsStr").contains(expected.referent().name())) {
      found.add(value.postfix("into", "Lend " + value.name() + " as a path", ".as_ref()"));
    }
  }
}
