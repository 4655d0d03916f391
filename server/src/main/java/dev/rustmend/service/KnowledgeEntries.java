package dev.rustmend.service;

import com.google.gson.JsonObject;
import dev.rustmend.kb.Article;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.search.Passage;
import dev.rustmend.service.ServiceFailure.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The entries of the knowledge base, the passages of the documentation and the recipes that were
/// learned, each by its id.
public record KnowledgeEntries(ShippedBase base, Library library, Learning learning) {
  private static final String LEARNED = "learned/";
  private static final String DOCUMENTATION = "doc:";
  private static final List<String> COLLECTIONS =
      List.of("errors/", "lints/", "tasks/", "templates/");

  /// An entry: its id, its title, what it is (`errors`, `lints`, `tasks`, `templates`, `doc`,
  /// `learned`), and its page in Markdown.
  public record Entry(String id, String title, String kind, String markdown) {
    /// The same as JSON.
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("id", id);
      json.addProperty("title", title);
      json.addProperty("kind", kind);
      json.addProperty("markdown", markdown);
      return json;
    }
  }

  /// The entry `id`, as a search gives it. Throws [ServiceFailure] where there is none.
  public Entry entry(String id) throws InterruptedException {
    try {
      Optional<Entry> found =
          id.startsWith(LEARNED)
              ? learned(id)
              : id.startsWith(DOCUMENTATION) || id.startsWith(Notes.SCHEME)
                  ? passage(id)
                  : article(id);
      return found.orElseThrow(() -> unknown(id));
    } catch (LibraryFailure e) {
      throw new ServiceFailure(Kind.ENVIRONMENT, e.sentence(), e);
    } catch (LogFailure e) {
      throw new ServiceFailure(Kind.ENVIRONMENT, e.sentence(), e);
    }
  }

  /// At most `most` ids of entries that begin with `start` or have it behind a slash.
  public List<String> ids(String start, int most) {
    return base.get().articles().stream()
        .map(Article::id)
        .filter(id -> id.startsWith(start) || id.contains("/" + start))
        .limit(most)
        .toList();
  }

  /// An id may lack the name of its collection. Only what is asked for is read.
  private Optional<Entry> article(String id) {
    return Stream.concat(Stream.of(""), COLLECTIONS.stream())
        .map(collection -> collection + id)
        .flatMap(whole ->
            Stream.<Optional<? extends Article>>of(
                base.get().entry(whole), base.get().guide(whole)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(it -> new Entry(it.id(), it.title(), it.collection(), ArticlePage.of(it)));
  }

  private Optional<Entry> learned(String id) {
    return learning
        .habits()
        .find(id)
        .map(habit ->
            new Entry(habit.recipe().id(), title(habit), "learned", ArticlePage.of(habit)));
  }

  private static String title(Habit habit) {
    return habit.title().orElse("A repair of %s".formatted(habit.recipe().code()));
  }

  private Optional<Entry> passage(String id) throws InterruptedException {
    return library.passage(id).map(KnowledgeEntries::entry);
  }

  private static Entry entry(Passage passage) {
    return new Entry(
        passage.id(),
        passage.title(),
        passage.kind().word(),
        "# %s\n\n%s\n".formatted(passage.title(), passage.body()));
  }

  private static ServiceFailure unknown(String id) {
    String shown = id.length() > 120 ? id.substring(0, 120) + "…" : id;
    return new ServiceFailure(
        Kind.NOT_FOUND, "there is no entry `%s`; a search gives the ids".formatted(shown));
  }
}
