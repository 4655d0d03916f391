package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.kb.Article;
import dev.rustmend.kb.ShippedBase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabelledQueriesTest {
  private static final LabelledQuery.Sort QUESTION = LabelledQuery.Sort.QUESTION;

  @Test
  void readsOneQueryInEachLine() throws IOException {
    String lines =
        """
        {"id": "q1", "query": "dups", "relevant": {"tasks/a/b": 3, "doc:book/c.html#d": 1}}

        {"id": "q2", "query": "sort", "relevant": {}}
        """;

    assertThat(LabelledQueries.parse(lines, QUESTION))
        .containsExactly(
            new LabelledQuery(
                "q1", QUESTION, "dups", Map.of("tasks/a/b", 3, "doc:book/c.html#d", 1)),
            new LabelledQuery("q2", QUESTION, "sort", Map.of()));
  }

  @Test
  void saysWhichLineIsWrong() {
    assertThatThrownBy(() -> LabelledQueries.parse("{}\n", QUESTION))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("line 1 is no labelled query");
    assertThatThrownBy(() ->
            LabelledQueries.parse(
                "\n{\"id\": \"q\", \"query\": \"q\", \"relevant\": {\"a\": 4}}", QUESTION))
        .hasMessageContaining("line 2")
        .hasMessageContaining("a grade is 1, 2 or 3, not 4");
  }

  @Test
  void namesLabelsOfWhatDoesNotExist() {
    var query = new LabelledQuery("q1", QUESTION, "dups", Map.of("tasks/a", 3, "tasks/b", 2));

    assertThat(LabelledQueries.dangling(List.of(query), Set.of("tasks/a")))
        .containsExactly("q1: tasks/b");
  }

  @Test
  void theQueriesOfTheProgramNameArticlesThatExist() throws IOException {
    Set<String> articles =
        new ShippedBase().get().articles().stream().map(Article::id).collect(Collectors.toSet());

    assertThat(LabelledQueries.dangling(LabelledQueries.shipped(), articles))
        .allMatch(dangling -> dangling.contains(": doc:"));
  }

  @Test
  void eachHalfHasEnoughOfEachSort() throws IOException {
    Map<LabelledQuery.Sort, Map<Half, Long>> counts =
        LabelledQueries.shipped().stream()
            .collect(
                Collectors.groupingBy(
                    LabelledQuery::sort,
                    Collectors.groupingBy(LabelledQuery::half, Collectors.counting())));

    assertThat(counts.values())
        .hasSize(2)
        .allSatisfy(halves -> assertThat(halves.values()).hasSize(2).allMatch(count -> count > 80));
  }
}
