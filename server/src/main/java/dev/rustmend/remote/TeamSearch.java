package dev.rustmend.remote;

import dev.rustmend.search.Field;
import dev.rustmend.search.Inquiry;
import dev.rustmend.search.Rarity;
import dev.rustmend.search.WordQuery;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.query_dsl.FieldAndFormat;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.MsearchRequest;
import org.opensearch.client.opensearch.core.msearch.MultiSearchItem;
import org.opensearch.client.opensearch.core.msearch.MultiSearchResponseItem;
import org.opensearch.client.opensearch.core.msearch.RequestItem;

/// One inquiry as one request with several searches: by words, by meaning, and how many passages
/// have each word.
record TeamSearch(OpenSearchClient client, String alias, TeamIndex.Facts index, Inquiry inquiry) {
  /// What ranking has to know, read from columns: no document is opened for it.
  private static final List<String> COLUMNS =
      List.of(TeamPassage.IDENTITY, Field.ID, Field.RANKING);

  /// In place of the names of stored fields: not even the id of a document, which would have its
  /// whole block of documents unpacked.
  private static final String NO_STORED_FIELDS = "_none_";

  /// Whether the rarity of words is asked for as well.
  enum Rarities {
    ASKED,
    KNOWN
  }

  /// What was found. Throws [RemoteFailure] when the cluster can not answer all of it.
  TeamLookup found(Rarities rarities) throws IOException {
    Map<String, String> words = words();
    var requests = new ArrayList<RequestItem>();
    boolean byMeaning =
        inquiry
            .meaning()
            .filter(meaning -> meaning.space().field().equals(index.vectorField()))
            .isPresent();
    List<FieldAndFormat> columns = columns(byMeaning);
    inquiry
        .words()
        .forEach(wanted ->
            requests.add(
                hits(
                    TeamQueries.naming(TeamQueries.words(wanted.query(), inquiry.filter()), words),
                    columns,
                    wanted.count(),
                    wanted.texts())));
    if (byMeaning) {
      Inquiry.Meaning meaning = inquiry.meaning().orElseThrow();
      requests.add(
          hits(
              TeamQueries.naming(TeamQueries.meaning(meaning, inquiry.filter()), words),
              columns,
              meaning.count(),
              Inquiry.Texts.LEFT_THERE));
    }
    List<String> terms =
        rarities == Rarities.ASKED ? words.values().stream().distinct().toList() : List.of();
    terms.forEach(term -> requests.add(count(TeamQueries.term(Field.BODY, term, 1))));
    if (!terms.isEmpty()) {
      requests.add(count(Query.of(query -> query.matchAll(all -> all))));
    }
    List<MultiSearchItem<JsonObject>> answers = ask(requests);
    return new TeamLookup(this, answers, byMeaning, weights(terms, answers));
  }

  /// The whole passages with these ids.
  List<TeamPassage> passages(List<String> ids) throws IOException {
    RequestItem request =
        RequestItem.of(item ->
            item.header(header -> header)
                .body(body -> body.query(TeamQueries.anyOf(Field.ID, ids)).size(2 * ids.size())));
    return ask(List.of(request)).getFirst().hits().hits().stream()
        .map(hit -> TeamPassage.of(hit.source()))
        .toList();
  }

  private Map<String, String> words() {
    var words = new LinkedHashMap<String, String>();
    inquiry.words().stream()
        .map(Inquiry.Wanted::query)
        .map(WordQuery::words)
        .forEach(words::putAll);
    return words;
  }

  private static Map<String, Double> weights(
      List<String> terms, List<MultiSearchItem<JsonObject>> answers) {
    var weights = new HashMap<String, Double>();
    if (!terms.isEmpty()) {
      // a word that was not told is in no passage, as far as anybody knows
      int first = answers.size() - terms.size() - 1;
      long all = total(answers.getLast());
      weights.put(TeamLookup.ANY_OTHER, Rarity.of(0, all));
      for (int i = 0; i < terms.size(); i++) {
        weights.put(terms.get(i), Rarity.of(total(answers.get(first + i)), all));
      }
    }
    return weights;
  }

  private static long total(MultiSearchItem<JsonObject> answer) {
    return Objects.requireNonNull(answer.hits().total(), "a count was asked for").value();
  }

  private static List<FieldAndFormat> columns(boolean byMeaning) {
    return Stream.concat(COLUMNS.stream(), byMeaning ? Stream.of(TeamPassage.NEAR) : Stream.empty())
        .map(name -> FieldAndFormat.of(field -> field.field(name)))
        .toList();
  }

  private static RequestItem hits(
      Query query, List<FieldAndFormat> columns, int count, Inquiry.Texts texts) {
    return RequestItem.of(item ->
        item.header(header -> header)
            .body(body -> {
              body.query(query)
                  .size(count)
                  .trackTotalHits(total -> total.enabled(false))
                  .docvalueFields(columns);
              return texts == Inquiry.Texts.ALONG
                  ? body.source(source -> source.fetch(true))
                  : body.source(source -> source.fetch(false)).storedFields(NO_STORED_FIELDS);
            }));
  }

  private static RequestItem count(Query query) {
    return RequestItem.of(item ->
        item.header(header -> header)
            .body(body -> body.query(query).size(0).trackTotalHits(total -> total.enabled(true))));
  }

  private List<MultiSearchItem<JsonObject>> ask(List<RequestItem> requests) throws IOException {
    MsearchRequest request =
        MsearchRequest.of(
            all -> all.index(alias).searchType(SearchType.DfsQueryThenFetch).searches(requests));
    try {
      var answers = new ArrayList<MultiSearchItem<JsonObject>>();
      for (MultiSearchResponseItem<JsonObject> each :
          client.msearch(request, JsonObject.class).responses()) {
        if (each.isFailure()) {
          throw new OpenSearchException(each.failure());
        }
        if (each.result().timedOut() || each.result().shards().failed() > 0) {
          throw new RemoteFailure(
              RemoteFailure.Kind.PASSING,
              "a part of the team's knowledge base does not answer; see its cluster's health");
        }
        answers.add(each.result());
      }
      return List.copyOf(answers);
    } catch (OpenSearchException e) {
      throw new RemoteFailure(
          Patience.mayPass(e.status()) ? RemoteFailure.Kind.PASSING : RemoteFailure.Kind.LASTING,
          "the team's knowledge base can not be searched: " + e.error().reason(),
          e);
    }
  }
}
