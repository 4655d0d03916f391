package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The traits as whose object two values of different types can be used alike: iterators, readers,
/// writers, and what both types implement in the crate.
final class ObjectTrait {
  private static final Set<String> ITERATORS =
      words(
          """
          Rev Iter IterMut IntoIter Range RangeInclusive RangeFrom Map Filter FilterMap Take
          TakeWhile Skip SkipWhile Chain Zip Enumerate Peekable Cloned Copied Cycle StepBy FlatMap
          Flatten Inspect Scan MapWhile Fuse Chars CharIndices Bytes Lines Split SplitN RSplit
          RSplitN SplitTerminator SplitInclusive SplitWhitespace SplitAsciiWhitespace Matches
          MatchIndices Windows Chunks ChunksExact RChunks Empty Once OnceWith Repeat RepeatN
          RepeatWith FromFn Successors Keys IntoKeys Values ValuesMut IntoValues Drain Union
          Intersection Difference SymmetricDifference Args Vars ReadDir\
          """);
  private static final Set<String> WRITERS =
      words(
          """
          Stdout Stderr StdoutLock StderrLock File Vec Sink BufWriter LineWriter Cursor TcpStream
          ChildStdin\
          """);
  private static final Set<String> READERS =
      words("Stdin StdinLock File Cursor Empty BufReader TcpStream ChildStdout Take Chain");
  private static final Set<String> LINE_READERS = words("StdinLock Cursor BufReader Take Chain");

  private ObjectTrait() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Pattern.compile("\\s+").splitAsStream(text.strip()).toList());
  }

  /// What can stand behind `dyn` for values of both types, the likeliest first.
  static List<String> of(Site site, RustType one, RustType other) {
    RustType left = one.bare();
    RustType right = other.bare();
    if (isIterator(site, left) && isIterator(site, right)) {
      return List.of("Iterator<Item = _>");
    }
    Stream<String> standard =
        Stream.of(
                both(LINE_READERS, left, right, site, "BufRead"),
                both(READERS, left, right, site, "Read"),
                both(WRITERS, left, right, site, "Write"))
            .flatMap(Optional::stream);
    return Stream.concat(common(site, left, right), standard).limit(2).toList();
  }

  private static boolean isIterator(Site site, RustType type) {
    return ITERATORS.contains(type.name())
        || traits(site, type.name()).anyMatch(trait -> trait.text().equals("Iterator"));
  }

  private static Optional<String> both(
      Set<String> types, RustType left, RustType right, Site site, String trait) {
    return types.contains(left.name()) && types.contains(right.name())
        ? Optional.of(named(site, trait))
        : Optional.empty();
  }

  private static String named(Site site, String trait) {
    SyntaxNode module = UseDeclarations.module(site.node());
    return UseDeclarations.names(module).contains(trait) ? trait : "std::io::" + trait;
  }

  /// The traits of the crate that both types of the crate implement, as their impls name them.
  private static Stream<String> common(Site site, RustType left, RustType right) {
    List<String> second = traits(site, right.name()).map(SyntaxNode::text).toList();
    return traits(site, left.name())
        .filter(trait -> !site.crate().definitions(CrateFiles.baseName(trait)).isEmpty())
        .map(SyntaxNode::text)
        .filter(second::contains)
        .distinct();
  }

  private static Stream<SyntaxNode> traits(Site site, String type) {
    return site.crate().impls(type).stream().flatMap(impl -> impl.node().child("trait").stream());
  }
}
