package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Writes an attribute's arguments in the form that the attribute takes.
///
/// Answers E0452, E0537, E0538, E0539, E0541, E0565, E0777, E0805 and their like: words instead of
/// quoted names, one entry for each key, values in quotes, `#[name(word)]` for `#[name = "word"]`,
/// no empty parentheses, the nearest known word.
final class CorrectAttribute implements Operation {
  private static final Pattern ENTRY =
      Pattern.compile("(\\w+)\\s*(?:=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^,()\"]+))?\\s*(?:,\\s*|$)");
  private static final Pattern COMMENT = Pattern.compile("(?m)\\s*//[^\"\\n]*$");
  private static final Map<String, String> PREDICATES =
      Map.ofEntries(
          Map.entry("or", "any"),
          Map.entry("either", "any"),
          Map.entry("some", "any"),
          Map.entry("one", "any"),
          Map.entry("one_of", "any"),
          Map.entry("anyof", "any"),
          Map.entry("and", "all"),
          Map.entry("both", "all"),
          Map.entry("every", "all"),
          Map.entry("none", "not"),
          Map.entry("except", "not"),
          Map.entry("no", "not"),
          Map.entry("unless", "not"));

  /// Attributes without any argument: what stands behind them can only go.
  private static final Set<String> WORDS =
      Set.of(
          "automatically_derived",
          "cold",
          "no_implicit_prelude",
          "no_main",
          "no_mangle",
          "no_std",
          "non_exhaustive",
          "track_caller");

  private static final int GUESS = 40;

  @Override
  public String name() {
    return "correct-attribute";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> attribute = site.enclosing("attribute_item", "inner_attribute_item");
    if (attribute.isEmpty()) {
      return List.of();
    }
    if (site.diagnostic().codeText().equals("E0537")) {
      return predicate(site);
    }
    if (site.diagnostic().codeText().equals("E0452")) {
      return lint(site);
    }
    var found = new ArrayList<Proposal>();
    if (site.diagnostic().codeText().equals("E0538")) {
      found.addAll(joinedNotes(site, attribute.get()));
      if (!found.isEmpty()) {
        return found;
      }
    }
    String text = attribute.get().text();
    int open = text.indexOf('[');
    String inner = text.substring(open + 1, text.length() - 1).strip();
    for (Form form : forms(inner)) {
      if (!form.text.equals(inner)) {
        String made = text.substring(0, open + 1) + form.text + "]";
        Declarations.one(
                "Write the attribute as `%s`".formatted(made),
                site.edits().replace(attribute.get(), made),
                form.penalty)
            .stream()
            .map(proposal ->
                form.penalty < GUESS || isIgnored(site, form) ? proposal : proposal.inventing())
            .forEach(found::add);
      }
    }
    return found;
  }

  /// Whether the compiler has always taken the attribute for the bare word, and only a lint says
  /// so.
  private static boolean isIgnored(Site site, Form form) {
    return !site.diagnostic().codeText().startsWith("E")
        && form.text.matches("\\w+")
        && site.diagnostic().message().contains("`#[" + form.text + "]`");
  }

  /// An attribute without its brackets. With a penalty of `GUESS` or more it leaves out words of
  /// the author's, without knowing what they were to say: only a person takes it.
  private record Form(String text, int penalty) {}

  /// The forms in which an attribute may be meant, the likeliest first.
  private static List<Form> forms(String inner) {
    var forms = new ArrayList<Form>();
    Matcher named = Pattern.compile("(\\w+)\\s*=\\s*\"?([^\"]*)\"?").matcher(inner);
    if (named.matches()) {
      forms.add(new Form(named.group(1) + "(" + named.group(2) + ")", 0));
      forms.add(new Form(named.group(1), GUESS));
      return forms;
    }
    Matcher called = Pattern.compile("(?s)(\\w+)\\s*\\((.*)\\)").matcher(inner);
    if (!called.matches()) {
      return List.of();
    }
    String name = called.group(1);
    String arguments = COMMENT.matcher(called.group(2)).replaceAll("").strip();
    if (arguments.isEmpty()) {
      return List.of(new Form(name, 0));
    }
    if (arguments.matches("\"[\\w:, ]*\"")) {
      forms.add(new Form(name + "(" + arguments.replace("\"", "") + ")", 0));
      forms.add(new Form(name + " = " + arguments, 0));
    }
    Optional<String> entries = entries(name, arguments);
    entries.ifPresent(text -> forms.add(new Form(name + text, 0)));
    if (name.equals("inline")) {
      Declarations.nearest(arguments, List.of("always", "never"))
          .ifPresent(word -> forms.add(new Form("inline(" + word + ")", 0)));
      forms.add(new Form("inline", GUESS));
    }
    if (arguments.contains(",")) {
      forms.add(
          new Form(
              name + "(" + arguments.substring(0, arguments.indexOf(',')).strip() + ")", GUESS));
    }
    forms.add(new Form(name, WORDS.contains(name) ? 0 : 2 * GUESS));
    return forms.stream().distinct().toList();
  }

