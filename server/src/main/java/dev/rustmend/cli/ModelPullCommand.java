package dev.rustmend.cli;

import dev.rustmend.model.ByteCount;
import dev.rustmend.model.Catalogue;
import dev.rustmend.model.CatalogueEntry;
import dev.rustmend.model.ModelDownload;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelFile;
import dev.rustmend.model.ModelStore;
import dev.rustmend.model.StoredModel;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend model pull NAME`: fetches a model, and goes on where an earlier attempt stopped.
final class ModelPullCommand implements Command {
  private static final String SHA256 = "--sha256";

  private final Wiring wiring;

  /// What is fetched: under which name, from where, and its SHA-256 when it is known.
  private record Wish(String name, URI url, Optional<String> sha256) {}

  ModelPullCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "pull", "Fetches a model; goes on where an interrupted attempt stopped.");
    spec.addPositional(
        Options.required(
            "NAME", "A name of `rustmend model list`, or the address of a GGUF file."));
    spec.addOption(Options.text(SHA256, "DIGITS", "What the SHA-256 of the file must be.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Wish wish = wish(invocation);
    ModelStore store = wiring.modelStore();
    Path file = store.folder().resolve(fileName(wish.url()));
    try {
      if (Files.exists(file)) {
        invocation.tell("%s is there already".formatted(file));
        if (wish.sha256().isPresent()) {
          invocation.print(told(ModelDownload.verify(file, wish.sha256().get())));
        }
      } else {
        invocation.print(fetch(invocation, wish, file));
      }
      ModelFile model = ModelText.read(file);
      store.put(new StoredModel(wish.name(), file));
      invocation.print("%s: %s".formatted(wish.name(), ModelText.describe(model)));
      invocation.tell("Use it with `rustmend model use %s`.".formatted(wish.name()));
      return Exit.CLEAN;
    } catch (ModelException e) {
      throw ModelText.failure(e);
    }
  }

  /// Says how the file was verified.
  private static String fetch(Invocation invocation, Wish wish, Path file)
      throws InterruptedException {
    try (ProgressLine line =
        ProgressLine.start(
            invocation.terminal(),
            invocation.paint(Terminal.Channel.ERR),
            "Fetching",
            wish.name())) {
      return told(
          new ModelDownload()
              .fetch(wish.url(), file, wish.sha256(), (bytes, total) -> show(line, bytes, total)));
    }
  }

  private static String told(ModelDownload.Verified verified) {
    return switch (verified) {
      case AS_KNOWN -> "verified: the SHA-256 is the one that was asked for";
      case AS_ANNOUNCED ->
          "verified: the SHA-256 is the one that the server announces, which proves the transfer and"
              + " not the origin";
      case BY_LENGTH_ONLY ->
          "unverified: nobody says what the SHA-256 should be; its length is right";
      case NOT_AT_ALL ->
          "unverified: nobody says what the SHA-256 or the length should be; give --sha256 to be"
              + " sure";
    };
  }

  private static void show(ProgressLine line, long bytes, long total) {
    if (total == 0) {
      line.show(ByteCount.of(bytes), 0, 0);
    } else {
      String text = "%% of %s".formatted(ByteCount.of(total));
      line.show(text, (int) (bytes * 100 / total), 100);
    }
  }

  private static Wish wish(Invocation invocation) {
    String given = invocation.parameter(0).orElseThrow();
    Optional<String> sha256 = invocation.value(SHA256);
    if (sha256.filter(digits -> !digits.matches("[0-9a-fA-F]{64}")).isPresent()) {
      throw new CommandFailure(Exit.USAGE, "--sha256 takes 64 hexadecimal digits");
    }
    if (given.matches("https?://.*")) {
      URI url = address(given);
      return new Wish(ModelAddCommand.nameOf(Path.of(fileName(url))), url, sha256);
    }
    CatalogueEntry entry =
        Catalogue.shipped()
            .find(given)
            .orElseThrow(() ->
                new CommandFailure(
                    Exit.USAGE,
                    "there is no model %s to fetch; known are %s, or give the address of a GGUF file"
                        .formatted(given, names())));
    invocation.tell(
        "%s, about %d MB, license %s".formatted(entry.title(), entry.megabytes(), entry.license()));
    return new Wish(entry.name(), entry.url(), sha256.or(entry::sha256));
  }

  private static URI address(String given) {
    try {
      URI address = URI.create(given);
      if (address.getRawUserInfo() != null) {
        throw new CommandFailure(
            Exit.USAGE,
            "an address with a name or a password in it is not fetched; leave them out");
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(Exit.USAGE, "%s is no address; check it".formatted(given), e);
    }
  }

  private static String fileName(URI url) {
    String path = String.valueOf(url.getPath());
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!name.matches("[\\w.-]+\\.gguf")) {
      throw new CommandFailure(
          Exit.USAGE, "%s is not the address of a GGUF file; it must end in .gguf".formatted(url));
    }
    return name;
  }

  private static String names() {
    return Catalogue.shipped().entries().stream()
        .map(CatalogueEntry::name)
        .collect(Collectors.joining(", "));
  }
}
