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

/// All entries, by id and by error code.
public final class KnowledgeBase {
  private static final System.Logger LOG = System.getLogger(KnowledgeBase.class.getName());
  private static final String FOLDER = "/kb-data/";

  private final Map<String, Entry> byId;
  private final Map<String, List<Entry>> byCode;

  private KnowledgeBase(Map<String, Entry> byId, Map<String, List<Entry>> byCode) {
    this.byId = byId;
    this.byCode = byCode;
  }

  /// A base of these entries.
  public static KnowledgeBase of(List<Entry> entries) {
    var byId = new TreeMap<String, Entry>();
    var byCode = new HashMap<String, List<Entry>>();
    for (Entry entry : entries) {
      byId.put(entry.id(), entry);
      List<String> codes = entry.codes().isEmpty() ? List.of("") : entry.codes();
      codes.forEach(code -> byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(entry));
    }
    byCode.values().forEach(list -> list.sort(Comparator.comparing(Entry::id)));
    return new KnowledgeBase(byId, byCode);
  }

  /// The base that comes with the program. An entry that can not be read is left out and logged.
  public static KnowledgeBase shipped() {
    var entries = new ArrayList<Entry>();
    for (String id : resource("index.txt").orElse("").lines().sorted().toList()) {
      EntryReader.Result result = EntryReader.read(id, resource(id + ".md").orElse(""));
      result.entry().ifPresent(entries::add);
      result
          .problems()
          .forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem.rendered()));
    }
    return of(entries);
  }

  /// Every entry, by id.
  public List<Entry> entries() {
    return List.copyOf(byId.values());
  }

  public Optional<Entry> entry(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The entries for an error code or lint; the empty code gives those for errors without one.
  public List<Entry> ofCode(String code) {
    return byCode.getOrDefault(code, List.of());
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
