package dev.rustmend.verify;

import dev.rustmend.cargo.PathMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Maps what cargo prints in the shadow to the user's tree and the user's cargo home. Paths of the
/// shadow's target directory stay as they are: what a build script generated exists only there.
final class ShadowPaths implements PathMap {
  private final ShadowLayout layout;
  private final Path cargoHomeView;
  private final Map<Path, Boolean> sources = new ConcurrentHashMap<>();

  ShadowPaths(ShadowLayout layout, Path cargoHomeView) {
    this.layout = layout;
    this.cargoHomeView = cargoHomeView;
  }

  @Override
  public Path toUser(Path reported) {
    if (reported.startsWith(layout.files())) {
      return layout.real(reported);
    }
    return reported.startsWith(cargoHomeView)
        ? layout.cargoHome().resolve(cargoHomeView.relativize(reported))
        : reported;
  }

  @Override
  public String textToUser(String text) {
    String separator = layout.files().getFileSystem().getSeparator();
    return text.replace(layout.files() + separator, String.valueOf(layout.files().getRoot()))
        .replace(cargoHomeView.toString(), layout.cargoHome().toString());
  }

  @Override
  public boolean editable(Path userPath) {
    Path folder = userPath.getParent();
    return folder != null && layout.mirrors(folder) && isSource(folder);
  }

  /// Whether no folder from `folder` up to the mirrored one is a cache, vendored, or cargo's.
  private boolean isSource(Path folder) {
    Boolean known = sources.get(folder);
    if (known == null) {
      Path parent = folder.getParent();
      known =
          layout.mirrored().contains(folder)
              || (!isForeign(folder) && parent != null && isSource(parent));
      sources.put(folder, known);
    }
    return known;
  }

  private boolean isForeign(Path folder) {
    return layout.isOutput(folder)
        || folder.equals(layout.cargoHome())
        || CacheFolder.isMarked(folder)
        || Files.exists(folder.resolve(".cargo-checksum.json"));
  }
}
