package dev.rustmend.assist;

import dev.rustmend.kb.Example;
import dev.rustmend.repair.Fix;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a change of one file takes out and puts in, without what stays at both ends and without
/// white space around it; and the keywords of the line where it begins, for `&` in the head of a
/// loop is another repair than `&` in a call.
record Replaced(String out, String in, Set<String> keywords) {
  private static final Pattern KEYWORD =
      Pattern.compile("\\b(?:async|fn|for|if|impl|match|return|struct|while)\\b");

  /// The change of a fix; empty when it touches several files.
  static Optional<Replaced> by(Fix fix, Snapshot snapshot) {
    if (fix.patch().files().size() != 1) {
      return Optional.empty();
    }
    Path file = fix.patch().files().iterator().next();
    return snapshot
        .read(file)
        .map(text -> between(text.string(), fix.patch().apply(file, text).string()));
  }

  /// The change of an example; empty when it touches several files.
  static Optional<Replaced> by(Example example) {
    if (example.repaired().size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, String> after = example.repaired().entrySet().iterator().next();
    return Optional.ofNullable(example.broken().files().get(after.getKey()))
        .map(before -> between(before, after.getValue()));
  }

  static Replaced between(String before, String after) {
    int least = Math.min(before.length(), after.length());
    int head = 0;
    while (head < least && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    return new Replaced(
        before.substring(head, before.length() - tail).strip(),
        after.substring(head, after.length() - tail).strip(),
        keywords(before, head));
  }

  private static Set<String> keywords(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    String line = text.substring(Math.min(start, at), end < 0 ? text.length() : end);
    return KEYWORD.matcher(line).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
