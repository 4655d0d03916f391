package dev.rustmend.documentation;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes passages of the sections of one page.
final class PassageMaker {
  private static final Pattern CODE_PAGE = Pattern.compile("error_codes/(E\\d{4})\\.html");

  /// rustc's report of an error in a block of output, or a block that must fail with it.
  private static final Pattern CODE = Pattern.compile("(?:error\\[|compile_fail,)(E\\d{4})\\b");

  private static final Pattern CLIPPY_LINT = Pattern.compile("(?m)^- `(?:clippy::)?([a-z_0-9]+)`$");
  private static final Pattern RUSTC_LINT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+|warnings");

  private final String release;
  private final String path;
  private final Map<String, Integer> parts = new HashMap<>();

  PassageMaker(String release, String path) {
    this.release = release;
    this.path = path;
  }

  List<Passage> passages(List<Section> sections) {
    var passages = new ArrayList<Passage>();
    for (Section section : sections) {
      String body = String.join("\n\n", section.blocks()).strip();
      if (!body.isEmpty()) {
        passages.add(passage(section, body));
      }
    }
    return List.copyOf(passages);
  }

  private Passage passage(Section section, String body) {
    String anchor = section.anchor();
    int part = parts.merge(anchor, 1, Integer::sum);
    String id =
        DocumentationLink.SCHEME
            + path
            + (anchor.isEmpty() ? "" : "#" + anchor)
            + (part == 1 ? "" : "~" + part);
    List<String> codes = codes(section, body);
    return new Passage(
        id,
        PassageKind.DOC,
        section.title(),
        section.headings(),
        codes,
        List.of(),
        List.of(),
        List.of(),
        body,
        rust(section),
        "",
        release,
        fingerprint(section, body));
  }

  private static String rust(Section section) {
    return section.blocks().stream()
        .filter(block -> block.startsWith(Markdown.FENCE + "rust"))
        .map(block ->
            block.substring(
                block.indexOf('\n') + 1,
                Math.max(block.indexOf('\n') + 1, block.lastIndexOf('\n'))))
        .collect(Collectors.joining("\n\n"));
  }

  private List<String> codes(Section section, String body) {
    Set<String> codes = new TreeSet<>();
    Matcher page = CODE_PAGE.matcher(path);
    if (page.matches()) {
      codes.add(page.group(1));
    }
    Matcher inside = CODE.matcher(body);
    while (inside.find()) {
      codes.add(inside.group(1));
    }
    if (path.startsWith("rustc/lints/listing/") && RUSTC_LINT.matcher(section.title()).matches()) {
      codes.add(section.title().replace('-', '_'));
    }
    if (path.equals("clippy/lint_configuration.html")) {
      Matcher lint =
          CLIPPY_LINT.matcher(body.substring(Math.max(0, body.indexOf("Affected lints"))));
      while (lint.find()) {
        codes.add("clippy::" + lint.group(1));
      }
    }
    return List.copyOf(codes);
  }

  private static String fingerprint(Section section, String body) {
    try {
      byte[] content =
          (section.headings() + "\n" + section.title() + "\n" + body)
              .getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
