package dev.rustmend.release;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The files of the program's folder that a launcher names.
final class LauncherNames {
  private static final Pattern JAR_OR_OPTIONS = Pattern.compile("[a-z-]+\\.(jar|options)\\b");

  /// What stands before `.aot` is a variable: the name of one of the training runs.
  private static final Pattern CLASSES = Pattern.compile("classes\\W{0,3}\\.aot\\b");

  private LauncherNames() {}

  /// Their names, sorted. `trainings` are the archives of classes that a variable may stand for,
  /// each of which the launcher must know. Throws [ReleaseFailure] where one is unknown to it.
  static List<String> in(String launcher, List<String> trainings) {
    var names = new TreeSet<String>();
    JAR_OR_OPTIONS.matcher(launcher).results().forEach(name -> names.add(name.group()));
    if (CLASSES.matcher(launcher).find()) {
      for (String training : trainings) {
        if (!Pattern.compile("\\b" + training + "\\b").matcher(launcher).find()) {
          throw new ReleaseFailure("a launcher does not know the classes of " + training);
        }
        names.add(training + ".aot");
      }
    }
    return List.copyOf(names);
  }
}
