package dev.rustmend.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// A service that speaks OpenAI's protocol for conversations: its full address, the name of a model
/// (empty for the one that it serves), and the key, if it wants one.
public record ChatEndpoint(URI address, String model, Optional<ApiKey> key) {
  private static final String PATH = "/chat/completions";

  public ChatEndpoint {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw badAddress(address.toString());
    }
    if (address.getRawUserInfo() != null) {
      throw new ModelException(
          "`model.endpoint` must not hold a password; use `model.apiKeyEnv` or `model.apiKeyFile`");
    }
    if (key.isPresent() && scheme.equals("http") && !isLocal(address.getHost())) {
      throw new ModelException(
          "the key for %s would be sent in the clear; use https in `model.endpoint`, or no key"
              .formatted(address.getHost()));
    }
  }

  /// What the settings say. `address` may be the service's base (`http://localhost:8080/v1`) or the
  /// full path. Throws [ModelException] when it can not be used.
  public static ChatEndpoint of(String address, String model, Optional<ApiKey> key) {
    try {
      return new ChatEndpoint(full(URI.create(address.strip())), model.strip(), key);
    } catch (IllegalArgumentException e) {
      throw badAddress(address);
    }
  }

  /// The model and its place, for people.
  @Override
  public String toString() {
    String name = model.isEmpty() ? "a model" : model;
    return "%s at %s".formatted(name, address.toString().replace(PATH, ""));
  }

  private static URI full(URI address) {
    if (String.valueOf(address.getPath()).endsWith(PATH)) {
      return address;
    }
    String base = address.toString().replaceFirst("/+$", "");
    return URI.create(base + (base.matches(".*/v\\d+") ? "" : "/v1") + PATH);
  }

  private static ModelException badAddress(String address) {
    return new ModelException(
        "`model.endpoint` must be an address such as http://localhost:8080/v1, but is " + address);
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }
}
