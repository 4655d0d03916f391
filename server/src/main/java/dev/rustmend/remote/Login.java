package dev.rustmend.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a cluster is shown to know who asks. It is in no text that this class makes.
public final class Login {
  /// The environment variable with an API key.
  public static final String KEY = "RUSTMEND_TEAM_KEY";

  /// The environment variables with a user and a password.
  public static final String USER = "RUSTMEND_TEAM_USER";

  /// See [#USER].
  public static final String PASSWORD = "RUSTMEND_TEAM_PASSWORD";

  private static final Set<PosixFilePermission> OWN =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
  private static final int LONGEST = 1 << 14;

  private final String header;

  private Login(String header) {
    this.header = header;
  }

  /// The login in the environment, or else in `file`; empty where there is neither. Throws
  /// [RemoteFailure] when one is there and can not be used.
  public static Optional<Login> of(Map<String, String> environment, Optional<Path> file) {
    String key = environment.getOrDefault(KEY, "").strip();
    String user = environment.getOrDefault(USER, "").strip();
    String password = environment.getOrDefault(PASSWORD, "");
    if (!key.isEmpty()) {
      return Optional.of(ofKey(key));
    }
    if (!user.isEmpty() && !password.isEmpty()) {
      return Optional.of(ofUser(user + ":" + password));
    }
    if (!user.isEmpty() || !password.isEmpty()) {
      throw lasting("%s and %s belong together; set both".formatted(USER, PASSWORD));
    }
    return file.map(Login::ofFile);
  }

  /// A file with an API key, or with `user:password`, in its first line.
  private static Login ofFile(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && !OWN.containsAll(Files.getPosixFilePermissions(file))) {
        throw lasting("others may read the key in %s; run `chmod 600` on it".formatted(file));
      }
      if (Files.size(file) > LONGEST) {
        throw lasting("%s is too long for a key; put one line into it".formatted(file));
      }
      String line = Files.readString(file).lines().findFirst().orElse("").strip();
      if (line.isEmpty()) {
        throw lasting(
            "the file %s that `knowledge.remoteKeyFile` names is empty; put the key into it"
                .formatted(file));
      }
      return line.indexOf(':') > 0 ? ofUser(line) : ofKey(line);
    } catch (IOException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.LASTING,
          "the file %s that `knowledge.remoteKeyFile` names can not be read (%s); check its path"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  private static Login ofKey(String key) {
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw lasting("the API key for the team's knowledge base has blanks in it; check it");
    }
    return new Login("ApiKey " + key);
  }

  private static Login ofUser(String both) {
    byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
    return new Login("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /// The value of the header `Authorization`.
  String header() {
    return header;
  }

  private static RemoteFailure lasting(String sentence) {
    return new RemoteFailure(RemoteFailure.Kind.LASTING, sentence);
  }

  @Override
  public String toString() {
    return "a login";
  }
}
