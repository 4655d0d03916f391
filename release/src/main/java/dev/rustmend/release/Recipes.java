package dev.rustmend.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in what a package manager's file says of a release: the version, and the checksum of each
/// platform's archive. A line that names the checksum of an archive which is not there is left out,
/// with all of the block between `begin` and `end` that it stands in.
record Recipes(String version, Path archives) {
  private static final Pattern CHECKSUM = Pattern.compile("@SHA256_([A-Z0-9_]+)@");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^[^\n]*# begin ([a-z0-9_-]+)\n(.*?)^[^\n]*# end \\1\n");

  /// Writes each of `templates` into `folder`, and the checksums of all archives beside them.
  void write(List<Path> templates, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path template : templates) {
      Files.writeString(folder.resolve(template.getFileName()), filled(Files.readString(template)));
    }
    var sums = new StringBuilder();
    for (Path archive : found()) {
      sums.append("%s  %s%n".formatted(checksum(archive), archive.getFileName()));
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums.toString().replace("\r\n", "\n"));
  }

  private String filled(String template) throws IOException {
    var known = new StringBuilder();
    Matcher blocks = BLOCK.matcher(template);
    while (blocks.find()) {
      String word = blocks.group(1);
      String body = archive(word) == null ? "" : blocks.group(2);
      blocks.appendReplacement(known, Matcher.quoteReplacement(body));
    }
    blocks.appendTail(known);
    var text = new StringBuilder();
    Matcher sums = CHECKSUM.matcher(known);
    while (sums.find()) {
      String word = sums.group(1).toLowerCase(Locale.ROOT).replaceFirst("_", "-");
      Path archive = archive(word);
      if (archive == null) {
        throw new ReleaseFailure("there is no archive for " + word);
      }
      sums.appendReplacement(text, checksum(archive));
    }
    sums.appendTail(text);
    return text.toString().replace("@VERSION@", version);
  }

  private Path archive(String word) throws IOException {
    return found().stream()
        .filter(file -> file.getFileName().toString().contains(word))
        .findFirst()
        .orElse(null);
  }

  private List<Path> found() throws IOException {
    try (var files = Files.list(archives)) {
      return files
          .filter(file -> file.getFileName().toString().matches("rustmend-.*\\.(tar\\.gz|zip)"))
          .sorted()
          .toList();
    }
  }

  private static String checksum(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
