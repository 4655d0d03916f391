package dev.rustmend.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// One page: its path below the documentation's folder, with `/`; the file; and a fingerprint that
/// changes whenever the file does, made of its path, length and time of modification.
public record DocumentationPage(String path, Path file, String fingerprint) {

  static DocumentationPage of(String path, Path file, Shelf shelf) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
    String fingerprint =
        "%s %s %d %d"
            .formatted(shelf.format(), path, facts.size(), facts.lastModifiedTime().toMillis());
    return new DocumentationPage(path, file, fingerprint);
  }
}
