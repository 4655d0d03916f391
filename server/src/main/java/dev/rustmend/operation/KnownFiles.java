package dev.rustmend.operation;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// What was found out about the files of one state: its crates, so that they are put together once
/// for all of its diagnostics, and the TOML of manifests, which outlives the state. Safe to use
/// from any thread.
final class KnownFiles {
  private static final int MAX_MANIFESTS = 64;

  private final Map<Path, CrateFiles> crates = new HashMap<>();
  private final Map<SourceText, TomlParseResult> manifests = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Snapshot state;

  /// The crate around `file` in the state `snapshot`; empty where it is not known.
  Optional<CrateFiles> crate(Path file, Snapshot snapshot) {
    synchronized (crates) {
      return state == snapshot ? Optional.ofNullable(crates.get(file)) : Optional.empty();
    }
  }

  /// Remembers the crate around `file` until another state is asked for.
  void put(Path file, Snapshot snapshot, CrateFiles crate) {
    synchronized (crates) {
      if (state != snapshot) {
        crates.clear();
        state = snapshot;
      }
      crates.put(file, crate);
    }
  }

  /// What `text` says as TOML.
  TomlParseResult toml(SourceText text) {
    synchronized (manifests) {
      TomlParseResult known = manifests.get(text);
      if (known != null) {
        return known;
      }
    }
    TomlParseResult parsed = Toml.parse(text.string());
    synchronized (manifests) {
      manifests.put(text, parsed);
      if (manifests.size() > MAX_MANIFESTS) {
        manifests.remove(manifests.keySet().iterator().next());
      }
    }
    return parsed;
  }
}
