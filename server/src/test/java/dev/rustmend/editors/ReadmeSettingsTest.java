package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// What README has people paste into the settings of editors that can not be run here: it is whole,
/// and says nothing that the editor's documentation does not know.
class ReadmeSettingsTest {
  private static final Path ROOT = Path.of("..");
  private static final Set<String> HELIX_SERVER_KEYS =
      Set.of("command", "args", "config", "timeout", "environment", "required-root-patterns");
  private static final Set<String> HELIX_FEATURES =
      Set.of(
          "format",
          "goto-declaration",
          "goto-definition",
          "goto-type-definition",
          "goto-reference",
          "goto-implementation",
          "signature-help",
          "hover",
          "document-highlight",
          "completion",
          "code-action",
          "workspace-command",
          "document-symbols",
          "workspace-symbols",
          "diagnostics",
          "rename-symbol",
          "inlay-hints");

  @Test
  void helixKnowsEveryKeyAndFeature() throws IOException {
    String text = EditorHome.readme("Helix", "toml").getFirst();
    assertThat(ROOT.resolve("helix/languages.toml")).hasContent(text);
    TomlParseResult toml = Toml.parse(text);
    assertThat(toml.errors()).isEmpty();
    TomlTable servers = toml.getTableOrEmpty("language-server");
    for (String server : servers.keySet()) {
      assertThat(HELIX_SERVER_KEYS).containsAll(servers.getTableOrEmpty(server).keySet());
      assertThat(servers.getTableOrEmpty(server).getString("command")).isEqualTo("rustmend");
    }
    TomlTable rust = toml.getArrayOrEmpty("language").getTable(0);
    assertThat(rust.keySet()).containsExactlyInAnyOrder("name", "language-servers");
    TomlArray used = rust.getArrayOrEmpty("language-servers");
    var names = new HashSet<String>();
    for (Object one : used.toList()) {
      if (one instanceof TomlTable table) {
        names.add(table.getString("name"));
        assertThat(HELIX_FEATURES)
            .containsAll(
                table.getArrayOrEmpty("only-features").toList().stream()
                    .map(String.class::cast)
                    .toList());
      } else {
        names.add((String) one);
      }
    }
    names.removeAll(servers.keySet());
    assertThat(names).as("servers that Helix must know by itself").containsExactly("rust-analyzer");
  }

  @Test
  void theExtensionForZedNamesTheServerOfTheSettings() throws IOException {
    TomlParseResult extension = Toml.parse(ROOT.resolve("zed/extension.toml"));
    assertThat(extension.errors()).isEmpty();
    String id = extension.getString("id");
    assertThat(id).doesNotContain("zed");
    assertThat(extension.getTableOrEmpty("language_servers").keySet()).containsExactly(id);
    JsonArray servers =
        json("Zed", "languages", "Rust").getAsJsonObject().getAsJsonArray("language_servers");
    assertThat(texts(servers)).containsExactly("rust-analyzer", id, "...");
    for (String licence : List.of("LICENSE-APACHE", "LICENSE-MIT")) {
      assertThat(ROOT.resolve("zed").resolve(licence))
          .hasSameTextualContentAs(ROOT.resolve(licence));
    }
  }

  @Test
  void sublimeTextAndKateStartTheServer() throws IOException {
    JsonObject sublime = json("Sublime Text", "clients", "rustmend").getAsJsonObject();
    assertThat(texts(sublime.getAsJsonArray("command"))).containsExactly("rustmend", "lsp");
    JsonObject kate = json("Kate", "servers", "rust").getAsJsonObject();
    assertThat(texts(kate.getAsJsonArray("command"))).containsExactly("rustmend", "lsp");
    assertThat(kate.getAsJsonObject("initializationOptions").toString())
        .isEqualTo("{\"rustmend\":{\"diagnostics\":{\"publish\":\"always\"}}}");
  }

  @Test
  void theLauncherThatReadmeNamesIsThere() throws IOException {
    String text = EditorHome.readme("One run of cargo for both", "json").getFirst();
    JsonArray command =
        JsonParser.parseString(text)
            .getAsJsonObject()
            .getAsJsonArray("rust-analyzer.check.overrideCommand");
    String script = command.get(1).getAsString().replace("CHECKOUT/", "");
    assertThat(Files.isRegularFile(ROOT.resolve(script))).isTrue();
  }

  private static JsonElement json(String heading, String... names) throws IOException {
    JsonElement found = JsonParser.parseString(EditorHome.readme(heading, "json").getFirst());
    for (String name : names) {
      found = found.getAsJsonObject().get(name);
    }
    return found;
  }

  private static List<String> texts(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }
}
