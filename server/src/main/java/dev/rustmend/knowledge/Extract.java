package dev.rustmend.knowledge;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The part of a passage that answers a question: some paragraphs, word for word, and code.
record Extract(QuestionWords words) {
  private static final Pattern BLANK = Pattern.compile("\n\\s*\n");
  private static final String FENCE = "```";
  private static final int LENGTH = 700;
  private static final int MOST_LINES = 28;

  /// The paragraphs from the best one on, as many as fit, and the first code block where there is
  /// one.
  String of(Passage passage) {
    List<String> prose = prose(passage.body());
    int best = 0;
    for (int i = 1; i < prose.size(); i++) {
      best = words.count(prose.get(i)) > words.count(prose.get(best)) + 1 ? i : best;
    }
    var shown = new ArrayList<String>();
    int length = 0;
    for (String paragraph : prose.subList(Math.min(best, prose.size()), prose.size())) {
      if (!shown.isEmpty() && length + paragraph.length() > LENGTH) {
        break;
      }
      shown.add(paragraph);
      length += paragraph.length();
    }
    String code = code(passage);
    if (!code.isBlank()) {
      shown.add(FENCE + "rust\n" + code + "\n" + FENCE);
    }
    return String.join("\n\n", shown);
  }

  /// The paragraphs; what stands between fences is left out.
  private static List<String> prose(String body) {
    var lines = new ArrayList<String>();
    boolean inCode = false;
    for (String line : body.lines().toList()) {
      if (line.stripLeading().startsWith(FENCE)) {
        inCode = !inCode;
        lines.add("");
      } else if (!inCode) {
        lines.add(line);
      }
    }
    return BLANK
        .splitAsStream(String.join("\n", lines))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private String code(Passage passage) {
    if (passage.kind() != PassageKind.DOC) {
      return shortened(passage.code().strip());
    }
    // the blocks of a page are parted by empty lines, as are parts of one block: the block with
    // most of the words has to be found among the fences of the body
    String best = "";
    long most = -1;
    var block = new ArrayList<String>();
    boolean inCode = false;
    for (String line : passage.body().lines().toList()) {
      if (line.startsWith(FENCE)) {
        String text = String.join("\n", block).strip();
        if (inCode && words.count(text) > most) {
          most = words.count(text);
          best = text;
        }
        inCode = !inCode && line.startsWith(FENCE + "rust");
        block.clear();
      } else if (inCode) {
        block.add(line);
      }
    }
    return shortened(best);
  }

  private static String shortened(String code) {
    List<String> lines = code.lines().toList();
    String shown = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
    return lines.size() > MOST_LINES ? shown + "\n// …" : shown;
  }
}
