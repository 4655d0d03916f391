package dev.rustmend.knowledge;

import dev.rustmend.embedding.CachingEmbedder;
import dev.rustmend.embedding.Endpoint;
import dev.rustmend.embedding.EndpointEmbedder;
import dev.rustmend.embedding.LazyEmbedder;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.Map;

/// The embedder that the settings name.
public final class ChosenEmbedder {
  private ChosenEmbedder() {}

  /// The one that comes with the program, or the service at `settings.endpoint`, whose key is in
  /// `environment`; what it has made is kept below `cache`. Throws [EmbedderException] when the
  /// service can not be used.
  public static Embedder of(
      Settings.EmbeddingService settings, Path cache, Map<String, String> environment)
      throws InterruptedException {
    Embedder source =
        settings.endpoint().isEmpty()
            ? LazyEmbedder.builtIn(cache)
            : EndpointEmbedder.connect(
                Endpoint.of(
                    settings.endpoint().orElseThrow(),
                    settings.model().orElse(""),
                    settings.apiKeyEnv(),
                    environment));
    return new CachingEmbedder(source, cache);
  }
}
