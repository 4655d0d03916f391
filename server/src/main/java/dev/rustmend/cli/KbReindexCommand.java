package dev.rustmend.cli;

import dev.rustmend.knowledge.FillResult;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFacts;
import dev.rustmend.knowledge.LibraryFailure;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb reindex`: puts all there is to search into the index, vectors too.
final class KbReindexCommand implements Command {
  private final Wiring wiring;

  KbReindexCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
        this,
        "reindex",
        "Brings the search index up to date: entries, documentation, vectors. Takes minutes the"
            + " first time; goes on where it was interrupted.");
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    try (Library library = wiring.library(invocation)) {
      FillResult result;
      try (ProgressLine line = KnowledgeText.line(invocation)) {
        result = library.fill(KnowledgeText.listener(line));
      }
      KnowledgeText.tellNews(invocation, library);
      LibraryFacts facts = library.facts();
      invocation.print(
          "%s, %d of them with a vector, in %s"
              .formatted(
                  Count.of(facts.index().passages(), "passage"),
                  facts.index().withVector(),
                  facts.folder()));
      if (result instanceof FillResult.Partial(String why)) {
        throw new CommandFailure(Exit.ENVIRONMENT, why);
      }
      return Exit.CLEAN;
    } catch (LibraryFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }
}
