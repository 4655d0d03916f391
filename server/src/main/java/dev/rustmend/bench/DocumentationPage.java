package dev.rustmend.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Reads the code blocks of one HTML page, in page order.
///
/// Two generators wrote the pages. mdBook puts a block into `<pre><code class="language-rust …">`,
/// with hidden lines in `<span class="boring">`. rustdoc puts it into `<div class="example-wrap
/// …">` without its hidden lines, but with a link to the playground that carries the whole program
/// and its edition.
final class DocumentationPage {
  private static final String LANGUAGE = "language-";
  private static final Set<String> RUST = Set.of("rust", "compile_fail");

  private DocumentationPage() {}

  static List<CodeBlock> blocks(String html) {
    var blocks = new ArrayList<CodeBlock>();
    for (Element element :
        Jsoup.parse(html).select("pre > code[class*=" + LANGUAGE + "], div.example-wrap")) {
      if (element.nameIs("div")) {
        fromRustdoc(element).ifPresent(blocks::add);
      } else if (element.closest("div.example-wrap") == null) {
        fromMdBook(element).ifPresent(blocks::add);
      }
    }
    return List.copyOf(blocks);
  }

  private static Optional<CodeBlock> fromMdBook(Element code) {
    var labels = new LinkedHashSet<String>();
    for (String name : code.classNames()) {
      labels.add(name.startsWith(LANGUAGE) ? name.substring(LANGUAGE.length()) : name);
    }
    if (labels.stream().noneMatch(RUST::contains)) {
      return Optional.empty();
    }
    return Optional.of(new CodeBlock(code.wholeText(), labels, edition(labels)));
  }

  private static Optional<CodeBlock> fromRustdoc(Element wrap) {
    Element code = wrap.selectFirst("pre.rust > code");
    if (code == null) {
      return Optional.empty();
    }
    var labels = new LinkedHashSet<>(wrap.classNames());
    labels.add("rust");
    Element link = wrap.selectFirst("a.test-arrow[href*=code=]");
    if (link == null) {
      return Optional.of(new CodeBlock(code.wholeText(), labels, edition(labels)));
    }
    Map<String, String> query = query(link.attr("href"));
    Optional<Edition> edition = Edition.named(query.getOrDefault("edition", ""));
    return Optional.of(
        new CodeBlock(
            query.getOrDefault("code", code.wholeText()),
            labels,
            edition.or(() -> edition(labels))));
  }

  private static Optional<Edition> edition(Set<String> labels) {
    return labels.stream()
        .filter(label -> label.startsWith("edition"))
        .flatMap(label -> Edition.named(label).stream())
        .findFirst();
  }

  private static Map<String, String> query(String href) {
    var query = new HashMap<String, String>();
    for (String pair : href.substring(href.indexOf('?') + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  /// A value of a web form: `+` is a space and `%7B` the byte 7B of the UTF-8 text.
  private static String decoded(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    var text = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length) {
        text.write(HexFormat.fromHexDigits(value(bytes, i + 1)));
        i += 2;
      } else {
        text.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static String value(byte[] bytes, int from) {
    return new String(bytes, from, 2, StandardCharsets.US_ASCII);
  }
}
