package dev.rustmend.repair;

import dev.rustmend.operation.KnownCrates;
import dev.rustmend.verify.CargoHome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packages that cargo has ever downloaded from a registry, by the names of their files in the
/// cargo home. Read anew each time; a folder that can not be read has none.
record LocalRegistry(Path cache) implements KnownCrates {
  private static final Pattern FILE = Pattern.compile("(.+?)-(\\d+\\.\\d+\\.\\d+.*)\\.crate");

  /// The registry of who runs in `environment`.
  static LocalRegistry of(Map<String, String> environment) {
    return new LocalRegistry(CargoHome.locate(environment).resolve("registry").resolve("cache"));
  }

  @Override
  public List<String> versions(String name) {
    var versions = new ArrayList<String>();
    try (DirectoryStream<Path> registries = Files.newDirectoryStream(cache)) {
      for (Path registry : registries) {
        try (DirectoryStream<Path> crates = Files.newDirectoryStream(registry, name + "-*.crate")) {
          for (Path crate : crates) {
            Matcher parts = FILE.matcher(String.valueOf(crate.getFileName()));
            if (parts.matches() && parts.group(1).equals(name)) {
              versions.add(parts.group(2));
            }
          }
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return List.copyOf(versions);
  }
}
