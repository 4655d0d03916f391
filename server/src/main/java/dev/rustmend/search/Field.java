package dev.rustmend.search;

/// The names of the fields of the index.
final class Field {
  static final String ID = "id";
  static final String SOURCE = "source";
  static final String KIND = "kind";
  static final String CODE = "code";
  static final String EDITION = "edition";
  static final String TOOLCHAIN = "toolchain";
  static final String FINGERPRINT = "fingerprint";
  static final String TITLE = "title";
  static final String HEADINGS = "headings";
  static final String KEYWORDS = "keywords";
  static final String TEMPLATE = "message";
  static final String LABEL = "label";
  static final String BODY = "body";
  static final String RUST = "rust";
  static final String SHAPE = "shape";

  /// Codes and templates as ranking wants them: without reading what else is stored.
  static final String RANKING = "ranking";

  /// What stands in an exact field that a passage has no value for, so that a filter can name it.
  static final String NONE = "-";

  private Field() {}
}
