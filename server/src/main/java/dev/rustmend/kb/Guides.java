package dev.rustmend.kb;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The tasks and templates of a base. Only their ids are known at first; the file of one is opened
/// when somebody asks for it. Safe to use from any thread.
final class Guides {
  private static final System.Logger LOG = System.getLogger(Guides.class.getName());

  private final NavigableSet<String> ids;
  private final Function<String, Optional<String>> markdown;
  private final Map<String, Optional<Guide>> known = new ConcurrentHashMap<>();

  /// `markdown` gives the text of an id.
  Guides(Iterable<String> ids, Function<String, Optional<String>> markdown) {
    this.ids = new TreeSet<>();
    ids.forEach(this.ids::add);
    this.markdown = markdown;
  }

  /// All of them, by id. One that can not be read is left out and logged.
  List<Guide> all() {
    return ids.stream().flatMap(id -> guide(id).stream()).toList();
  }

  Optional<Guide> guide(String id) {
    return ids.contains(id) ? known.computeIfAbsent(id, this::read) : Optional.empty();
  }

  /// How many there are in a collection, without opening one.
  long count(String collection) {
    return ids.stream().filter(id -> id.startsWith(collection + "/")).count();
  }

  private Optional<Guide> read(String id) {
    Optional<GuideReader.Result> result =
        markdown.apply(id).map(text -> GuideReader.read(id, text));
    result.ifPresent(read ->
        read.problems()
            .forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem.rendered())));
    return result.flatMap(GuideReader.Result::guide);
  }
}
