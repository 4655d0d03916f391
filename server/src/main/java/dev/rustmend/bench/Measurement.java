package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.Arrays;

/// What one method did in a package, and how many errors a plain check found before and after.
/// `seconds` is the wall-clock time of the method alone.
record Measurement(int errorsBefore, int errorsAfter, double seconds, Method.Steps steps) {

  /// Lets `method` repair the program in `scratch`, in place.
  static Measurement of(Method method, ScratchPackage scratch) throws InterruptedException {
    int before = scratch.errors().size();
    long start = System.nanoTime();
    Method.Steps steps = steps(method, scratch);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Measurement(before, scratch.errors().size(), seconds, steps);
  }

  /// A method that breaks down has done nothing for this program, and the benchmark goes on.
  private static Method.Steps steps(Method method, ScratchPackage scratch)
      throws InterruptedException {
    try {
      return method.repair(scratch);
    } catch (RuntimeException e) {
      var trail = new ArrayList<String>();
      trail.add("broke down: " + e);
      Arrays.stream(e.getStackTrace()).limit(8).forEach(frame -> trail.add("  at " + frame));
      return new Method.Steps(-1, trail);
    }
  }
}
