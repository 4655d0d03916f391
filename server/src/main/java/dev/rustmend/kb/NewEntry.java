package dev.rustmend.kb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The beginning of an entry, for somebody to fill in.
public final class NewEntry {
  private static final String TASK =
      """
      # Say what is done

      ```toml
      keywords = []
      asked = []
      ```

      Use … when … Something else is better when …

      ```rust
      /// Says what it does.
      pub fn name() {
      }

      #[cfg(test)]
      mod tests {
          use super::*;

          #[test]
          fn says_what_is_expected() {
          }
      }
      ```
      """;

  private NewEntry() {}

  /// Writes a new file for `code` below `root` and returns it; the name is `new-entry.md`, which
  /// its author changes. Throws [java.nio.file.FileAlreadyExistsException] when it is there.
  public static Path write(Path root, String code) throws IOException {
    boolean isError = code.matches("E\\d{4}");
    String collection = isError ? "errors" : "lints";
    String tag = isError ? "compile_fail" : "warns";
    Path folder = root.resolve(collection).resolve(code.replace("::", "__"));
    Files.createDirectories(folder);
    Path file = folder.resolve("new-entry.md");
    return Files.writeString(
        file, text(code, tag), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  /// Writes the beginning of the task `id` (`tasks/<topic>/<slug>`) below `root` and returns its
  /// file. Throws [java.nio.file.FileAlreadyExistsException] when it is there.
  public static Path writeTask(Path root, String id) throws IOException {
    Path file = EntryFolder.file(root, id);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, TASK, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  private static String text(String code, String tag) {
    return """
    # Say what the repair does

    ```toml
    codes = ["%1$s"]
    applicability = "maybe-incorrect"
    ```

    Use it when … Leave it when …

    What the error means, why the rule exists, and the other ways out.

    ## Example

    ```rust,%2$s,%1$s
    fn main() {
    }
    ```

    ```diff
    -fn main() {
    +fn main() {
    ```
    """
        .formatted(code, tag);
  }
}
