package dev.rustmend.llama;

import dev.rustmend.model.ModelException;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where llama.cpp's native code comes from: a folder that the user names, or the library in our
/// jar, unpacked once into rustmend's cache folder.
///
/// Left to itself `de.kherud:llama` unpacks it at each start into the folder for temporary files,
/// and first deletes every file there whose name begins with `llama`.
final class NativeLibrary {
  private static final String PACKED = "/de/kherud/llama/";
  private static final String PLACE = "de.kherud.llama.lib.path";
  private static final String TEMPORARY = "de.kherud.llama.tmpdir";
  private static final String VERSION = "4.2.0";

  private NativeLibrary() {}

  /// Makes the library ready to load, by way of system properties. Throws [ModelException] when
  /// there is none for this machine.
  static void prepare(Path cache, Optional<Path> own) {
    try {
      Path folder = own.isPresent() ? own(own.get()) : unpacked(cache);
      System.setProperty(PLACE, folder.toString());
      Path empty = Files.createDirectories(cache.resolve("native").resolve("llama-tmp"));
      System.setProperty(TEMPORARY, empty.toString());
    } catch (IOException e) {
      throw new ModelException(
          "llama.cpp can not be unpacked into %s (%s); make the folder writable or name another one in RUSTMEND_CACHE_DIR"
              .formatted(cache, e.getClass().getSimpleName()),
          e);
    }
  }

  private static Path own(Path folder) {
    if (!Files.isRegularFile(folder.resolve(System.mapLibraryName("jllama")))) {
      throw new ModelException(
          "`model.library` names %s, and there is no %s in it; build it from java-llama.cpp %s, or remove the setting"
              .formatted(folder, System.mapLibraryName("jllama"), VERSION));
    }
    return folder.toAbsolutePath();
  }

  private static Path unpacked(Path cache) throws IOException {
    String platform = platform();
    String name = System.mapLibraryName("jllama");
    try (InputStream in = NativeLibrary.class.getResourceAsStream(PACKED + platform + "/" + name)) {
      if (in == null) {
        throw new ModelException(
            "there is no llama.cpp for this platform (%s); name a service in `model.endpoint`, or your own library in `model.library`"
                .formatted(platform));
      }
      Path folder =
          cache.resolve("native").resolve("llama-" + VERSION + "-" + platform.replace('/', '-'));
      Files.createDirectories(folder);
      Path file = folder.resolve(name);
      byte[] content = in.readAllBytes();
      if (!Files.isRegularFile(file) || Files.size(file) != content.length) {
        AtomicFile.write(file, content);
      }
      return folder.toRealPath();
    }
  }

  /// The folder's name inside the jar.
  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "Mac" : system.contains("win") ? "Windows" : "Linux";
    return os
        + "/"
        + switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> processor;
        };
  }
}
