import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a jar without the entries that match a pattern: the native libraries of other platforms.
///
///     java Repack.java IN OUT PATTERN
class Repack {
  public static void main(String[] arguments) throws IOException {
    Pattern left = Pattern.compile(arguments[2]);
    try (var in = new ZipFile(arguments[0]);
        var out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      for (ZipEntry entry : in.stream().filter(entry -> !matches(left, entry)).toList()) {
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        in.getInputStream(entry).transferTo(out);
        out.closeEntry();
      }
    }
  }

  private static boolean matches(Pattern left, ZipEntry entry) {
    return left.matcher(entry.getName()).find();
  }
}
