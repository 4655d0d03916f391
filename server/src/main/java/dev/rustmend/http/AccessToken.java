package dev.rustmend.http;

import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.workspace.DataFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// The secret that clients must have, and where it comes from.
public record AccessToken(String secret, String whereabouts) {
  private static final String VARIABLE = "RUSTMEND_TOKEN";
  private static final int SHORTEST = 16;

  /// The token that `RUSTMEND_TOKEN` or the user's file has; empty where there is neither. Throws
  /// [ServiceFailure] for one that is no secret.
  public static Optional<AccessToken> find(Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "").strip();
    if (!given.isEmpty()) {
      return Optional.of(new AccessToken(expectLong(given, VARIABLE), VARIABLE));
    }
    Path file = file(environment);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (OwnFile.isOpenToOthers(file)) {
        throw new ServiceFailure(
            Kind.ENVIRONMENT,
            "%s can be read by other users, so it is no secret; delete it, and a new one is made"
                .formatted(file));
      }
      String secret = OwnFile.read(file).strip();
      return Optional.of(new AccessToken(expectLong(secret, file.toString()), file.toString()));
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /// The same, and where there is none a new one in the user's file, which nobody else can read.
  public static AccessToken findOrMake(Map<String, String> environment) {
    Optional<AccessToken> known = find(environment);
    if (known.isPresent()) {
      return known.get();
    }
    Path file = file(environment);
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      OwnFile.create(file, secret + "\n");
      return new AccessToken(secret, file.toString());
    } catch (FileAlreadyExistsException e) {
      return find(environment).orElseThrow(() -> unusable(file, e));
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  @Override
  public String toString() {
    return "the token of " + whereabouts;
  }

  private static Path file(Map<String, String> environment) {
    return DataFolder.locate(environment, "RUSTMEND_SERVER_DIR", "server").resolve("token");
  }

  private static String expectLong(String secret, String whereabouts) {
    if (secret.length() < SHORTEST) {
      throw new ServiceFailure(
          Kind.ENVIRONMENT,
          "the token in %s has fewer than %d characters and could be guessed; give a longer one"
              .formatted(whereabouts, SHORTEST));
    }
    return secret;
  }

  private static ServiceFailure unusable(Path file, IOException e) {
    return new ServiceFailure(
        Kind.ENVIRONMENT,
        "the token in %s can not be used (%s); make it yours, or set %s"
            .formatted(file, e.getMessage(), VARIABLE),
        e);
  }
}
