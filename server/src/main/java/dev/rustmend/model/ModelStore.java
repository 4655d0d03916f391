package dev.rustmend.model;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.rustmend.workspace.AtomicFile;
import dev.rustmend.workspace.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The models on this machine: those that were fetched into the store's folder, and those that
/// stand elsewhere and were added by their path. The list is a JSON file in that folder.
public final class ModelStore {
  private static final String LIST = "models.json";

  private final Path folder;

  /// The store in `folder`, which need not exist yet.
  public ModelStore(Path folder) {
    this.folder = folder;
  }

  /// The folder for models: `RUSTMEND_MODEL_DIR`, else `models` in the user's [DataFolder].
  public static Path locate(Map<String, String> environment) {
    return DataFolder.locate(environment, "RUSTMEND_MODEL_DIR", "models");
  }

  /// Where the files of fetched models stand.
  public Path folder() {
    return folder;
  }

  /// All models, by name.
  public List<StoredModel> models() {
    return list().entrySet().stream()
        .map(entry -> new StoredModel(entry.getKey(), Path.of(entry.getValue())))
        .toList();
  }

  public Optional<StoredModel> find(String name) {
    return models().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /// Puts a model into the list, in place of one of the same name. Throws [ModelException] when the
  /// list can not be written.
  public void put(StoredModel model) {
    Map<String, String> list = list();
    list.put(model.name(), model.file().toAbsolutePath().toString());
    var json = new JsonObject();
    list.forEach(json::addProperty);
    String text = new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    try {
      Files.createDirectories(folder);
      AtomicFile.write(folder.resolve(LIST), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ModelException(
          "%s can not be written (%s); make it writable or name another folder in RUSTMEND_MODEL_DIR"
              .formatted(folder.resolve(LIST), e.getClass().getSimpleName()),
          e);
    }
  }

  private Map<String, String> list() {
    Path file = folder.resolve(LIST);
    var list = new TreeMap<String, String>();
    if (!Files.isRegularFile(file)) {
      return list;
    }
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
        list.put(entry.getKey(), entry.getValue().getAsString());
      }
      return list;
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | UnsupportedOperationException e) {
      throw new ModelException(
          "%s is damaged (%s); correct it, or remove it and add your models again"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }
}
