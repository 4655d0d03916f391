package dev.rustmend.model;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The SHA-256 of a file that a server tells in the headers of an answer, or of one that has led to
/// it.
///
/// Hugging Face tells that of a large file in `X-Linked-ETag`, others in `Repr-Digest` (RFC 9530),
/// `Digest` (RFC 3230) or `X-Checksum-Sha256` (Artifactory); some servers take it for the `ETag`.
final class AnnouncedDigest {
  private static final Pattern HEX = Pattern.compile("\"?([0-9a-fA-F]{64})\"?");
  private static final Pattern BASE64 =
      Pattern.compile("(?i)(?:^|,)\\s*sha-256=:?([A-Za-z0-9+/]{43}=):?\\s*(?:,|$)");

  private AnnouncedDigest() {}

  /// In lower-case hexadecimal digits; empty when nobody tells it. What the last answer tells
  /// counts first.
  static Optional<String> in(HttpResponse<?> response) {
    return in(response.headers())
        .or(() -> response.previousResponse().flatMap(AnnouncedDigest::in));
  }

  private static Optional<String> in(HttpHeaders headers) {
    return find(headers, "X-Linked-ETag", HEX, AnnouncedDigest::lower)
        .or(() -> find(headers, "Repr-Digest", BASE64, AnnouncedDigest::hex))
        // of a part of a file `Digest` tells the whole one's; `Content-Digest` would not
        .or(() -> find(headers, "Digest", BASE64, AnnouncedDigest::hex))
        .or(() -> find(headers, "X-Checksum-Sha256", HEX, AnnouncedDigest::lower))
        .or(() -> find(headers, "ETag", HEX, AnnouncedDigest::lower));
  }

  private static Optional<String> find(
      HttpHeaders headers, String name, Pattern form, UnaryOperator<String> read) {
    return headers
        .firstValue(name)
        .map(form::matcher)
        .filter(form == HEX ? Matcher::matches : Matcher::find)
        .map(matcher -> read.apply(matcher.group(1)));
  }

  private static String lower(String digits) {
    return digits.toLowerCase(Locale.ROOT);
  }

  private static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }
}
