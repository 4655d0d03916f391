package dev.rustmend.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;

/// What a process with all that it started uses now: how many processes, bytes of memory (where the
/// system tells), and bytes and files in a folder.
record Usage(int processes, long memory, long disk, int files) {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final long PAGE = 4096;
  private static final Path PROCESSES = Path.of("/proc");

  static Usage of(ProcessHandle process, Path folder) {
    List<ProcessHandle> all = process.descendants().toList();
    long memory = 0;
    for (ProcessHandle one : all) {
      memory += memory(one);
    }
    var content = new Content();
    try {
      Files.walkFileTree(folder, content);
    } catch (IOException e) {
      // what vanishes meanwhile is seen the next time
      return new Usage(all.size(), memory, content.bytes, content.files);
    }
    return new Usage(all.size(), memory, content.bytes, content.files);
  }

  /// The resident bytes of a process; 0 where that can not be read, or it has ended.
  private static long memory(ProcessHandle process) {
    Path statm = PROCESSES.resolve(String.valueOf(process.pid())).resolve("statm");
    if (!Files.isReadable(statm)) {
      return 0;
    }
    try {
      return BLANK
          .splitAsStream(Files.readString(statm))
          .skip(1)
          .findFirst()
          .map(pages -> Long.parseLong(pages) * PAGE)
          .orElse(0L);
    } catch (IOException e) {
      return 0;
    }
  }

  /// The content of a folder, while it is counted. What can not be read is left out; a link counts
  /// as what it is.
  private static final class Content extends SimpleFileVisitor<Path> {
    private long bytes;
    private int files;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      files++;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path folder, @org.jspecify.annotations.Nullable IOException e) {
      files++;
      return FileVisitResult.CONTINUE;
    }
  }
}
