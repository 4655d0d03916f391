package dev.rustmend.cargo;

import dev.rustmend.cargo.CheckRequest.Lockfile;
import dev.rustmend.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Cargo package in a temporary folder, checked by the real cargo.
record TestCrate(Path root, List<Diagnostic> streamed) {
  private static final String MANIFEST =
      "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[workspace]\n";

  static TestCrate in(Path root) throws IOException {
    return new TestCrate(root.toRealPath(), new ArrayList<>()).file("Cargo.toml", MANIFEST);
  }

  TestCrate file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /// Adds to the manifest.
  TestCrate manifest(String more) throws IOException {
    return file("Cargo.toml", MANIFEST + more);
  }

  Path main() {
    return root.resolve("src/main.rs");
  }

  CheckRequest request(CheckOptions options) {
    return new CheckRequest(
        root,
        Optional.empty(),
        root.resolve("target"),
        options,
        PathMap.unchanged(path -> path.startsWith(root)),
        Map.of("CARGO_NET_RETRY", "0"),
        Lockfile.MAY_CHANGE);
  }

  CheckOutcome check() throws InterruptedException {
    return check(CheckOptions.defaults());
  }

  CheckOutcome check(CheckOptions options) throws InterruptedException {
    return check(request(options));
  }

  CheckOutcome check(CheckRequest request) throws InterruptedException {
    return new CargoProcess(System.getenv()).check(request, streamed::add);
  }

  /// The failure of a check that must fail.
  CargoFailure failure(CheckOptions options) throws InterruptedException {
    return ((CheckOutcome.Failed) check(options)).failure();
  }

  CargoFailure failure() throws InterruptedException {
    return failure(CheckOptions.defaults());
  }

  static CheckOptions withArguments(String... arguments) {
    return options(List.of(arguments), Map.of());
  }

  static CheckOptions withEnvironment(Map<String, String> variables) {
    return options(List.of(), variables);
  }

  private static CheckOptions options(List<String> arguments, Map<String, String> variables) {
    CheckOptions defaults = CheckOptions.defaults();
    return new CheckOptions(
        defaults.command(),
        List.of(),
        false,
        false,
        arguments,
        new HashMap<>(variables),
        defaults.timeLimit());
  }
}
