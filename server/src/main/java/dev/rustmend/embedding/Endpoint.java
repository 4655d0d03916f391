package dev.rustmend.embedding;

import dev.rustmend.search.EmbedderException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A service that speaks OpenAI's protocol for embeddings: its full address, the name of a model,
/// and the key, if it wants one. The key is in no text that this class makes.
public record Endpoint(URI address, String model, Optional<String> key) {

  public Endpoint {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new EmbedderException(
          "`embedding.endpoint` must be an address such as https://host/v1, but is " + address);
    }
    if (key.isPresent() && scheme.equals("http") && !isLocal(address.getHost())) {
      throw new EmbedderException(
          "the key for %s would be sent in the clear; use https in `embedding.endpoint`, or no key"
              .formatted(address.getHost()));
    }
    if (model.isBlank()) {
      throw new EmbedderException(
          "`embedding.endpoint` needs the name of a model in `embedding.model`");
    }
  }

  /// What the settings say. `address` may be the service's base (`https://host/v1`) or the full
  /// path; `keyVariable` names the variable in `environment` that holds the key. Throws
  /// [EmbedderException] when one of them can not be used.
  public static Endpoint of(
      String address, String model, Optional<String> keyVariable, Map<String, String> environment) {
    try {
      return new Endpoint(full(URI.create(address.strip())), model, key(keyVariable, environment));
    } catch (IllegalArgumentException e) {
      throw new EmbedderException(
          "`embedding.endpoint` must be an address such as https://host/v1, but is " + address, e);
    }
  }

  @Override
  public String toString() {
    return model + " at " + address;
  }

  private static Optional<String> key(Optional<String> variable, Map<String, String> environment) {
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    String key = environment.getOrDefault(variable.get(), "").strip();
    if (key.isEmpty()) {
      throw new EmbedderException(
          "the environment variable %s that `embedding.apiKeyEnv` names is empty; set it, or remove"
                  .formatted(variable.get())
              + " the setting");
    }
    return Optional.of(key);
  }

  private static URI full(URI address) {
    String path = String.valueOf(address.getPath());
    if (path.endsWith("/embeddings")) {
      return address;
    }
    String base = address.toString().replaceFirst("/+$", "");
    return URI.create(base + (base.endsWith("/v1") ? "" : "/v1") + "/embeddings");
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }
}
