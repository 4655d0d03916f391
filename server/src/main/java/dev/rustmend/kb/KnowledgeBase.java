package dev.rustmend.kb;

import dev.rustmend.diagnostic.Diagnostic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All entries, by id and by error code, and all tasks and templates. An entry is read when
/// somebody first asks for its code, so that a thousand entries cost nothing until then; not even
/// the file of a task is opened before. Safe to use from any thread.
public final class KnowledgeBase {
  private static final System.Logger LOG = System.getLogger(KnowledgeBase.class.getName());
  private static final String FOLDER = "/kb-data/";
  private static final Pattern CODES = Pattern.compile("(?m)^codes\\s*=\\s*\\[([^\\]]*)]");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final Map<String, String> unread;
  private final Map<String, List<String>> idsByCode;
  private final Map<String, Optional<Entry>> known;
  private final Guides guides;

  private KnowledgeBase(
      Map<String, String> unread,
      Map<String, List<String>> idsByCode,
      Map<String, Optional<Entry>> known,
      Guides guides) {
    this.unread = Map.copyOf(unread);
    this.idsByCode = Map.copyOf(idsByCode);
    this.known = new ConcurrentHashMap<>(known);
    this.guides = guides;
  }

  /// A base of these entries.
  public static KnowledgeBase of(List<Entry> entries) {
    var known = new TreeMap<String, Optional<Entry>>();
    entries.forEach(entry -> known.put(entry.id(), Optional.of(entry)));
    var idsByCode = new HashMap<String, List<String>>();
    known.forEach((id, entry) -> index(idsByCode, id, entry.orElseThrow().codes()));
    return new KnowledgeBase(
        Map.of(), idsByCode, known, new Guides(List.of(), _ -> Optional.empty()));
  }

  /// A base of the files of entries, tasks and templates, their Markdown by id. What can not be
  /// read is left out and logged.
  public static KnowledgeBase ofFiles(Map<String, String> files) {
    Map<String, String> entries = new HashMap<>(files);
    entries.keySet().removeIf(Guide::isId);
    List<String> guides = files.keySet().stream().filter(Guide::isId).toList();
    return of(entries, new Guides(guides, id -> Optional.ofNullable(files.get(id))));
  }

  /// The base that comes with the program.
  static KnowledgeBase shipped() {
    var files = new HashMap<String, String>();
    var guides = new ArrayList<String>();
    for (String file : resource("index.txt").orElse("").lines().toList()) {
      String id = file.replaceFirst("\\.md$", "");
      if (Guide.isId(id)) {
        guides.add(id);
      } else {
        resource(file).ifPresent(markdown -> files.put(id, markdown));
      }
    }
    return of(files, new Guides(guides, id -> resource(id + ".md")));
  }

  private static KnowledgeBase of(Map<String, String> entries, Guides guides) {
    var idsByCode = new HashMap<String, List<String>>();
    new TreeMap<>(entries).forEach((id, markdown) -> index(idsByCode, id, codes(markdown)));
    return new KnowledgeBase(entries, idsByCode, Map.of(), guides);
  }

  /// Every task and template, by id.
  public List<Guide> guides() {
    return guides.all();
  }

  /// The task or template of that id.
  public Optional<Guide> guide(String id) {
    return guides.guide(id);
  }

  /// How many there are in the collection `tasks` or `templates`; no file is opened for it.
  public long countOfGuides(String collection) {
    return guides.count(collection);
  }

  /// Every entry, task and template, by id.
  public List<Article> articles() {
    return Stream.<Article>concat(entries().stream(), guides().stream())
        .sorted(Comparator.comparing(Article::id))
        .toList();
  }

  /// Every entry about an error or a lint, by id.
  public List<Entry> entries() {
    var ids = new java.util.TreeSet<>(unread.keySet());
    ids.addAll(known.keySet());
    return ids.stream().flatMap(id -> entry(id).stream()).toList();
  }

  public Optional<Entry> entry(String id) {
    Optional<Entry> read = known.get(id);
    return read != null ? read : known.computeIfAbsent(id, this::read);
  }

  /// The entries for an error code or lint; the empty code gives those for errors without one.
  public List<Entry> ofCode(String code) {
    return idsByCode.getOrDefault(code, List.of()).stream()
        .flatMap(id -> entry(id).stream())
        .toList();
  }

  /// The codes and lints that entries are about, in order.
  public List<String> codes() {
    return idsByCode.keySet().stream().filter(code -> !code.isEmpty()).sorted().toList();
  }

  /// The entries that are about `diagnostic`: its code is theirs and its message one of theirs.
  public List<Entry> about(Diagnostic diagnostic) {
    return ofCode(diagnostic.codeText()).stream()
        .filter(entry ->
            entry.messages().isEmpty()
                || entry.messages().stream()
                    .anyMatch(message -> message.match(diagnostic.message()).isPresent()))
        .toList();
  }

  private Optional<Entry> read(String id) {
    String markdown = unread.get(id);
    if (markdown == null) {
      return Optional.empty();
    }
    EntryReader.Result result = EntryReader.read(id, markdown);
    result.problems().forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem.rendered()));
    return result.entry();
  }

  /// The codes of an entry, found without reading all of it.
  private static List<String> codes(String markdown) {
    Matcher line = CODES.matcher(markdown);
    return line.find()
        ? QUOTED.matcher(line.group(1)).results().map(found -> found.group(1)).toList()
        : List.of();
  }

  private static void index(Map<String, List<String>> idsByCode, String id, List<String> codes) {
    for (String code : codes.isEmpty() ? List.of("") : codes) {
      idsByCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(id);
    }
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = KnowledgeBase.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(reader.readAllAsString());
    } catch (IOException e) {
      throw new UncheckedIOException("the knowledge base in the program can not be read", e);
    }
  }
}
