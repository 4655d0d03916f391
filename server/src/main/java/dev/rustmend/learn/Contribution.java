package dev.rustmend.learn;

import dev.rustmend.syntax.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes an entry for the knowledge base of a habit: its recipe, and one of the repairs that it is
/// known from as the example, small, with neutral names, and judged by the compiler.
public final class Contribution {
  private static final int ATTEMPTS = 24;
  private static final int TITLE = 60;

  private final Proof proof;
  private final Wording wording;

  /// Says what is wrong with the entry `id`, as sentences; none when it is fine.
  public interface Proof {
    List<String> problems(String id, String markdown) throws InterruptedException;
  }

  /// Whose words the entry has.
  public enum Wording {
    /// Names, texts and comments are replaced, and what the repair does not need is left out.
    NEUTRAL,
    /// The code stays as its author wrote it.
    VERBATIM
  }

  /// An entry that can be written, or why there is none.
  public sealed interface Result {}

  /// The file of the entry: its id, which is its path, and its text.
  public record Entry(String id, String markdown) implements Result {}

  /// No example stands alone; `why` are the complaints about the last one that was tried.
  public record Impossible(List<String> why) implements Result {
    public Impossible {
      why = List.copyOf(why);
    }
  }

  public Contribution(Proof proof, Wording wording) {
    this.proof = proof;
    this.wording = wording;
  }

  /// The entry for `habit`.
  public Result of(Habit habit) throws InterruptedException {
    String id = id(habit.recipe());
    if (habit.imported().isPresent()) {
      return imported(id, habit.imported().get().markdown());
    }
    List<String> why = List.of("no repair is left as its example");
    for (Event.Learned event : habit.repairs().reversed()) {
      Draft draft = draft(habit.recipe(), event.episode());
      why = proof.problems(id, draft.markdown());
      if (why.isEmpty()) {
        return new Entry(id, smaller(id, draft).markdown());
      }
    }
    return new Impossible(why);
  }

  /// An entry that came from elsewhere goes on as it came, when it still proves.
  private Result imported(String id, String markdown) throws InterruptedException {
    List<String> why = proof.problems(id, markdown);
    return why.isEmpty() ? new Entry(id, markdown) : new Impossible(why);
  }

  private Draft smaller(String id, Draft draft) throws InterruptedException {
    if (wording == Wording.VERBATIM) {
      return draft;
    }
    var reduction =
        new Reduction(
            example -> proof.problems(id, draft.with(example).markdown()).isEmpty(), ATTEMPTS);
    return draft.with(reduction.reduced(draft.example()));
  }

  private Draft draft(Recipe recipe, Episode episode) {
    String before = whole(episode.before());
    String after = whole(episode.after());
    return switch (wording) {
      case VERBATIM -> new Draft(recipe, new Reduction.Example(before, after));
      case NEUTRAL -> {
        var names = new NeutralNames(List.of(before, after));
        var example = new Reduction.Example(names.in(before), names.in(after));
        List<String> lines = recipe.lines().lines().map(names::line).toList();
        yield new Draft(
            new Recipe(recipe.code(), String.join("\n", lines), recipe.generality()), example);
      }
    };
  }

  /// A program needs a `main`.
  private static String whole(String text) {
    return text.contains("fn main(") ? text : text.stripTrailing() + "\n\nfn main() {}\n";
  }

  private static String id(Recipe recipe) {
    String learned = recipe.id();
    String code = recipe.code().isEmpty() ? "uncoded" : recipe.code().replace("::", "__");
    return "errors/%s/learned-%s".formatted(code, learned.substring(learned.lastIndexOf('/') + 1));
  }

  /// An entry in the making.
  private record Draft(Recipe recipe, Reduction.Example example) {
    Draft with(Reduction.Example other) {
      return new Draft(recipe, other);
    }

    String markdown() {
      var lines = new ArrayList<String>();
      lines.addAll(List.of("# " + title(), "", "```toml"));
      lines.add(recipe.code().isEmpty() ? "codes = []" : "codes = [\"" + recipe.code() + "\"]");
      if (recipe.code().isEmpty()) {
        lines.add("message = '" + message() + "'");
      }
      lines.addAll(List.of("applicability = \"maybe-incorrect\"", "```", "", prose(), ""));
      lines.addAll(List.of("```rewrite", recipe.lines(), "```", "", "## Example", ""));
      lines.add("```rust,compile_fail" + (recipe.code().isEmpty() ? "" : "," + recipe.code()));
      lines.addAll(List.of(example.before().stripTrailing(), "```", "", "```diff"));
      lines.addAll(EntryDiff.lines(example.before(), example.after()));
      lines.addAll(List.of("```", ""));
      return String.join("\n", lines);
    }

    private static String prose() {
      return "Use it where this repair is the custom of the code base. Leave it where another"
          + " repair says better what is meant.";
    }

    private String message() {
      return recipe
          .lines()
          .lines()
          .filter(line -> line.startsWith("message \""))
          .map(line -> line.substring("message \"".length(), line.length() - 1))
          .findFirst()
          .orElse("…");
    }

    private String title() {
      Optional<String> last =
          recipe.lines().lines().filter(line -> line.contains(" => ")).reduce((_, later) -> later);
      String title =
          last.map(line -> line.substring(line.indexOf(" => ") + " => ".length()))
              .map(text -> "Write `" + text + "`")
              .orElseGet(this::inserted);
      return title.length() <= TITLE && !title.contains("\\n") && isBound(title)
          ? title
          : "Write what repaired it before";
    }

    private boolean isBound(String title) {
      return Pattern.metavariables(title).stream()
          .allMatch(name -> Pattern.metavariables(recipe.lines()).contains(name));
    }

    private String inserted() {
      return recipe
          .lines()
          .lines()
          .filter(line -> line.startsWith("insert before file top  use "))
          .map(line -> line.substring("insert before file top  use ".length()))
          .map(path -> "Import `" + path.replace(";\\n", "") + "`")
          .findFirst()
          .orElse("Insert what is missing");
    }
  }
}
