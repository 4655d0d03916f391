package dev.rustmend.cli;

import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.search.Hit;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.service.KnowledgeJson;
import dev.rustmend.service.ReportJson;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `rustmend kb search`: entries, tasks and documentation for a question or for rustc's output.
final class KbSearchCommand implements Command {
  private static final String KIND = "--kind";
  private static final String CODE = "--code";
  private static final String LIMIT = "--limit";
  private static final int USUAL = 10;

  private final Wiring wiring;

  KbSearchCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "search",
            "Searches entries, tasks and the toolchain's documentation, by words and by meaning;"
                + " takes rustc's output as well.");
    spec.addPositional(words("QUERY", "What to look for, or - for what stdin has."));
    spec.addOption(
        Options.text(
                KIND, "KIND", "Only error, lint, task, template, doc or learned; several with ,.")
            .build());
    spec.addOption(Options.text(CODE, "E0382", "Only what is about this code or lint.").build());
    spec.addOption(Options.number(LIMIT, "N", "How many at most (10)."));
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  /// A parameter of one or more words.
  static PositionalParamSpec words(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("1..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    var filter =
        new SearchFilter(
            kinds(invocation), invocation.value(CODE), Optional.empty(), Optional.empty());
    int limit = KnowledgeText.limit(invocation, LIMIT, USUAL);
    String text = KnowledgeText.question(invocation);
    try (Library library = wiring.library(invocation)) {
      KnowledgeText.prepare(invocation, library);
      List<Hit> hits =
          library.search(new SearchRequest(Query.of(text), filter, SearchMode.RRF, limit));
      KnowledgeText.tellNews(invocation, library);
      print(invocation, hits);
      return Exit.CLEAN;
    } catch (LibraryFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }

  private static void print(Invocation invocation, List<Hit> hits) {
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(KnowledgeJson.hits(hits)));
      return;
    }
    if (hits.isEmpty()) {
      invocation.tell("rustmend: nothing was found; try other words");
    }
    Paint paint = invocation.paint(Terminal.Channel.OUT);
    hits.forEach(hit -> invocation.print(KnowledgeText.lines(hit, paint)));
  }

  private static Set<PassageKind> kinds(Invocation invocation) {
    Set<PassageKind> kinds = EnumSet.noneOf(PassageKind.class);
    Pattern.compile(",")
        .splitAsStream(invocation.<String>value(KIND).orElse(""))
        .filter(word -> !word.isBlank())
        .map(word -> kind(word.strip()))
        .forEach(kinds::add);
    return kinds;
  }

  private static PassageKind kind(String word) {
    return PassageKind.of(word)
        .orElseThrow(() ->
            new CommandFailure(
                Exit.USAGE,
                "there is no kind `%s`; there are %s"
                    .formatted(
                        word,
                        Arrays.stream(PassageKind.values())
                            .map(PassageKind::word)
                            .collect(Collectors.joining(", ")))));
  }
}
