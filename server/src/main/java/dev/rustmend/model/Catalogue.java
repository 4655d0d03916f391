package dev.rustmend.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The models that rustmend knows by name, smallest first.
public record Catalogue(List<CatalogueEntry> entries) {
  private static final String FILE = "/model/catalogue.json";

  public Catalogue {
    entries = List.copyOf(entries);
  }

  /// The catalogue that comes with the program.
  public static Catalogue shipped() {
    try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      JsonArray array =
          JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .getAsJsonArray();
      return new Catalogue(
          array.asList().stream().map(JsonElement::getAsJsonObject).map(Catalogue::entry).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The entry of this name.
  public Optional<CatalogueEntry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static CatalogueEntry entry(JsonObject json) {
    return new CatalogueEntry(
        json.get("name").getAsString(),
        json.get("title").getAsString(),
        json.get("quantization").getAsString(),
        json.get("megabytes").getAsInt(),
        json.get("memoryGigabytes").getAsInt(),
        json.get("license").getAsString(),
        json.get("use").getAsString(),
        URI.create(json.get("url").getAsString()),
        Optional.ofNullable(json.get("sha256")).map(JsonElement::getAsString));
  }
}
