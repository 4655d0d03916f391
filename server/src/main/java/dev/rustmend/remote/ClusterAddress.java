package dev.rustmend.remote;

import java.net.URI;
import java.util.Locale;

/// Where a cluster is: `https://host:9200`, with a path where a proxy wants one. Only a cluster on
/// this very machine may be spoken to without TLS.
public record ClusterAddress(URI base) {
  /// Throws [RemoteFailure] for any other address.
  public ClusterAddress {
    String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("https") || scheme.equals("http");
    if (!known || base.getHost() == null || base.getQuery() != null || base.getFragment() != null) {
      throw wrong(base.toString());
    }
    if (base.getUserInfo() != null) {
      throw new RemoteFailure(
          RemoteFailure.Kind.LASTING,
          "`knowledge.remote` must not hold a user or a password; put them into"
              + " `knowledge.remoteKeyFile` or the environment");
    }
    if (scheme.equals("http") && !isLoopback(base.getHost())) {
      throw new RemoteFailure(
          RemoteFailure.Kind.LASTING,
          "`knowledge.remote` would speak to %s in the clear; use an https address"
              .formatted(base.getHost()));
    }
  }

  /// The address that a setting says; throws [RemoteFailure] when it can not be used.
  public static ClusterAddress of(String text) {
    try {
      return new ClusterAddress(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      throw wrong(text);
    }
  }

  /// The address of `path`, which begins with a slash.
  URI at(String path) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
  }

  private static RemoteFailure wrong(String text) {
    return new RemoteFailure(
        RemoteFailure.Kind.LASTING,
        "`knowledge.remote` must be an address such as https://host:9200, but is " + text);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
