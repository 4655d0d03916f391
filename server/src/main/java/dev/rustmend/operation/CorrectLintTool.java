package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Corrects the name of the tool in front of a lint or an attribute.
///
/// Answers E0710: rustc knows clippy, rustfmt, diagnostic, miri, rust_analyzer and rustdoc.
final class CorrectLintTool implements Operation {
  private static final List<String> TOOLS =
      List.of("clippy", "rustdoc", "rustfmt", "miri", "diagnostic", "rust_analyzer", "rustc");

  @Override
  public String name() {
    return "correct-lint-tool";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String text = site.primary().text();
    String tool = text.replaceFirst("::.*", "").strip();
    Optional<String> known = Declarations.nearest(tool, TOOLS);
    int start = site.primary().range().start();
    if (known.isEmpty()) {
      return List.of();
    }
    return Declarations.one(
        "Name the tool `%s`".formatted(known.get()),
        site.edits().replace(new TextRange(start, start + tool.length()), known.get()));
  }
}
