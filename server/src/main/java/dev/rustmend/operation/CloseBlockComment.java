package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/// Closes a block comment that runs to the end of the file: at the end of its first line, of its
/// paragraph, or of the file.
///
/// Answers E0758. Comments nest, so as many are closed as were opened on the line.
final class CloseBlockComment implements Operation {
  private static final int STEP = 5;

  @Override
  public String name() {
    return "close-block-comment";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    byte[] bytes = site.text().bytes();
    int start = site.primary().range().start();
    var ends = new ArrayList<Integer>();
    int line = start;
    while (line < bytes.length && bytes[line] != '\n') {
      line++;
    }
    ends.add(line);
    int blank = line;
    while (blank + 1 < bytes.length && bytes[blank + 1] != '\n') {
      blank++;
      while (blank < bytes.length && bytes[blank] != '\n') {
        blank++;
      }
    }
    ends.add(Math.min(blank, bytes.length));
    var found = new ArrayList<Proposal>();
    for (int end : ends.stream().distinct().toList()) {
      String text = site.text().slice(new TextRange(start, end));
      int open = Math.max(1, count(text, "/*") - count(text, "*/"));
      found.addAll(
          Declarations.one(
              end == line
                  ? "Close the comment at the end of the line"
                  : "Close the comment at the end of the paragraph",
              site.edits().insert(end, " */".repeat(open)),
              found.size() * STEP));
    }
    return found;
  }

  private static int count(String text, String what) {
    int found = 0;
    for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 2)) {
      found++;
    }
    return found;
  }
}
