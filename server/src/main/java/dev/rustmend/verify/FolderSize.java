package dev.rustmend.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// How many bytes the files of a folder have, all in all. A file that several names lead to counts
/// for each of them; links are not followed.
public final class FolderSize {
  private FolderSize() {}

  /// The size of `folder`, 0 when it is not there. What vanishes meanwhile is left out.
  public static long of(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    var sum = new long[1];
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum[0] += attributes.isRegularFile() ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
    return sum[0];
  }
}
