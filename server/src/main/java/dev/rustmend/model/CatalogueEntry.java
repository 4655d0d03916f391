package dev.rustmend.model;

import java.net.URI;
import java.util.Optional;

/// A model that can be fetched by name. `megabytes` (of a million bytes) is its size, about;
/// `memoryGigabytes` what it needs with a usual context; `sha256` is there only when it is known
/// for certain.
public record CatalogueEntry(
    String name,
    String title,
    String quantization,
    int megabytes,
    int memoryGigabytes,
    String license,
    String use,
    URI url,
    Optional<String> sha256) {
  public CatalogueEntry {
    if (!name.matches("[a-z0-9.-]+") || !"https".equals(url.getScheme())) {
      throw new IllegalArgumentException("an entry of the catalogue: " + name);
    }
    if (sha256.filter(digits -> !digits.matches("[0-9a-f]{64}")).isPresent()) {
      throw new IllegalArgumentException("no SHA-256 in the catalogue: " + name);
    }
  }
}
