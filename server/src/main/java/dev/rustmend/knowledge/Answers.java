package dev.rustmend.knowledge;

import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.documentation.DocumentationLink;
import dev.rustmend.search.Hit;
import dev.rustmend.search.Passage;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Answers questions with what stands in the sources, and with nothing else.
public record Answers(Library library) {
  /// How many passages are looked at.
  private static final int LOOKED_AT = 20;

  /// How many of the question's words, as a share, a passage must have to be quoted.
  private static final double FITS = 0.6;

  private static final String NOTHING =
      "Nothing fitting was found in the knowledge base and the toolchain's documentation; ask in"
          + " other words, or search with `rustmend kb search`.";

  private static final Pattern DETAILS =
      Pattern.compile("doc:(rustdoc|rustc|clippy|edition-guide|reference|style-guide|cargo)/");

  /// What asks for an idea, not for a way to do something.
  private static final Pattern ASKS_FOR_IDEA =
      Pattern.compile(
          "(?i)(?:what|why|when|explain|how (?:does|do) [\\w<>&' ]+ work\\b|.*\\bdifference between\\b"
              + "|.*\\bvs\\.?\\s|.*\\binstead of\\b).*");

  private static final Pattern BOOK = Pattern.compile("doc:(book|rust-by-example)/");
  private static final Pattern DEEP = Pattern.compile("doc:nomicon/");

  private record Fitting(Passage passage, double share, int rank, double liking) {
    /// A share counts more than a place further ahead.
    double worth() {
      return share - 0.05 * rank + liking;
    }
  }

  /// What is written for learners comes before what is written for those who look up details; an
  /// idea is rather explained by a book than by a task or an entry.
  private static double liking(String question, Passage passage) {
    if (DETAILS.matcher(passage.id()).lookingAt()) {
      return -0.25;
    }
    if (!ASKS_FOR_IDEA.matcher(question).matches()) {
      return 0;
    }
    return BOOK.matcher(passage.id()).lookingAt()
        ? 0.3
        : DEEP.matcher(passage.id()).lookingAt() ? -0.1 : 0;
  }

  /// The answer to `question` from everything there is, from at most `limit` passages.
  public Answer answer(String question, int limit) throws InterruptedException {
    return answer(question, SearchFilter.ALL, limit);
  }

  /// The same for a model's words: it may be a service, and what was learned from the user's own
  /// code stays on this machine.
  public Answer shareable(String question, int limit) throws InterruptedException {
    return answer(question, SearchFilter.NOT_LEARNED, limit);
  }

  /// The answer to `question`, among what passes the filter, from at most `limit` passages.
  public Answer answer(String question, SearchFilter filter, int limit)
      throws InterruptedException {
    Query query = Query.of(question);
    List<Hit> hits = library.search(new SearchRequest(query, filter, SearchMode.AUTO, LOOKED_AT));
    var words = QuestionWords.of(question);
    var fitting = new ArrayList<Fitting>();
    for (int rank = 0; rank < hits.size(); rank++) {
      Optional<Passage> passage = library.passage(hits.get(rank).id());
      if (passage.isPresent()) {
        double share =
            query instanceof Query.RustcText
                ? (hits.get(rank).why().contains("message") ? 1 : 0)
                : words.share(passage.get());
        if (share >= FITS) {
          fitting.add(new Fitting(passage.get(), share, rank, liking(question, passage.get())));
        }
      }
    }
    fitting.sort(Comparator.comparingDouble(Fitting::worth).reversed());
    List<Passage> best = fitting.stream().limit(limit).map(Fitting::passage).toList();
    return best.isEmpty() ? new Answer.Nothing(NOTHING) : extracted(best, words);
  }

  /// The best passage is quoted, the others are named.
  private Answer extracted(List<Passage> best, QuestionWords words) throws InterruptedException {
    var extract = new Extract(words);
    var citations = new ArrayList<Answer.Citation>();
    for (Passage passage : best) {
      citations.add(citation(citations.size() + 1, passage, extract.of(passage)));
    }
    String quoted =
        "**%s** [1]\n\n%s".formatted(best.getFirst().title(), citations.getFirst().quote());
    return new Answer.Extracted(quoted, citations);
  }

  private Answer.Citation citation(int number, Passage passage, String quote)
      throws InterruptedException {
    Optional<DocumentationFolder> folder = library.toolchain().documentation();
    Optional<DocumentationLink> link =
        folder.flatMap(docs -> DocumentationLink.of(passage.id(), docs.release(), docs.html()));
    String title =
        passage.headings().isEmpty()
            ? passage.title()
            : passage.headings().getFirst() + " › " + passage.title();
    return new Answer.Citation(
        number,
        passage.id(),
        title,
        passage.kind(),
        quote,
        link.map(DocumentationLink::web),
        link.map(DocumentationLink::local));
  }
}
