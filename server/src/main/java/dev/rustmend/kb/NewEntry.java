package dev.rustmend.kb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The beginning of an entry, for somebody to fill in.
public final class NewEntry {
  private static final String TEXT =
      """
      # Say what the repair does

      ```toml
      codes = ["%1$s"]
      applicability = "maybe-incorrect"
      ```

      Use it when … Leave it when …

      What the error means, why the rule exists, and the other ways out.

      ## Example

      ```rust,compile_fail,%1$s
      fn main() {
      }
      ```

      ```diff
      -fn main() {
      +fn main() {
      ```
      """;

  private NewEntry() {}

  /// Writes a new file for `code` below `root` and returns it; the name is `new-entry.md`, which its
  /// author changes. Throws [java.nio.file.FileAlreadyExistsException] when it is there.
  public static Path write(Path root, String code) throws IOException {
    String collection = code.matches("E\\d{4}") ? "errors" : "lints";
    Path folder = root.resolve(collection).resolve(code.replace("::", "__"));
    Files.createDirectories(folder);
    Path file = folder.resolve("new-entry.md");
    return Files.writeString(
        file, TEXT.formatted(code), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }
}
