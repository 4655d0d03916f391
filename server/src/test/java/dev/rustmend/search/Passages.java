package dev.rustmend.search;

import java.util.List;

/// Small passages for tests.
final class Passages {
  private Passages() {}

  static Passage error(String name, String code, String message, String title, String body) {
    return of(
        "errors/" + code + "/" + name, PassageKind.ERROR, List.of(code), message, title, body);
  }

  static Passage doc(String id, String title, String body) {
    return of("doc:" + id, PassageKind.DOC, List.of(), "", title, body);
  }

  static Passage of(
      String id, PassageKind kind, List<String> codes, String message, String title, String body) {
    List<String> messages = message.isEmpty() ? List.of() : List.of(message);
    return new Passage(
        id,
        kind,
        title,
        List.of(),
        codes,
        messages,
        List.of(),
        List.of(),
        body,
        "",
        "",
        "",
        fingerprint(title + message + body));
  }

  /// The same passage with another edition and toolchain.
  static Passage with(Passage passage, String edition, String toolchain) {
    return new Passage(
        passage.id(),
        passage.kind(),
        passage.title(),
        passage.headings(),
        passage.codes(),
        passage.messages(),
        passage.labels(),
        passage.keywords(),
        passage.body(),
        passage.code(),
        edition,
        toolchain,
        passage.fingerprint());
  }

  private static String fingerprint(String content) {
    return Integer.toHexString(content.hashCode());
  }
}
