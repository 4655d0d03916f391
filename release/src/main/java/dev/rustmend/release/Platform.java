package dev.rustmend.release;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One platform that a release is made for. `os` and `arch` are the words in the archive's name,
/// `folders` what this platform is called inside of the jars that hold native libraries.
enum Platform {
  LINUX_X86_64("linux", "x86_64", List.of("linux-x64", "Linux/x86_64", "x86_64-linux-gnu")),
  LINUX_AARCH64("linux", "aarch64", List.of("linux-aarch64", "Linux/aarch64", "aarch64-linux-gnu")),
  MACOS_X86_64("macos", "x86_64", List.of("osx-x64", "Mac/x86_64", "x86_64-macos")),
  MACOS_AARCH64("macos", "aarch64", List.of("osx-aarch64", "Mac/aarch64", "aarch64-macos")),
  WINDOWS_X86_64("windows", "x86_64", List.of("win-x64", "Windows/x86_64", "x86_64-windows"));

  /// A native library, or what only a debugger of one reads.
  private static final Pattern NATIVE =
      Pattern.compile(
          "^(ai/onnxruntime/native|de/kherud/llama|lib)/.*\\.(so|dll|dylib|pdb|metal)$|\\.dSYM/");

  private static final Pattern FOR_DEBUGGERS = Pattern.compile("\\.pdb$|\\.dSYM/");

  private final String os;
  private final String arch;
  private final List<String> folders;

  Platform(String os, String arch, List<String> folders) {
    this.os = os;
    this.arch = arch;
    this.folders = folders;
  }

  /// The platform of this JVM. Throws [ReleaseFailure] where the libraries have no native code for
  /// it.
  static Platform here() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : os;
    String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
    return List.of(values()).stream()
        .filter(it -> it.os.equals(system) && it.arch.equals(processor))
        .findFirst()
        .orElseThrow(() ->
            new ReleaseFailure(
                "there are no native libraries for %s on %s; make the release on Linux, macOS or Windows"
                    .formatted(system, processor)));
  }

  /// `linux-x86_64`.
  String word() {
    return os + "-" + arch;
  }

  /// Where the programs of a Java runtime end in `.exe`.
  boolean isWindows() {
    return os.equals("windows");
  }

  /// Which entries of a jar this platform needs: all but the native libraries of the others.
  Predicate<String> wanted() {
    return entry ->
        !isNative(entry)
            || (folders.stream().anyMatch(entry::contains) && !FOR_DEBUGGERS.matcher(entry).find());
  }

  /// Whether a jar's entry is native code.
  static boolean isNative(String entry) {
    return NATIVE.matcher(entry).find();
  }
}
