package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a new `use` declaration goes in a module: into the group of lines that has imports of the
/// same crate, at its place in the alphabet where the group is sorted. A group ends at an empty
/// line, a comment, an attribute or another item.
public final class ImportPlace {
  private static final Set<String> STANDARD = Set.of("std", "core", "alloc");

  private final SyntaxNode module;
  private final SourceText text;
  private final LineIndex lines;

  private ImportPlace(SyntaxNode module) {
    this.module = module;
    this.text = module.tree().source();
    this.lines = text.lines();
  }

  /// A declaration with a line to itself.
  private record Declared(SyntaxNode node, UsePath path) {}

  /// The edit that adds `use path;` to the module around `node`.
  public static TextEdit edit(SyntaxNode node, String path) {
    return new ImportPlace(UseDeclarations.module(node)).edit(path);
  }

  private TextEdit edit(String path) {
    UsePath wanted = UsePath.parse(path);
    String use = "use " + path + ";";
    List<List<Declared>> groups = groups();
    if (groups.isEmpty()) {
      return beforeFirstItem(use);
    }
    Optional<List<Declared>> related =
        groups.stream()
            .filter(group -> group.stream().anyMatch(each -> isRelated(each.path, wanted)))
            .max(Comparator.comparingInt(group -> nearest(group, wanted).path.common(wanted)));
    if (related.isPresent()) {
      return into(related.get(), wanted, use);
    }
    if (groups.size() == 1) {
      return into(groups.getFirst(), wanted, use);
    }
    return STANDARD.contains(wanted.root())
        ? line(groups.getFirst().getFirst().node, use + "\n")
        : behind(groups.getLast().getLast().node, "\n", use);
  }

  /// Own modules stand together, whatever their path begins with, and so do the standard crates.
  private static boolean isRelated(UsePath one, UsePath other) {
    return one.root().equals(other.root())
        || (one.isOwn() && other.isOwn())
        || (STANDARD.contains(one.root()) && STANDARD.contains(other.root()));
  }

  private TextEdit into(List<Declared> group, UsePath wanted, String use) {
    for (Comparator<UsePath> order : UsePath.orders()) {
      if (isSorted(group, order)) {
        return group.stream()
            .filter(each -> order.compare(wanted, each.path) < 0)
            .findFirst()
            .map(next -> line(next.node, use))
            .orElseGet(() -> behind(group.getLast().node, "", use));
      }
    }
    return behind(nearest(group, wanted).node, "", use);
  }

  private static boolean isSorted(List<Declared> group, Comparator<UsePath> order) {
    for (int i = 1; i < group.size(); i++) {
      if (order.compare(group.get(i - 1).path, group.get(i).path) > 0) {
        return false;
      }
    }
    return true;
  }

  /// The last of those that have the most in common with `wanted`.
  private static Declared nearest(List<Declared> group, UsePath wanted) {
    return group.stream()
        .reduce((one, other) -> other.path.common(wanted) >= one.path.common(wanted) ? other : one)
        .orElseThrow();
  }

  private TextEdit line(SyntaxNode next, String use) {
    int start = next.range().start();
    return TextEdit.insert(start, use + "\n" + Site.indent(text, start));
  }

  /// A line behind that of `last`, after whatever stands behind it there.
  private TextEdit behind(SyntaxNode last, String separator, String use) {
    int end = lines.end(lines.line(last.range().end()));
    String indent = Site.indent(text, last.range().start());
    return TextEdit.insert(end, separator + "\n" + indent + use);
  }

  private TextEdit beforeFirstItem(String use) {
    int before = UseDeclarations.beforeFirstItem(module);
    return TextEdit.insert(before, use + "\n\n" + Site.indent(text, before));
  }

  /// The groups of private declarations; of public ones where there are no others.
  private List<List<Declared>> groups() {
    List<Declared> all =
        module.namedChildren().stream().flatMap(node -> declared(node).stream()).toList();
    List<Declared> own = all.stream().filter(each -> !isPublic(each.node)).toList();
    var groups = new ArrayList<List<Declared>>();
    for (Declared each : own.isEmpty() ? all : own) {
      if (groups.isEmpty() || !follows(groups.getLast().getLast().node, each.node)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(each);
    }
    return groups;
  }

  private static boolean isPublic(SyntaxNode use) {
    return use.namedChildren().stream().anyMatch(child -> child.is("visibility_modifier"));
  }

  private boolean follows(SyntaxNode before, SyntaxNode next) {
    return lines.line(next.range().start()) == lines.line(before.range().end()) + 1;
  }

  /// A declaration without attributes on lines of its own.
  private Optional<Declared> declared(SyntaxNode node) {
    if (!node.is("use_declaration")
        || node.hasError()
        || Lines.withAttributes(node).start() < node.range().start()) {
      return Optional.empty();
    }
    int start = node.range().start();
    String before = text.slice(new TextRange(lines.start(lines.line(start)), start));
    int end = node.range().end();
    String after = text.slice(new TextRange(end, lines.end(lines.line(end)))).strip();
    return before.isBlank() && (after.isEmpty() || after.startsWith("//"))
        ? node.child("argument").map(path -> new Declared(node, UsePath.parse(path.text())))
        : Optional.empty();
  }
}
