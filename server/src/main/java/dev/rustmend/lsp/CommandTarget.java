package dev.rustmend.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/// What a command is about, as far as its arguments say.
///
/// People type arguments in Helix, plugins send objects, and VS Code's palette sends none. So an
/// argument may be a URI, an error code, a run id, the id of a learned recipe, or an object with
/// `uri`, `line` and `character` (or `position`), `code`, `runId`, `question`, `learned` (the id of
/// a learned recipe), `model`, `template` (the id of one), `name` (of a new package). A text that
/// is nothing else is a question; Helix sends each word of it as an argument of its own.
record CommandTarget(
    Optional<Path> file,
    Optional<Position> position,
    Optional<String> code,
    Optional<String> runId,
    Optional<String> question,
    Optional<String> learned,
    Optional<Boolean> model,
    Optional<String> template,
    Optional<String> name) {
  private static final Pattern CODE = Pattern.compile("E\\d{4}|[a-z_]+(::[a-z_]+)?");
  private static final Pattern ASKED = Pattern.compile("[\\p{L}\\p{N}`&?]");
  private static final Pattern LEARNED = Pattern.compile("learned/\\S+");
  private static final Pattern RUN = Pattern.compile("[a-zA-Z]+-\\d+");

  static CommandTarget of(@Nullable List<Object> arguments) {
    var members = new LinkedHashMap<String, Object>();
    for (Object argument : arguments == null ? List.of() : new ArrayList<>(arguments)) {
      FromLsp.object(argument)
          .ifPresentOrElse(members::putAll, () -> name(FromLsp.text(argument), members));
    }
    return new CommandTarget(
        text(members, "uri").flatMap(FromLsp::path),
        position(members),
        text(members, "code"),
        text(members, "runId"),
        text(members, "question").or(() -> text(members, "description")),
        text(members, "learned"),
        members.get("model") instanceof Boolean wanted ? Optional.of(wanted) : Optional.empty(),
        text(members, "template"),
        text(members, "name"));
  }

  private static void name(Optional<String> argument, Map<String, Object> members) {
    argument.ifPresent(word -> {
      if (FromLsp.path(word).isPresent()) {
        members.put("uri", word);
      } else if (LEARNED.matcher(word).matches()) {
        members.put("learned", word);
      } else if (RUN.matcher(word).matches()) {
        members.put("runId", word);
      } else if (CODE.matcher(word).matches()) {
        members.put("code", word);
        ask(word, members);
      } else if (ASKED.matcher(word).lookingAt()) {
        ask(word, members);
      }
    });
  }

  private static void ask(String words, Map<String, Object> members) {
    members.merge("question", words, (before, more) -> before + " " + more);
  }

  private static Optional<Position> position(Map<String, Object> members) {
    Map<?, ?> at = members.get("position") instanceof Map<?, ?> nested ? nested : members;
    return at.get("line") instanceof Long line && at.get("character") instanceof Long character
        ? Optional.of(new Position(Math.clamp(line, 0, 1 << 30), Math.clamp(character, 0, 1 << 30)))
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
