package dev.rustmend.prompt;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds back an answer whose code would read other files, or the environment, while it is compiled
/// to be judged: what a comment talked the model into must not end up in a message of the compiler,
/// and so in the next prompt.
///
/// It looks at words and not at the syntax, so that a new name for a macro does not help; a comment
/// that has such a word is held back, too.
final class ReachOut {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(include|include_str|include_bytes|option_env|global_asm|asm|cfg_attr|extern)\\b"
              + "|\\benv\\s*!|\\benv\\s+as\\b|#\\s*\\[\\s*(path|link)\\b");

  private ReachOut() {}

  /// What `code` reaches for and `original` did not, as a verb phrase; empty when nothing.
  static Optional<String> objection(String original, String code) {
    Set<String> known =
        WORDS.matcher(original).results().map(MatchResult::group).collect(Collectors.toSet());
    return WORDS
        .matcher(code)
        .results()
        .map(MatchResult::group)
        .filter(word -> !known.contains(word))
        .findFirst()
        .map("reaches outside of the program with `%s`"::formatted);
  }
}
