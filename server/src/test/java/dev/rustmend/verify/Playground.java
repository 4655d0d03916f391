package dev.rustmend.verify;

import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.WorkspaceSearch;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A real tree and a cache in a temporary folder, and an oracle on them with the real cargo.
final class Playground implements AutoCloseable {
  static final String PACKAGE =
      "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";

  final Path real;
  final Path cache;
  private final Workspace buffers = new Workspace();
  private Optional<CargoOracle> oracle = Optional.empty();
  private Path root;
  private CheckOptions options = CheckOptions.defaults();
  final CountingCargo cargo = new CountingCargo(new CargoProcess(System.getenv()));

  Playground(Path folder) throws IOException {
    this(
        Files.createDirectories(folder.toRealPath().resolve("real")),
        folder.toRealPath().resolve("cache"));
  }

  private Playground(Path real, Path cache) {
    this.real = real;
    this.cache = cache;
    this.root = real;
  }

  /// A playground whose tree is the package `app`.
  static Playground app(Path folder, String main) throws IOException {
    return new Playground(folder)
        .file("Cargo.toml", PACKAGE.formatted("app"))
        .file("src/main.rs", main);
  }

  /// The same tree with a cache of its own.
  Playground elsewhere(Path cache) {
    return new Playground(real, cache);
  }

  Playground file(String name, String text) throws IOException {
    Path file = real.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /// The folder of the workspace, below the tree.
  Playground at(String rootName) {
    root = real.resolve(rootName).normalize();
    return this;
  }

  Playground delete(String name) throws IOException {
    Files.delete(real.resolve(name));
    return this;
  }

  /// A symbolic link to `target`, as given.
  Playground link(String name, Path target) throws IOException {
    Path link = real.resolve(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, target);
    return this;
  }

  /// Where a file of the tree stands in the shadow.
  Path shadow(String name) throws IOException {
    try (var shadows = Files.list(cache.resolve("shadow"))) {
      Path own = shadows.findFirst().orElseThrow();
      Path file = real.resolve(name);
      return own.resolve("fs").resolve(file.getRoot().relativize(file));
    }
  }

  Playground options(CheckOptions wanted) {
    options = wanted;
    return this;
  }

  CargoOracle oracle() throws InterruptedException {
    if (oracle.isEmpty()) {
      var found = (WorkspaceSearch.Found) new CargoMetadata(System.getenv()).load(root, options);
      oracle =
          Optional.of(
              CargoOracle.open(
                  found.workspace(),
                  new ShadowCache(cache),
                  System.getenv(),
                  cargo,
                  options,
                  (_, _) -> Optional.empty()));
    }
    return oracle.get();
  }

  /// Opens or changes a buffer.
  Playground type(String name, String text) {
    buffers.put(real.resolve(name), 1, SourceText.of(text));
    return this;
  }

  Playground close(String name) {
    buffers.close(real.resolve(name));
    return this;
  }

  BaseCheck check() throws InterruptedException {
    Snapshot snapshot = buffers.snapshot();
    return switch (oracle().check(snapshot, _ -> {})) {
      case Checked checked -> new BaseCheck(snapshot, checked);
      case CheckOutcome.Failed(var failure) -> throw new AssertionError(failure.toString());
    };
  }

  /// The headlines of all errors of a check.
  List<String> errors() throws InterruptedException {
    return check().checked().errors().stream().map(Diagnostic::headline).toList();
  }

  Map<Trial, Verdict> judge(BaseCheck base, Trial... trials) throws InterruptedException {
    var verdicts = new HashMap<Trial, Verdict>();
    oracle().judge(base, List.of(trials), verdicts::put);
    return verdicts;
  }

  /// The verdict on replacing the first `old` in the file by `fresh`.
  Verdict judge(BaseCheck base, Diagnostic target, String name, String old, String fresh)
      throws InterruptedException {
    Trial trial = trial(base, target, name, old, fresh);
    return Objects.requireNonNull(judge(base, trial).get(trial));
  }

  Trial trial(BaseCheck base, Diagnostic target, String name, String old, String fresh) {
    Path file = real.resolve(name);
    String text = base.snapshot().read(file).orElseThrow().string();
    int start =
        text.substring(0, text.indexOf(old))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8)
            .length;
    int length = old.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return new Trial(target, Patch.of(file, TextEdit.replace(start, start + length, fresh)));
  }

  /// Every file and folder of the real tree with its content and its modification time.
  Map<String, String> photograph() throws IOException {
    var photograph = new TreeMap<String, String>();
    try (var files = Files.walk(real)) {
      for (Path file : files.toList()) {
        FileTime time = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        String content =
            Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : "";
        photograph.put(file.toString(), time + " " + content);
      }
    }
    return photograph;
  }

  @Override
  public void close() {
    oracle.ifPresent(CargoOracle::close);
  }
}
