package dev.rustmend.kb;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The order in which the parts of an entry about an error stand: TOML, the recipe if there is one,
/// `## Example` with programs and their diffs by turns, and `## Not here` with programs.
final class EntryLayout {
  private static final String ORDER =
      "the order is: title, `toml`, prose, `rewrite`, `## Example` with programs and their diffs by"
          + " turns, `## Not here` with programs";
  private static final Set<String> TAGS = Set.of("compile_fail", "warns");

  private EntryLayout() {}

  /// What a heading or a block is.
  private enum Part {
    START,
    TOML,
    REWRITE,
    EXAMPLE,
    PROGRAM,
    DIFF,
    NOT_HERE,
    COUNTEREXAMPLE,
    UNKNOWN;

    Set<Part> successors() {
      return switch (this) {
        case START -> Set.of(TOML);
        case TOML -> Set.of(REWRITE, EXAMPLE);
        case REWRITE -> Set.of(EXAMPLE);
        case EXAMPLE -> Set.of(PROGRAM);
        case PROGRAM -> Set.of(DIFF);
        case DIFF -> Set.of(PROGRAM, NOT_HERE);
        case NOT_HERE, COUNTEREXAMPLE -> Set.of(COUNTEREXAMPLE);
        case UNKNOWN -> Set.of();
      };
    }
  }

  private record Located(Part part, String shown, int line) {}

  /// The first part that is unknown or at the wrong place, or a block that is not closed.
  static Optional<EntryProblem> problem(String file, EntryText text) {
    Optional<EntryText.Block> open =
        text.blocks().stream().filter(each -> !each.closed()).findAny();
    if (open.isPresent()) {
      return Optional.of(
          wrong(file, open.get().line(), "the block has no end", "end it with the same fence"));
    }
    Part last = Part.START;
    for (Located next : parts(text)) {
      if (!last.successors().contains(next.part())) {
        return Optional.of(
            wrong(file, next.line(), "`" + next.shown() + "` does not belong here", ORDER));
      }
      last = next.part();
    }
    return Optional.empty();
  }

  private static List<Located> parts(EntryText text) {
    Stream<Located> headings =
        text.headings().stream()
            .map(heading -> new Located(part(heading.text()), heading.text(), heading.line()));
    Stream<Located> blocks =
        text.blocks().stream()
            .map(block -> new Located(part(block), "```" + block.info(), block.line()));
    return Stream.concat(headings, blocks)
        .sorted(java.util.Comparator.comparingInt(Located::line))
        .toList();
  }

  private static Part part(String heading) {
    return switch (heading) {
      case "## Example" -> Part.EXAMPLE;
      case "## Not here" -> Part.NOT_HERE;
      default -> Part.UNKNOWN;
    };
  }

  private static Part part(EntryText.Block block) {
    return switch (block.info()) {
      case "toml" -> Part.TOML;
      case "rewrite" -> Part.REWRITE;
      case "diff" -> Part.DIFF;
      default ->
          block.language().equals("rust") && TAGS.contains(ProgramReader.tag(block))
              ? block.heading().equals("Not here") ? Part.COUNTEREXAMPLE : Part.PROGRAM
              : Part.UNKNOWN;
    };
  }

  private static EntryProblem wrong(String file, int line, String message, String remedy) {
    return new EntryProblem(file, line, "layout", message, remedy);
  }
}
