package dev.rustmend.cargo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The shell script that rust-analyzer can be told to run instead of cargo
/// (`check.overrideCommand`), so that cargo runs once for both servers. [CheckSpool] reads what it
/// leaves.
public final class TeeLauncher {
  private static final String SCRIPT = "rustmend-cargo.sh";

  private TeeLauncher() {}

  /// The script's text, for POSIX shells.
  public static String script() {
    try (InputStream stream = TeeLauncher.class.getResourceAsStream(SCRIPT)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its resource " + SCRIPT);
      }
      return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the script to `file`, executable, and creates the folders above it. A running copy is
  /// not disturbed: the new file takes the old one's place.
  public static void install(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file that can be written");
    }
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".rustmend-cargo", ".new");
    try {
      Files.writeString(fresh, script());
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
