package dev.rustmend.documentation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where people read a passage: on Rust's own site, at the version of their toolchain, and in the
/// file on their disk.
public record DocumentationLink(URI web, URI local) {
  static final String SCHEME = "doc:";
  private static final String SITE = "https://doc.rust-lang.org/";

  /// The link of the passage `id` (`doc:book/ch04-01-what-is-ownership.html#the-string-type~2`) of
  /// the toolchain `release` (`1.95.0`) with its documentation in `html`; empty for an id of
  /// another form.
  public static Optional<DocumentationLink> of(String id, String release, Path html) {
    if (!id.startsWith(SCHEME) || id.contains("..")) {
      return Optional.empty();
    }
    String place = id.substring(SCHEME.length()).replaceFirst("~\\d+$", "");
    int hash = place.indexOf('#');
    String page = hash < 0 ? place : place.substring(0, hash);
    String fragment = hash < 0 ? "" : place.substring(hash);
    try {
      return Optional.of(
          new DocumentationLink(
              URI.create(SITE + version(release) + "/" + page + fragment),
              URI.create(html.resolve(page).toUri() + fragment)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String version(String release) {
    if (release.matches("\\d+\\.\\d+\\.\\d+")) {
      return release;
    }
    return release.contains("nightly") ? "nightly" : release.contains("beta") ? "beta" : "stable";
  }
}
