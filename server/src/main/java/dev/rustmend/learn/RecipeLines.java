package dev.rustmend.learn;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the lines of a recipe for one episode. Confined to its thread.
final class RecipeLines {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final RecipeMaker.Seen seen;
  private final Holes holes;

  /// Whether a part can not be said on one line of a recipe.
  private boolean unsayable;

  RecipeLines(RecipeMaker.Seen seen, Holes holes) {
    this.seen = seen;
    this.holes = holes;
  }

  /// The recipe for the very same texts.
  Optional<Recipe> verbatim() {
    var steps = new ArrayList<String>();
    for (RecipeMaker.Anchored anchored : seen.changes()) {
      steps.add(
          switch (anchored.change()) {
            case Change.Replaced(SyntaxNode before, SyntaxNode after, _) ->
                step(anchored.anchor(), new Held.Pair(before.text(), after.text()), before);
            case Change.Inserted inserted -> step(anchored.anchor(), inserted);
            case Change.Imported imported -> step(imported);
          });
    }
    return recipe(steps, allWords(), 0);
  }

  /// The recipe with metavariables for all that the changes keep, and for names in rustc's words
  /// that they do not write.
  Optional<Recipe> holding() {
    var steps = new ArrayList<String>();
    var literal = new HashSet<String>();
    for (RecipeMaker.Anchored anchored : seen.changes()) {
      switch (anchored.change()) {
        case Change.Replaced(SyntaxNode before, SyntaxNode after, _) -> {
          var held = new Held(holes);
          Held.Pair pair = held.pair(before, after);
          literal.addAll(held.literal(pair));
          steps.add(step(anchored.anchor(), pair, before));
        }
        case Change.Inserted inserted -> {
          steps.add(step(anchored.anchor(), inserted));
          literal.addAll(words(inserted.text()));
        }
        case Change.Imported imported -> {
          steps.add(step(imported));
          literal.addAll(words(imported.path()));
        }
      }
    }
    return recipe(steps, literal, 1);
  }

  private Optional<Recipe> recipe(List<String> steps, Set<String> literal, int generality) {
    var lines = new ArrayList<String>();
    Told told = seen.episode().told();
    if (steps.stream().anyMatch(step -> step.contains("definition of $"))) {
      definedName().ifPresent(name -> lines.add(messageAbout(name)));
    } else if (generality == 0 || !told.isToldByLabels()) {
      lines.add("message \"%s\"".formatted(holes.template(told.message(), literal)));
    }
    for (String label : told.primaryLabels()) {
      if (label.contains("`")) {
        lines.add("said \"%s\"".formatted(holes.template(label, literal)));
      }
    }
    lines.addAll(steps);
    return unsayable
        ? Optional.empty()
        : Optional.of(new Recipe(told.code(), String.join("\n", lines), generality));
  }

  private Optional<String> definedName() {
    return seen.changes().stream()
        .filter(anchored -> anchored.anchor().startsWith("definition of"))
        .flatMap(anchored ->
            switch (anchored.change()) {
              case Change.Replaced(SyntaxNode before, _, _) -> before.child("name").stream();
              case Change.Inserted inserted -> inserted.beside().child("name").stream();
              case Change.Imported _ -> Stream.<SyntaxNode>empty();
            })
        .map(SyntaxNode::text)
        .findFirst();
  }

  private String messageAbout(String name) {
    String message = Holes.quotable(seen.episode().told().message());
    return "message \"%s\"".formatted(message.replace("`" + name + "`", "`$item`"));
  }

  private String step(String anchor, Held.Pair pair, SyntaxNode before) {
    Optional<String> pattern = Held.onOneLine(pair.before());
    unsayable |= pattern.isEmpty() || pair.after().contains("\\");
    return "at %s  %s => %s"
        .formatted(anchor, pattern.orElse("…"), escaped(dedented(pair.after(), before)))
        .strip();
  }

  private String step(String anchor, Change.Inserted inserted) {
    unsayable |= inserted.text().contains("\\");
    String text = dedented(inserted.text(), inserted.beside());
    return inserted.side() == Change.Side.BEFORE
        ? "insert before %s  %s\\n".formatted(anchor, escaped(text))
        : "insert after %s  \\n%s".formatted(anchor, escaped(text));
  }

  private static String step(Change.Imported imported) {
    return "insert before file top  " + imported.declaration() + "\\n";
  }

  /// `text` with the indentation of the line of `node` taken from its lines, since the engine gives
  /// them the one of their place.
  private static String dedented(String text, SyntaxNode node) {
    SourceText source = node.tree().source();
    int start = source.lines().start(source.lines().line(node.range().start()));
    String line = source.slice(new TextRange(start, node.range().start()));
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    return text.replace("\n" + indent, "\n");
  }

  private static String escaped(String text) {
    return text.replace("\n", "\\n");
  }

  private Set<String> allWords() {
    return words(
        seen.episode().told().message() + String.join(" ", seen.episode().told().primaryLabels()));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
