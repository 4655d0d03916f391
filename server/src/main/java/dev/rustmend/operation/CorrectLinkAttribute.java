package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a `#[link]` attribute right: a kind that Rust knows (E0458), and Apple's frameworks on
/// Apple's systems only (E0455).
final class CorrectLinkAttribute implements Operation {
  private static final Pattern KIND = Pattern.compile("kind\\s*=\\s*\"([^\"]*)\"");
  private static final List<String> KINDS = List.of("dylib", "static", "framework", "raw-dylib");

  @Override
  public String name() {
    return "correct-link-attribute";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> attribute = site.enclosing("attribute_item");
    if (attribute.isEmpty()) {
      return List.of();
    }
    String text = attribute.get().text();
    Matcher kind = KIND.matcher(text);
    if (!kind.find()) {
      return List.of();
    }
    if (site.diagnostic().codeText().equals("E0455")) {
      String inner = text.substring(text.indexOf('[') + 1, text.length() - 1).strip();
      return Declarations.one(
          "Link the framework on Apple's systems only",
          site.edits()
              .replace(attribute.get(), "#[cfg_attr(target_vendor = \"apple\", " + inner + ")]"));
    }
    String better =
        switch (kind.group(1)) {
          case "dynamic", "shared", "so", "dll" -> "dylib";
          case "archive", "a", "lib" -> "static";
          default -> Declarations.nearest(kind.group(1), KINDS).orElse("dylib");
        };
    String made = text.substring(0, kind.start(1)) + better + text.substring(kind.end(1));
    return Declarations.one(
        "Link it as `%s`".formatted(better), site.edits().replace(attribute.get(), made));
  }
}
