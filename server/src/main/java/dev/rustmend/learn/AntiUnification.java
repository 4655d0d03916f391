package dev.rustmend.learn;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The least general recipe that two episodes are cases of: where they say the same it is kept, and
/// where they differ a metavariable stands, the same one wherever they differ in the same way.
///
/// The order matters: what rustc said and the old nodes bind metavariables, and the new nodes may
/// only use those. Confined to its thread.
final class AntiUnification {
  private static final Pattern PIECE = Pattern.compile("`[^`]*`|[^`\\s]+|\\s+");
  private static final Pattern WORD = Pattern.compile("'?\\w+|[^\\w\\s]|\\s+");

  private final RecipeMaker.Seen left;
  private final RecipeMaker.Seen right;
  private final Map<Pair, String> names = new LinkedHashMap<>();
  private final Map<Run, String> runs = new LinkedHashMap<>();
  private boolean binding = true;

  /// Two texts that stand at the same place.
  private record Pair(String one, String other) {}

  /// The elements of two lists that stand at the same place.
  private record Run(List<String> one, List<String> other) {}

  /// There is nothing that both are cases of.
  private static final class Apart extends Exception {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this; // it ends a search and tells nobody anything
    }
  }

  AntiUnification(RecipeMaker.Seen left, RecipeMaker.Seen right) {
    this.left = left;
    this.right = right;
  }

  /// The recipe; empty where the two are too different. It is not tried yet.
  Optional<Recipe> recipe() {
    try {
      Told one = left.episode().told();
      var lines = new ArrayList<String>();
      Told other = right.episode().told();
      if (!one.isToldByLabels() || !other.isToldByLabels()) {
        lines.add("message \"%s\"".formatted(said(one.message(), other.message())));
      }
      lines.addAll(labels());
      lines.addAll(steps());
      return Optional.of(new Recipe(one.code(), String.join("\n", lines), 2));
    } catch (Apart e) {
      return Optional.empty();
    }
  }

  private List<String> labels() throws Apart {
    List<String> ours = left.episode().told().primaryLabels();
    List<String> theirs = right.episode().told().primaryLabels();
    if (ours.size() != theirs.size()) {
      throw new Apart();
    }
    var lines = new ArrayList<String>();
    for (int i = 0; i < ours.size(); i++) {
      if (ours.get(i).contains("`")) {
        lines.add("said \"%s\"".formatted(said(ours.get(i), theirs.get(i))));
      }
    }
    return lines;
  }

  private List<String> steps() throws Apart {
    if (left.changes().size() != right.changes().size()) {
      throw new Apart();
    }
    var olds = new ArrayList<String>();
    for (int i = 0; i < left.changes().size(); i++) {
      olds.add(old(left.changes().get(i), right.changes().get(i)));
    }
    binding = false;
    var steps = new ArrayList<String>();
    for (int i = 0; i < left.changes().size(); i++) {
      steps.add(step(left.changes().get(i), right.changes().get(i), olds.get(i)));
    }
    return steps;
  }

  /// The pattern of a change; empty for one that has none.
  private String old(RecipeMaker.Anchored ours, RecipeMaker.Anchored theirs) throws Apart {
    if (!ours.anchor().equals(theirs.anchor()) || ours.anchor().startsWith("definition of")) {
      throw new Apart();
    }
    return ours.change() instanceof Change.Replaced one
            && theirs.change() instanceof Change.Replaced other
        ? line(node(one.before(), other.before()))
        : "";
  }

  private String step(RecipeMaker.Anchored ours, RecipeMaker.Anchored theirs, String old)
      throws Apart {
    return switch (ours.change()) {
      case Change.Replaced one when theirs.change() instanceof Change.Replaced other ->
          "at %s  %s => %s"
              .formatted(ours.anchor(), old, line(node(one.after(), other.after())))
              .strip();
      case Change.Imported one when theirs.change() instanceof Change.Imported other ->
          "insert before file top  %s\\n".formatted(words(one.declaration(), other.declaration()));
      case Change.Inserted one
          when theirs.change() instanceof Change.Inserted other && one.side() == other.side() -> {
        String text = line(words(one.text(), other.text()));
        yield one.side() == Change.Side.BEFORE
            ? "insert before %s  %s\\n".formatted(ours.anchor(), text)
            : "insert after %s  \\n%s".formatted(ours.anchor(), text);
      }
      case Change.Replaced _, Change.Imported _, Change.Inserted _ -> throw new Apart();
    };
  }

  private static String line(String text) throws Apart {
    return Held.onOneLine(text).orElseThrow(Apart::new);
  }

  // ---- trees ----

  private String node(SyntaxNode one, SyntaxNode other) throws Apart {
    if (one.text().equals(other.text())) {
      return one.text();
    }
    List<SyntaxNode> ours = parts(one);
    List<SyntaxNode> theirs = parts(other);
    if (one.kind().equals(other.kind()) && ours.size() == theirs.size() && !ours.isEmpty()) {
      return inOrder(one, ours, theirs);
    }
    if (Held.isList(one) && one.kind().equals(other.kind())) {
      return list(one, other);
    }
    if (!one.isNamed() || !other.isNamed()) {
      throw new Apart();
    }
    return "$" + name(one.text(), other.text());
  }

  private String inOrder(SyntaxNode parent, List<SyntaxNode> ours, List<SyntaxNode> theirs)
      throws Apart {
    var out = new StringBuilder();
    int at = parent.range().start();
    for (int i = 0; i < ours.size(); i++) {
      SyntaxNode part = ours.get(i);
      out.append(parent.tree().source().slice(new TextRange(at, part.range().start())));
      out.append(node(part, theirs.get(i)));
      at = part.range().end();
    }
    return out.append(parent.tree().source().slice(new TextRange(at, parent.range().end())))
        .toString();
  }

  /// Two lists of different lengths: of the old ones the whole is a metavariable for neighbors, and
  /// the new ones say what came before and behind it.
  private String list(SyntaxNode one, SyntaxNode other) throws Apart {
    List<SyntaxNode> ours = one.namedChildren();
    List<SyntaxNode> theirs = other.namedChildren();
    if (ours.isEmpty() || theirs.isEmpty()) {
      throw new Apart();
    }
    String inside = binding ? run(ours, theirs) : around(ours, theirs);
    SourceText text = one.tree().source();
    return text.slice(new TextRange(one.range().start(), ours.getFirst().range().start()))
        + inside
        + text.slice(new TextRange(ours.getLast().range().end(), one.range().end()));
  }

  private String run(List<SyntaxNode> ours, List<SyntaxNode> theirs) throws Apart {
    var run = new Run(texts(ours), texts(theirs));
    String known = runs.get(run);
    if (known != null) {
      return known;
    }
    String name = "$$" + name(String.join(", ", run.one()), String.join(", ", run.other()));
    runs.put(run, name);
    return name;
  }

  /// The new lists, each with the old one somewhere in it.
  private String around(List<SyntaxNode> ours, List<SyntaxNode> theirs) throws Apart {
    for (Map.Entry<Run, String> entry : runs.entrySet()) {
      Run run = entry.getKey();
      int at = Collections.indexOfSubList(texts(ours), run.one());
      boolean alike = at >= 0 && at == Collections.indexOfSubList(texts(theirs), run.other());
      int behind = ours.size() - run.one().size() - at;
      if (alike && behind == theirs.size() - run.other().size() - at) {
        var written = new ArrayList<String>();
        for (int i = 0; i < at; i++) {
          written.add(node(ours.get(i), theirs.get(i)));
        }
        written.add(entry.getValue());
        for (int i = behind; i > 0; i--) {
          written.add(node(ours.get(ours.size() - i), theirs.get(theirs.size() - i)));
        }
        return String.join(", ", written);
      }
    }
    throw new Apart();
  }

  private static List<String> texts(List<SyntaxNode> nodes) {
    return nodes.stream().map(SyntaxNode::text).toList();
  }

  private static List<SyntaxNode> parts(SyntaxNode node) {
    return node.children().stream().filter(child -> !child.isExtra()).toList();
  }

  // ---- what rustc said ----

  /// Two texts of rustc's: outside of back-ticks they must be the same, or, where it lists more in
  /// one than in the other, begin and end alike.
  private String said(String one, String other) throws Apart {
    List<String> ours = pieces(PIECE, one);
    List<String> theirs = pieces(PIECE, other);
    if (ours.size() == theirs.size()) {
      return alike(ours, theirs);
    }
    int shorter = Math.min(ours.size(), theirs.size());
    int first = 0;
    while (first < shorter && ours.get(first).equals(theirs.get(first))) {
      first++;
    }
    int last = 0;
    while (last < shorter - first
        && ours.get(ours.size() - 1 - last).equals(theirs.get(theirs.size() - 1 - last))) {
      last++;
    }
    while (first > 0 && isListed(ours.get(first - 1))) {
      first--;
    }
    while (last > 0 && isListed(ours.get(ours.size() - last))) {
      last--;
    }
    if (first == 0) {
      throw new Apart();
    }
    List<String> begin = ours.subList(0, first);
    List<String> end = ours.subList(ours.size() - last, ours.size());
    return alike(begin, begin) + "…" + alike(end, end);
  }

  /// Whether a piece beside what differs may be of what is listed there.
  private static boolean isListed(String piece) {
    return piece.isBlank() || piece.startsWith("`");
  }

  private String alike(List<String> ours, List<String> theirs) throws Apart {
    var out = new StringBuilder();
    for (int i = 0; i < ours.size(); i++) {
      boolean ticked = ours.get(i).startsWith("`") && theirs.get(i).startsWith("`");
      if (!ticked && !ours.get(i).equals(theirs.get(i))) {
        throw new Apart();
      }
      out.append(
          ticked
              ? "`" + words(inner(ours.get(i)), inner(theirs.get(i))) + "`"
              : Holes.quotable(ours.get(i)));
    }
    return out.toString();
  }

  private static String inner(String ticked) {
    return ticked.substring(1, ticked.length() - 1);
  }

  /// Two texts of words and signs; where the words differ a metavariable stands for each, and where
  /// their number differs one for the whole.
  private String words(String one, String other) throws Apart {
    List<String> ours = pieces(WORD, one);
    List<String> theirs = pieces(WORD, other);
    if (ours.size() != theirs.size()) {
      return "$" + name(one, other);
    }
    var out = new StringBuilder();
    for (int i = 0; i < ours.size(); i++) {
      String mine = ours.get(i);
      boolean name = Character.isLetter(mine.charAt(0)) || mine.charAt(0) == '_';
      if (mine.equals(theirs.get(i))) {
        out.append(mine);
      } else if (name) {
        out.append('$').append(name(mine, theirs.get(i)));
      } else {
        return "$" + name(one, other);
      }
    }
    return out.toString();
  }

  private static List<String> pieces(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group()).toList();
  }

  private String name(String one, String other) throws Apart {
    var pair = new Pair(one, other);
    String known = names.get(pair);
    if (known != null) {
      return known;
    }
    if (!binding) {
      throw new Apart();
    }
    String fresh =
        names.size() < 26 ? String.valueOf((char) ('a' + names.size())) : "v" + names.size();
    names.put(pair, fresh);
    return fresh;
  }
}
