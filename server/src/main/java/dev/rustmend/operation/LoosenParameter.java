package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Has a function take `&str` for `&String` and `&[T]` for `&Vec<T>`, where a caller has no more
/// than that: whoever has the owned value can still call it.
///
/// Rust facts it relies on: `&String` is coerced to `&str`, and `&Vec<T>` to `&[T]`, not the other
/// way round; rustc points at the parameters that do not fit in the note "function defined here".
final class LoosenParameter implements Operation {
  private static final Pattern VECTOR =
      Pattern.compile("&\\s*('\\w+\\s+)?Vec\\s*<(.*)>", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("&\\s*('\\w+\\s+)?String");
  private static final int SIGNATURE = 10;

  @Override
  public String name() {
    return "loosen-parameter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Map<SyntaxNode, Path> parameters = new LinkedHashMap<>();
    Stream.of("function defined here", "method defined here", "associated function defined here")
        .flatMap(note -> site.noted(note).stream())
        .forEach(place ->
            parameters(place).forEach(parameter -> parameters.put(parameter, place.file())));
    Edits edits = site.edits();
    String title = "";
    for (var parameter : parameters.entrySet()) {
      Optional<SyntaxNode> type = parameter.getKey().child("type");
      Optional<String> looser = type.flatMap(node -> looser(node.text()));
      if (looser.isPresent()) {
        edits.replace(parameter.getValue(), type.get().range(), looser.get());
        title =
            "Take `%s` instead of `%s`"
                .formatted(looser.get(), type.get().text().replaceAll("\\s+", " "));
      }
    }
    String said = title;
    return edits.patch().stream()
        .map(patch -> Proposal.of(said, patch).penalized(SIGNATURE))
        .toList();
  }

  private static Stream<SyntaxNode> parameters(Place place) {
    SyntaxNode node = place.tree().around(place.range());
    return Stream.concat(Stream.of(node), node.ancestors())
        .takeWhile(each -> !each.is("parameters"))
        .filter(each -> each.is("parameter"))
        .limit(1);
  }

  private static Optional<String> looser(String type) {
    Matcher text = STRING.matcher(type);
    if (text.matches()) {
      return Optional.of("&" + lifetime(text.group(1)) + "str");
    }
    Matcher vector = VECTOR.matcher(type);
    return vector.matches()
        ? Optional.of("&" + lifetime(vector.group(1)) + "[" + vector.group(2).strip() + "]")
        : Optional.empty();
  }

  private static String lifetime(@Nullable String group) {
    return group == null ? "" : group;
  }
}