  /// `key = "value"` entries put right: values in quotes, one entry for each key, keys that exist.
  private static Optional<String> entries(String name, String arguments) {
    var entries = new LinkedHashMap<String, String>();
    List<String> keys =
        name.equals("deprecated") ? List.of("since", "note", "suggestion") : List.of();
    Matcher entry = ENTRY.matcher(arguments);
    int end = 0;
    while (entry.find() && entry.start() <= end + 2) {
      end = entry.end();
      String key = entry.group(1);
      String known =
          keys.isEmpty() || keys.contains(key)
              ? key
              : Declarations.nearest(key, keys).orElse("note");
      String value = entry.group(2) == null ? "" : entry.group(2).strip();
      if (!value.isEmpty() && !value.startsWith("\"")) {
        value = "\"" + value + "\"";
      }
      String before = entries.getOrDefault(known, "");
      boolean both = before.length() > 1 && value.length() > 1;
      entries.put(
          known, both && known.equals("note") ? joined(before, value) : both ? before : value);
    }
    if (entries.isEmpty() || end < arguments.length()) {
      return Optional.empty();
    }
    entries.values().removeIf(value -> value.isEmpty() && !keys.isEmpty());
    var parts = new ArrayList<String>();
    entries.forEach((key, value) -> parts.add(value.isEmpty() ? key : key + " = " + value));
    return Optional.of(parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")");
  }

  /// One quoted text of two, as two sentences where the first ends as one.
  private static String joined(String before, String value) {
    String first = before.substring(0, before.length() - 1);
    return first + (first.endsWith(".") ? " " : ", ") + value.substring(1);
  }

  /// Two notes become one where they stand, so that comments and the layout stay.
  private static List<Proposal> joinedNotes(Site site, SyntaxNode attribute) {
    List<SyntaxNode> words =
        attribute
            .descendants()
            .filter(node -> node.is("identifier") || node.is("string_literal"))
            .toList();
    List<Integer> notes =
        IntStream.range(0, words.size() - 1)
            .filter(
                i -> words.get(i).text().equals("note") && words.get(i + 1).is("string_literal"))
            .boxed()
            .toList();
    if (notes.size() != 2) {
      return List.of();
    }
    SyntaxNode first = words.get(notes.getFirst() + 1);
    SyntaxNode key = words.get(notes.getLast());
    SyntaxNode second = words.get(notes.getLast() + 1);
    byte[] bytes = site.text().bytes();
    int start = key.range().start();
    while (Character.isWhitespace(bytes[start - 1])) {
      start--;
    }
    Edits edits = site.edits().replace(first, joined(first.text(), second.text()));
    key.parent().map(SyntaxNode::children).orElse(List.of()).stream()
        .filter(child -> child.is(",") && child.range().end() <= key.range().start())
        .reduce((_, last) -> last)
        .ifPresent(comma -> edits.delete(comma.range()));
    edits.delete(new TextRange(start, second.range().end()));
    return Declarations.one("Join the two texts of `note`", edits);
  }

  private static List<Proposal> predicate(Site site) {
    String text = site.primary().text();
    String word = text.replaceFirst("(?s)\\s*\\(.*", "");
    Optional<String> known =
        Optional.ofNullable(PREDICATES.get(word.toLowerCase(java.util.Locale.ROOT)))
            .or(() -> Declarations.nearest(word, List.of("any", "all", "not", "true", "false")));
    String better = known.orElse("all");
    int start = site.primary().range().start();
    Edits edits = site.edits().replace(new TextRange(start, start + word.length()), better);
    if (known.isEmpty()) {
      return List.of();
    }
    return Declarations.one(
        "Use the predicate `%s` in place of `%s`".formatted(better, word),
        edits,
        known.isPresent() ? 0 : GUESS);
  }

  private static List<Proposal> lint(Site site) {
    String text = site.primary().text();
    Matcher quoted = Pattern.compile("\"([\\w:]+)\"").matcher(text);
    if (quoted.matches()) {
      return Declarations.one(
          "Write the lint `%s` without quotes".formatted(quoted.group(1)),
          site.edits().replace(site.primary().range(), quoted.group(1)));
    }
    Matcher valued = Pattern.compile("([\\w:]+)\\s*=\\s*(\".*\")").matcher(text);
    if (!valued.matches()) {
      return List.of();
    }
    String word = valued.group(1);
    String better = valued.group(2).length() == 2 ? word : word + ", reason = " + valued.group(2);
    return Declarations.one(
        "Write the argument as `%s`".formatted(better),
        site.edits().replace(site.primary().range(), better));
  }
}
