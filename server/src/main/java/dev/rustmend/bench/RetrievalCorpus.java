package dev.rustmend.bench;

import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.knowledge.EntryPassages;
import dev.rustmend.search.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that a search is about: the passages of the knowledge base and of the toolchain's
/// documentation. `readSeconds` is what reading the latter took.
record RetrievalCorpus(List<Passage> articles, List<Passage> documentation, double readSeconds) {
  private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+\\S*");

  RetrievalCorpus {
    articles = List.copyOf(articles);
    documentation = List.copyOf(documentation);
  }

  /// Reads both. Throws [IOException], with a sentence for people, when the documentation is not
  /// installed.
  static RetrievalCorpus read(RustToolchain toolchain, BenchListener listener)
      throws IOException, InterruptedException {
    List<Passage> articles =
        new EntryPassages(RecordedMessages.shipped()).of(new ShippedBase().get().articles());
    Matcher release = RELEASE.matcher(toolchain.version());
    long start = System.nanoTime();
    var passages = new ArrayList<Passage>();
    switch (DocumentationFolder.find(
        toolchain.documentation(), release.find() ? release.group() : "")) {
      case DocumentationFolder.Missing(String sentence) -> throw new IOException(sentence);
      case DocumentationFolder.Found(DocumentationFolder folder) -> {
        var pages = folder.pages();
        for (int i = 0; i < pages.size(); i++) {
          passages.addAll(folder.read(pages.get(i)));
          listener.progress("reading the documentation", i + 1, pages.size(), pages.get(i).path());
        }
      }
    }
    return new RetrievalCorpus(articles, passages, (System.nanoTime() - start) / 1e9);
  }

  List<Passage> all() {
    return Stream.concat(articles.stream(), documentation.stream()).toList();
  }

  /// The ids that labels may name.
  Set<String> sections() {
    return all().stream()
        .map(passage -> RankingScores.section(passage.id()))
        .collect(Collectors.toSet());
  }
}
