package dev.rustmend.prompt;

import dev.rustmend.prompt.PromptStyle.Numbers;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The form of an answer: the number of an item, then its new text in a fenced block.
///
/// `items` are shown, numbered from 1 where there are numbers; the block may have `lines` lines of
/// `columns` characters. No line in it begins with a back-tick, so its end can not be mistaken.
public record Frame(int items, int lines, int columns, Numbers numbers) {
  private static final String FENCE = "```";
  private static final Pattern OPENING = Pattern.compile("```(rust|rs)?");
  private static final Pattern NUMBER = Pattern.compile("(?i)\\W*item\\s+(\\d{1,3})\\W*");

  /// What stands in the frame: the number that was given, if any, and the text of the block.
  record Framed(OptionalInt number, String code) {}

  /// What a text is as an answer.
  sealed interface Reading {
    /// It has the form.
    record Whole(Framed framed) implements Reading {}

    /// It has not; `why` is a verb phrase about the answer.
    record Broken(String why) implements Reading {}
  }

  /// The frame as a grammar of llama.cpp's (GBNF).
  public String grammar() {
    return """
    root ::= %s"```rust\\n" line{1,%d} "```"
    line ::= ([^`\\n] [^\\n]{0,%d})? "\\n"
    """
        .formatted(heading(), lines, columns - 1);
  }

  private String heading() {
    return switch (numbers) {
      case LEFT_OUT -> "";
      case SHOWN ->
          IntStream.rangeClosed(1, items)
              .mapToObj("\"%d\""::formatted)
              .collect(Collectors.joining(" | ", "\"Item \" (", ") \"\\n\" "));
    };
  }

  /// Takes an answer apart. Around the block there may be words, which models behind a service add;
  /// a second block, or a block without an end, is no answer.
  static Reading read(String answer) {
    List<String> all = answer.lines().toList();
    List<Integer> fences =
        IntStream.range(0, all.size())
            .filter(line -> all.get(line).strip().startsWith(FENCE))
            .boxed()
            .toList();
    return switch (fences.size()) {
      case 0 -> new Reading.Broken("has no block of code");
      case 1 -> new Reading.Broken("is cut off before the end of its block");
      case 2 -> block(all, fences.getFirst(), fences.getLast());
      default -> new Reading.Broken("has several blocks of code where one was asked for");
    };
  }

  private static Reading block(List<String> all, int opening, int closing) {
    if (!OPENING.matcher(all.get(opening).strip()).matches()
        || !all.get(closing).strip().equals(FENCE)) {
      return new Reading.Broken("has a block that is no Rust");
    }
    String code = String.join("\n", all.subList(opening + 1, closing));
    List<Integer> numbers =
        all.subList(0, opening).stream()
            .map(NUMBER::matcher)
            .filter(Matcher::matches)
            .map(line -> Integer.parseInt(line.group(1)))
            .toList();
    return switch (numbers.size()) {
      case 0 -> new Reading.Whole(new Framed(OptionalInt.empty(), code));
      case 1 -> new Reading.Whole(new Framed(OptionalInt.of(numbers.getFirst()), code));
      default -> new Reading.Broken("names several items where one was asked for");
    };
  }
}
