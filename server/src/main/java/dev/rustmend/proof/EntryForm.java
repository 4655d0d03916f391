package dev.rustmend.proof;

import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.Program;
import dev.rustmend.kb.Rewrite;
import dev.rustmend.operation.Operations;
import dev.rustmend.syntax.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rules that need no compiler: folder, slug, title, prose, blocks, and names that exist.
final class EntryForm {
  private static final int TITLE = 60;
  private static final int WORDS = 80;

  private final Entry entry;
  private final Operations operations;
  private final List<EntryProblem> problems = new ArrayList<>();

  private EntryForm(Entry entry, Operations operations) {
    this.entry = entry;
    this.operations = operations;
  }

  static List<EntryProblem> problems(Entry entry, Operations operations) {
    var form = new EntryForm(entry, operations);
    form.folder();
    form.title();
    form.prose();
    form.blocks();
    form.recipe();
    return List.copyOf(form.problems);
  }

  private void folder() {
    List<String> parts = java.util.regex.Pattern.compile("/").splitAsStream(entry.id()).toList();
    if (parts.size() < 3) {
      wrong("folder", "the file is in no folder of a code", "move it to errors/<CODE>/");
      return;
    }
    String folder = parts.get(parts.size() - 2).replace("__", "::");
    boolean fits =
        entry.codes().isEmpty() ? folder.equals("uncoded") : entry.codes().contains(folder);
    if (!fits) {
      wrong(
          "folder",
          "the folder `" + folder + "` is none of the codes " + entry.codes(),
          "move the file, or name the code in `codes`");
    }
    if (!parts.getLast().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      wrong("slug", "the file's name is not lower-case words with dashes", "rename the file");
    }
  }

  private void title() {
    int length = entry.title().codePointCount(0, entry.title().length());
    if (length > TITLE) {
      wrong("title", "the title has %d characters".formatted(length), "at most " + TITLE);
    }
    if (!TitleVerbs.begin(entry.title())) {
      wrong(
          "title",
          "the title does not begin with a verb that is known",
          "say what the repair does: Add, Borrow, Give, Remove, Use, ...; a verb that is missing goes"
              + " into proof.TitleVerbs");
    }
    Set<String> bound = bound();
    Pattern.metavariables(entry.title()).stream()
        .filter(name -> entry.rewrite().isPresent() && !bound.contains(name))
        .forEach(name ->
            wrong(
                "title",
                "nothing binds `$" + name + "`",
                "bind it in the recipe, or say it in words"));
    if (entry.rewrite().isEmpty()
        && entry.operation().isEmpty()
        && !Pattern.metavariables(entry.title()).isEmpty()) {
      wrong("title", "a title without a recipe can hold no metavariable", "say it in words");
    }
  }

  private Set<String> bound() {
    var bound = new HashSet<String>();
    entry.rewrite().stream()
        .flatMap(rewrite -> rewrite.steps().stream())
        .forEach(step -> {
          switch (step) {
            case Rewrite.Message(var text) -> bound.addAll(text.holes());
            case Rewrite.Said(var text) -> bound.addAll(text.holes());
            case Rewrite.Match(_, String pattern, _) ->
                bound.addAll(Pattern.metavariables(pattern));
            case Rewrite.Insert _, Rewrite.Delete _ -> {}
          }
        });
    return bound;
  }

  private void prose() {
    long words = java.util.regex.Pattern.compile("\\s+").splitAsStream(entry.summary()).count();
    if (entry.summary().isBlank()) {
      wrong("prose", "there is no prose", "say when to use the repair, and when not");
    } else if (words > WORDS) {
      wrong("prose", "the first paragraph has %d words".formatted(words), "at most " + WORDS);
    }
  }

  private void blocks() {
    if (entry.examples().isEmpty()) {
      wrong("example", "there is no example with a diff", "add `## Example` with both blocks");
    }
    if (entry.codes().isEmpty() && entry.messages().isEmpty()) {
      wrong("message", "an entry without codes needs a `message`", "add the message's template");
    }
    for (Program program : entry.notHere()) {
      if (program.files().isEmpty()) {
        wrong("not-here", "the program is empty", "write a whole program");
      }
    }
  }

  private void recipe() {
    entry
        .operation()
        .filter(call -> operations.find(call.name()).isEmpty())
        .ifPresent(call ->
            wrong(
                "operation",
                "there is no operation `" + call.name() + "`",
                "operations are " + String.join(", ", operations.names())));
    if (entry.operation().isPresent() && entry.rewrite().isPresent()) {
      wrong("recipe", "the entry has a recipe and an operation", "keep one of them");
    }
    entry.rewrite().stream()
        .flatMap(rewrite -> rewrite.steps().stream())
        .forEach(step -> {
          if (step instanceof Rewrite.Match(_, String pattern, _)
              && !pattern.isEmpty()
              && !Pattern.of(pattern).isReadable()) {
            wrong("pattern", "`" + pattern + "` is no Rust fragment", "write a whole node");
          }
        });
  }

  private void wrong(String rule, String message, String remedy) {
    problems.add(new EntryProblem(entry.id() + ".md", 1, rule, message, remedy));
  }
}
