package dev.rustmend.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cleans a model's prose, sentence by sentence, and remembers what it cited.
///
/// A citation of a source that the model was not shown goes, and so does an address that no source
/// has: nobody vouches for where it leads, and an editor's preview may fetch pictures by itself.
/// What would begin an HTML tag gets a space. Code between back-ticks stays as it is.
final class Inline {
  private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern LINK =
      Pattern.compile("(?<!!)\\[([^\\]]+)]\\(\\s*<?([^\\s)>]*)>?[^)]*\\)");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?|ftp|file)://[^\\s<>)\\]`]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern REFERENCE = Pattern.compile("^\\s*\\[[^\\]]+]:\\s*\\S.*$");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])(?!\\w+>)");
  private static final Pattern HARMFUL =
      Pattern.compile(
          "<(?=(?:script|style|iframe|object|embed|svg|math|form|base|title|textarea|xmp)>)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CITATION =
      Pattern.compile(
          "(\\s*)(?:\\[\\^?(?:sources?\\s*:?\\s*)?(\\d{1,4}(?:\\s*(?:,|;|&|and|-|–)\\s*\\d{1,4})*)](?!\\()"
              + "|\\((?:see\\s+)?sources?\\s*(\\d{1,4}(?:\\s*(?:,|;|&|and|-|–)\\s*\\d{1,4})*)\\)"
              + "|\\[((?:doc:|errors/|lints/|tasks/|templates/)[^\\]\\s]+)])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final int sources;
  private final String allowed;
  private final Set<Integer> cited = new TreeSet<>();
  private final Set<String> dropped = new LinkedHashSet<>();

  /// For a text from so many sources; addresses that occur in `allowed` may stay.
  Inline(int sources, String allowed) {
    this.sources = sources;
    this.allowed = allowed;
  }

  /// The numbers of sources that were cited so far.
  Set<Integer> cited() {
    return cited;
  }

  /// What was cited and is no source.
  List<String> dropped() {
    return List.copyOf(dropped);
  }

  /// The cleaned sentence.
  String clean(String sentence) {
    if (REFERENCE.matcher(sentence).matches()) {
      return "";
    }
    var clean = new StringBuilder();
    Matcher code = CODE.matcher(sentence);
    int at = 0;
    while (code.find()) {
      clean.append(prose(sentence.substring(at, code.start()))).append(code.group());
      at = code.end();
    }
    return clean.append(prose(sentence.substring(at))).toString();
  }

  /// The code between back-ticks.
  static List<String> codeIn(String sentence) {
    return CODE.matcher(sentence)
        .results()
        .map(found -> found.group().replace("`", "").strip())
        .toList();
  }

  private String prose(String text) {
    String known = PICTURE.matcher(text).replaceAll("$1");
    known = LINK.matcher(known).replaceAll(link -> quoted(link(link)));
    known =
        ADDRESS
            .matcher(known)
            .replaceAll(
                found -> quoted(isAllowed(found.group()) ? found.group() : "(address left out)"));
    known = CITATION.matcher(known).replaceAll(found -> quoted(citation(found)));
    known = HARMFUL.matcher(known).replaceAll("< ");
    return TAG.matcher(known).replaceAll("< ").replace("](", "] (");
  }

  private String link(MatchResult link) {
    return isAllowed(link.group(2))
        ? "%s (%s)".formatted(link.group(1), link.group(2))
        : link.group(1);
  }

  private boolean isAllowed(String address) {
    String bare = address.replaceFirst("[.,;:!?]+$", "");
    return ADDRESS.matcher(bare).matches() && allowed.contains(bare);
  }

  /// The numbers that lead somewhere, each in brackets of its own.
  private String citation(MatchResult found) {
    String numbers = found.group(2) == null ? found.group(3) : found.group(2);
    if (numbers == null) {
      dropped.add(found.group(4));
      return "";
    }
    var kept = new ArrayList<String>();
    for (String number : NUMBER.matcher(numbers).results().map(MatchResult::group).toList()) {
      int value = Integer.parseInt(number);
      if (value >= 1 && value <= sources) {
        cited.add(value);
        kept.add("[" + value + "]");
      } else {
        dropped.add(number);
      }
    }
    return kept.isEmpty() ? "" : found.group(1) + String.join(" ", kept);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
