package dev.rustmend.release;

import java.util.regex.Pattern;

/// What of the OpenSearch client a release needs: it has a class for each of some thousand
/// messages, and rustmend sends a dozen of them over a transport of its own.
final class ClientParts {
  private static final String CLIENT = "org/opensearch/client/";
  private static final Pattern NEEDED =
      Pattern.compile(
          "org/opensearch/client/(?:[^/]+"
              + "|util/.*"
              + "|json/(?:[^/]+)"
              + "|transport/(?:[^/]+|endpoints/.*)"
              + "|opensearch/(?:[^/]+|_types/.*|core/.*|_helpers/.*))");

  private ClientParts() {}

  /// Whether an entry of a jar is of the client, and of a part that nobody uses.
  static boolean isUnused(String entry) {
    return entry.startsWith(CLIENT) && !entry.endsWith("/") && !NEEDED.matcher(entry).matches();
  }
}
