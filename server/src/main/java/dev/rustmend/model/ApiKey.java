package dev.rustmend.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The key for a service. It shows in no text that this class makes.
public final class ApiKey {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final int LONGEST = 1 << 14;

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /// The key in the environment variable `name`. Throws [ModelException] when it is not set.
  public static ApiKey ofVariable(String name, Map<String, String> environment) {
    return of(
        environment.getOrDefault(name, ""),
        "the environment variable %s that `model.apiKeyEnv` names is empty; set it, or remove the setting"
            .formatted(name));
  }

  /// The key in a file that only its owner may read. Throws [ModelException] when it can not be
  /// read, or others may read it too.
  public static ApiKey ofFile(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        var permissions = EnumSet.copyOf(OF_OTHERS);
        permissions.retainAll(Files.getPosixFilePermissions(file));
        if (!permissions.isEmpty()) {
          throw new ModelException(
              "others may read the key in %s; run `chmod 600` on it".formatted(file));
        }
      }
      if (Files.size(file) > LONGEST) {
        throw new ModelException("%s is too long for a key".formatted(file));
      }
      return of(
          Files.readString(file),
          "the file %s that `model.apiKeyFile` names is empty; put the key into it"
              .formatted(file));
    } catch (IOException e) {
      throw new ModelException(
          "the file %s that `model.apiKeyFile` names can not be read (%s); check its path"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  /// The value of the header `Authorization`.
  String authorization() {
    return "Bearer " + secret;
  }

  /// The text without the key, should it be in there.
  String hiddenIn(String text) {
    return text.replace(secret, "…");
  }

  @Override
  public String toString() {
    return "a key";
  }

  private static ApiKey of(String text, String failure) {
    String secret = text.strip();
    if (secret.isEmpty() || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new ModelException(failure);
    }
    return new ApiKey(secret);
  }

  /// The text without the key, where there is one.
  static String hide(Optional<ApiKey> key, String text) {
    return key.map(known -> known.hiddenIn(text)).orElse(text);
  }
}
