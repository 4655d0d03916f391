package dev.rustmend.knowledge;

import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.search.Companion;
import dev.rustmend.search.Embedder;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The sources of the user's own machine: the base that comes with the program and the user's
/// [Notes], the toolchain of `directory`, the embedder that the settings name, and what was
/// learned, where learning is not off; `companion` is searched beside them.
public record MachineSources(
    Path cache,
    String version,
    Path directory,
    Map<String, String> environment,
    Supplier<KnowledgeBase> base,
    Supplier<Settings> settings,
    LibrarySources.Learned learned,
    Supplier<Optional<Companion>> companion) {
  private static final String NO_TOOLCHAIN = "none";

  public MachineSources {
    environment = Map.copyOf(environment);
  }

  /// As a library wants them.
  public LibrarySources sources() {
    Notes notes = Notes.of(environment);
    return new LibrarySources(
        cache,
        () -> version + notes.fingerprint(),
        () ->
            Stream.concat(
                    new EntryPassages(RecordedMessages.shipped())
                        .of(base.get().articles()).stream(),
                    notes.passages().stream())
                .toList(),
        this::toolchain,
        this::embedder,
        new LibrarySources.Learned(
            () -> isLearning() ? learned.state().get() : "off",
            () -> isLearning() ? learned.passages().get() : List.of()),
        companion);
  }

  private boolean isLearning() {
    return settings.get().learning() != Settings.Learning.OFF;
  }

  private LibrarySources.Toolchain toolchain() throws InterruptedException {
    var probe = new ToolchainProbe(environment);
    return switch (probe.probe(directory, CheckOptions.defaults())) {
      case ToolchainProbe.Unusable(var failure) ->
          new LibrarySources.Toolchain(
              NO_TOOLCHAIN, directory, Optional.empty(), failure.sentence());
      case ToolchainProbe.Usable(ToolchainFacts facts) -> documented(facts);
    };
  }

  private LibrarySources.Toolchain documented(ToolchainFacts facts) {
    if (!settings.get().knowledge().toolchainDocs()) {
      return new LibrarySources.Toolchain(facts.release(), facts.sysroot(), Optional.empty(), "");
    }
    return switch (DocumentationFolder.find(facts)) {
      case DocumentationFolder.Found(DocumentationFolder folder) ->
          new LibrarySources.Toolchain(facts.release(), facts.sysroot(), Optional.of(folder), "");
      case DocumentationFolder.Missing(String sentence) ->
          new LibrarySources.Toolchain(
              facts.release(), facts.sysroot(), Optional.empty(), sentence);
    };
  }

  private Optional<Embedder> embedder() throws InterruptedException {
    return Optional.of(ChosenEmbedder.of(settings.get().embedding(), cache, environment));
  }
}
