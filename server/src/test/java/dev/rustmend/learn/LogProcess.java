package dev.rustmend.learn;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A process that appends events for ever and prints the number of each that it was told is
/// written: `folder first`.
final class LogProcess {
  private LogProcess() {}

  /// Runs until it is killed.
  public static void main(String[] arguments) {
    var log = new LearnedLog(Path.of(arguments[0]));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int number = Integer.parseInt(arguments[1]); ; number++) {
      log.append(List.of(Samples.learned(number)));
      out.println(number);
      if (number % 50 == 49) {
        log.compact(events -> events);
      }
    }
  }
}
