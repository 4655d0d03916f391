package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The two types of a mismatch: what was expected, and what was found.
///
/// rustc names both in the label of the primary span (``expected `String`, found `&str` ``) and,
/// where generic arguments matter, in a note of two lines (``expected struct `A` `` and ``found
/// reference `B` ``), in which equal parts are `_`. The label is taken where it quotes the types.
public record Mismatch(RustType expected, RustType found) {
  private static final Pattern LABEL = Pattern.compile("expected (.+), found (.+)");
  private static final Pattern NOTE =
      Pattern.compile("^\\s*expected (.+)\\n\\s*found (.+)", Pattern.MULTILINE);

  /// The mismatch that a diagnostic tells of.
  public static Optional<Mismatch> of(Site site) {
    Optional<String> label =
        site.diagnostic()
            .primary()
            .flatMap(Span::label)
            .or(() -> site.said("expected $_ found $_").map(_ -> ""));
    return label
        .flatMap(text -> read(LABEL, text))
        .or(() -> all(site).flatMap(text -> read(NOTE, text).stream()).findFirst())
        .or(() -> all(site).flatMap(text -> read(LABEL, text).stream()).findFirst());
  }

  private static Stream<String> all(Site site) {
    return site.remarks().stream();
  }

  private static Optional<Mismatch> read(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(
            new Mismatch(RustType.phrase(matcher.group(1)), RustType.phrase(matcher.group(2))))
        : Optional.empty();
  }
}
