package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.OneLine;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The menu text of one of rustc's suggestions: rustc's advice as an imperative, and what exactly
/// is written, unless the advice says so already.
final class SuggestionTitle {
  private static final int SHOWN = 40;
  private static final Pattern CONSIDER =
      Pattern.compile(
          "(?:you (?:can|could|may|might)(?: want to)? )?(?:consider|try) (\\w+ing)\\b(.*)");
  private static final Pattern YOU_CAN =
      Pattern.compile(
          "(?:if .*, )?(?:you (?:can|could|may|might)(?: want to| also| have meant to)?|try to) (\\w+)\\b(.*)");
  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "(?:use|add|remove|insert|change|replace|write|borrow|clone|dereference|wrap|give|make"
              + "|move|surround|call|import|convert|specify|qualify|rename|prefix|mark|collect|assign"
              + "|provide|introduce|return|delete|drop|box|allocate|escape|separate|swap|put|declare"
              + "|define|derive|implement|enclose|initialize|ignore|collapse|create|cast|access|annotate"
              + "|end|fill|include|indicate|pass|pin|reborrow|reorder|restrict|store|turn) .*");

  /// Verbs whose gerund does not simply lose its `ing`.
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("using", "use"),
          Map.entry("removing", "remove"),
          Map.entry("changing", "change"),
          Map.entry("making", "make"),
          Map.entry("giving", "give"),
          Map.entry("moving", "move"),
          Map.entry("writing", "write"),
          Map.entry("cloning", "clone"),
          Map.entry("wrapping", "wrap"),
          Map.entry("dropping", "drop"),
          Map.entry("putting", "put"),
          Map.entry("dereferencing", "dereference"),
          Map.entry("referencing", "reference"),
          Map.entry("introducing", "introduce"),
          Map.entry("replacing", "replace"),
          Map.entry("escaping", "escape"),
          Map.entry("deriving", "derive"),
          Map.entry("storing", "store"),
          Map.entry("declaring", "declare"),
          Map.entry("defining", "define"),
          Map.entry("enclosing", "enclose"),
          Map.entry("initializing", "initialize"),
          Map.entry("annotating", "annotate"),
          Map.entry("parameterizing", "parameterize"),
          Map.entry("pinning", "pin"),
          Map.entry("swapping", "swap"),
          Map.entry("reusing", "reuse"),
          Map.entry("restructuring", "restructure"),
          Map.entry("including", "include"),
          Map.entry("providing", "provide"),
          Map.entry("consuming", "consume"),
          Map.entry("creating", "create"),
          Map.entry("unwrapping", "unwrap"),
          Map.entry("iterating", "iterate"),
          Map.entry("allocating", "allocate"),
          Map.entry("separating", "separate"),
          Map.entry("comparing", "compare"),
          Map.entry("naming", "name"),
          Map.entry("casting", "cast"));

  private SuggestionTitle() {}

  static String of(Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    Optional<String> imported = SuggestedImport.path(suggestion.patch());
    if (imported.isPresent()) {
      return "Import `" + imported.get() + "`";
    }
    String change = change(suggestion.patch(), snapshot);
    String title =
        imperative(suggestion.message())
            .map(advice -> saysIt(advice, suggestion.patch()) ? advice : advice + ": " + change)
            .orElseGet(() -> capitalized(change));
    return title + elsewhere(diagnostic, suggestion.patch());
  }

  private static Optional<String> imperative(String message) {
    String advice = message.strip();
    if (advice.endsWith(":")) {
      advice = advice.substring(0, advice.length() - 1);
    }
    Matcher consider = CONSIDER.matcher(advice);
    if (consider.matches()) {
      return Optional.of(capitalized(verb(consider.group(1)) + consider.group(2)));
    }
    Matcher youCan = YOU_CAN.matcher(advice);
    if (youCan.matches()) {
      return Optional.of(capitalized(youCan.group(1) + youCan.group(2)));
    }
    return IMPERATIVE.matcher(advice).matches()
        ? Optional.of(capitalized(advice))
        : Optional.empty();
  }

  private static String verb(String gerund) {
    String lower = gerund.toLowerCase(Locale.ROOT);
    return VERBS.getOrDefault(lower, lower.substring(0, lower.length() - "ing".length()));
  }

  /// Whether the advice already quotes everything that is written.
  private static boolean saysIt(String advice, Patch patch) {
    return patch.edits().values().stream()
        .flatMap(List::stream)
        .map(edit -> edit.newText().strip())
        .allMatch(text -> !text.isEmpty() && advice.contains("`" + text + "`"));
  }

  private static String change(Patch patch, Snapshot snapshot) {
    var parts = new ArrayList<String>();
    for (var file : patch.edits().entrySet()) {
      for (TextEdit edit : file.getValue()) {
        parts.add(part(file.getKey(), edit, snapshot));
      }
    }
    List<String> distinct = parts.stream().distinct().toList();
    return distinct.size() <= 2
        ? String.join(" and ", distinct).replace(" and insert ", " and ")
        : "%s and %d more edits".formatted(distinct.getFirst(), parts.size() - 1);
  }

  private static String part(Path file, TextEdit edit, Snapshot snapshot) {
    String before =
        snapshot
            .read(file)
            .map(text -> text.slice(edit.range()))
            .map(SuggestionTitle::shown)
            .orElse("");
    String after = shown(edit.newText());
    if (after.isEmpty()) {
      return before.isEmpty() ? "remove blank space" : "remove `" + before + "`";
    }
    return before.isEmpty()
        ? "insert `" + after + "`"
        : "replace `" + before + "` with `" + after + "`";
  }

  private static String shown(String code) {
    return OneLine.of(code, SHOWN);
  }

  /// Names the files other than the one that rustc points at.
  private static String elsewhere(Diagnostic diagnostic, Patch patch) {
    Optional<Path> here = diagnostic.primary().map(span -> span.file());
    List<String> others =
        patch.files().stream()
            .filter(file -> here.isEmpty() || !here.get().equals(file))
            .map(file -> "`" + file.getFileName() + "`")
            .toList();
    return others.isEmpty() ? "" : " in " + String.join(", ", others);
  }

  private static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
