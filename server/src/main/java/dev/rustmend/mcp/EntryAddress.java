package dev.rustmend.mcp;

import dev.rustmend.service.KnowledgeEntries;
import io.modelcontextprotocol.util.McpUriTemplateManager;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The addresses of [KnowledgeEntries], `rustmend://kb/{id}`. An id has slashes, which the
/// library's own templates do not take; they may be written as `%2F` too.
record EntryAddress(String template) implements McpUriTemplateManager {
  static final String TEMPLATE = "rustmend://kb/{id}";
  private static final String BEGINNING = "rustmend://kb/";

  /// The id in an address; empty when it has another form.
  static Optional<String> id(String address) {
    if (!address.startsWith(BEGINNING) || address.length() == BEGINNING.length()) {
      return Optional.empty();
    }
    try {
      String rest = address.substring(BEGINNING.length()).replace("+", "%2B");
      return Optional.of(URLDecoder.decode(rest, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // a percent sign without its two digits
    }
  }

  @Override
  public List<String> getVariableNames() {
    return template.equals(TEMPLATE) ? List.of("id") : List.of();
  }

  @Override
  public Map<String, String> extractVariableValues(String address) {
    return id(address).map(id -> Map.of("id", id)).orElse(Map.of());
  }

  @Override
  public boolean matches(String address) {
    return template.equals(TEMPLATE) ? id(address).isPresent() : template.equals(address);
  }

  @Override
  public boolean isUriTemplate(String address) {
    return address.contains("{");
  }
}
