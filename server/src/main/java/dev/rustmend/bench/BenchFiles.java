package dev.rustmend.bench;

import java.io.IOException;
import java.nio.file.Path;

/// The files of one report of a benchmark.
public interface BenchFiles {

  /// The report as Markdown.
  String markdown();

  /// Writes all files below `folder` and returns the path of the Markdown file.
  Path write(Path folder) throws IOException;
}
