package dev.rustmend.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies jars without the entries that nobody needs, with the time that the build gives to
/// everything: an archive of loaded classes is valid only for jars of the same size and time.
record JarCopy(Predicate<String> wanted, Instant time) {

  /// Copies `from`, byte for byte when all of it is wanted.
  void copy(Path from, Path to) throws IOException {
    try (var in = new ZipFile(from.toFile())) {
      if (in.stream().allMatch(entry -> wanted.test(entry.getName()))) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      } else {
        copyWanted(in, to);
      }
    }
    Files.setLastModifiedTime(to, FileTime.from(time));
  }

  private void copyWanted(ZipFile in, Path to) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : in.stream().filter(it -> wanted.test(it.getName())).toList()) {
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        in.getInputStream(entry).transferTo(out);
        out.closeEntry();
      }
    }
  }
}
