package dev.rustmend.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that only their owner can read, where the platform knows such rights.
final class OwnFile {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private OwnFile() {}

  /// Makes the file with this text, and its folder if need be. Throws
  /// [java.nio.file.FileAlreadyExistsException] where there is one.
  static void create(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent(), attributes("rwx------"));
    Path made = Files.createFile(file, attributes("rw-------"));
    Files.writeString(made, text, StandardOpenOption.WRITE);
  }

  /// Whether other users can read or write the file.
  static boolean isOpenToOthers(Path file) throws IOException {
    return isPosix() && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
  }

  /// The text of the file.
  static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
