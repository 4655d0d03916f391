package dev.rustmend.embedding;

import ai.onnxruntime.OrtEnvironment;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The native part of the ONNX runtime, unpacked once into rustmend's cache folder.
///
/// Left to itself the runtime unpacks 16 MB into the folder for temporary files at each start, and
/// leaves them there when the process is killed.
final class NativeLibraries {
  private static final System.Logger LOG = System.getLogger(NativeLibraries.class.getName());
  private static final String PACKED = "/ai/onnxruntime/native/";

  /// Where the runtime looks before it unpacks anything.
  private static final String PLACE = "onnxruntime.native.path";

  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibraries() {}

  /// Makes the libraries of this machine ready to load; throws [EmbedderException] when there are
  /// none for it. A cache folder that can not be written is no reason to fail.
  static void prepare(Path cache) {
    prepare(cache, System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static void prepare(Path cache, String system, String processor) {
    String platform = platform(system, processor);
    if (!isPacked(PACKED + platform + "/" + file(platform, NAMES.getLast()))) {
      throw new EmbedderException(
          "there is no embedding model for this platform (%s, %s); search goes by words alone, or"
                  .formatted(system, processor)
              + " name a service in `embedding.endpoint`");
    }
    if (System.getProperty(PLACE) != null) {
      return;
    }
    unpacked(cache, platform).ifPresent(folder -> System.setProperty(PLACE, folder.toString()));
  }

  private static Optional<Path> unpacked(Path cache, String platform) {
    Path folder =
        cache.resolve("native").resolve("onnxruntime-%s-%s".formatted(version(), platform));
    try {
      Files.createDirectories(folder);
      for (String name : NAMES) {
        unpack(
            PACKED + platform + "/" + file(platform, name), folder.resolve(file(platform, name)));
      }
      return Optional.of(folder.toRealPath());
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.INFO,
          "the native libraries can not be kept in {0} ({1}); they are unpacked for this run",
          folder,
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// The folder's name holds the version, so what is there is right, unless a crash of the machine
  /// has left it empty.
  private static void unpack(String resource, Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) > 0) {
      return;
    }
    try (InputStream in = NativeLibraries.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the program lacks " + resource);
      }
      AtomicFile.write(file, in.readAllBytes());
    }
  }

  private static boolean isPacked(String resource) {
    try (InputStream in = NativeLibraries.class.getResourceAsStream(resource)) {
      return in != null;
    } catch (IOException e) {
      return false;
    }
  }

  /// The version of the runtime, as its jar says it.
  private static String version() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private static String platform(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String os = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
    String arch = processor.toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    boolean intel = arch.equals("amd64") || arch.equals("x86_64");
    return os + "-" + (arm ? "aarch64" : intel ? "x64" : arch);
  }

  private static String file(String platform, String name) {
    if (platform.startsWith("win")) {
      return name + ".dll";
    }
    return "lib" + name + (platform.startsWith("osx") ? ".dylib" : ".so");
  }
}
