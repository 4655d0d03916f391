package dev.rustmend.search;

import java.util.List;

/// The names of the fields of the index.
public final class Field {
  public static final String ID = "id";
  public static final String SOURCE = "source";
  public static final String KIND = "kind";
  public static final String CODE = "code";
  public static final String EDITION = "edition";
  public static final String TOOLCHAIN = "toolchain";
  public static final String FINGERPRINT = "fingerprint";
  public static final String TITLE = "title";
  public static final String HEADINGS = "headings";
  public static final String KEYWORDS = "keywords";
  public static final String TEMPLATE = "message";
  public static final String LABEL = "label";
  public static final String BODY = "body";
  public static final String RUST = "rust";
  public static final String SHAPE = "shape";

  /// What words are looked for in.
  static final List<String> TEXTS = List.of(TITLE, KEYWORDS, HEADINGS, TEMPLATE, LABEL, BODY, RUST);

  /// Codes and templates as ranking wants them: without reading what else is stored.
  public static final String RANKING = "ranking";

  /// What stands in an exact field that a passage has no value for, so that a filter can name it.
  public static final String NONE = "-";

  private Field() {}
}
