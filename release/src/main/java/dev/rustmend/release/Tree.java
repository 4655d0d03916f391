package dev.rustmend.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// Everything that a release archive holds, laid out like a Unix prefix: `bin`, `lib/rustmend` and
/// `share`. A package of a distribution copies it as it is.
record Tree(Path sources, Path folder, Platform platform, Path bom) {
  /// The parts of the training run; each makes an archive of the classes that it loads.
  private static final List<String> TRAININGS = List.of("editor", "shell");

  /// Makes the tree. `classes` is the folder `lib/rustmend` of an earlier build of the same
  /// sources, whose archives of loaded classes are taken over; without it they are made by training
  /// runs. No two runs make the same bytes, and all else in the tree depends on the sources alone.
  void create(Image image, Optional<Path> classes) throws IOException, InterruptedException {
    Image.delete(folder);
    Path home = folder.resolve("lib/rustmend");
    image.create(home, platform);
    launchers();
    var program = new Program(home);
    for (String training : TRAININGS) {
      Path archive = home.resolve(training + ".aot");
      if (classes.isPresent()) {
        Files.copy(classes.get().resolve(archive.getFileName()), archive);
      } else {
        program.train(training, archive);
      }
    }
    generated(program);
    documents(home);
    compareLaunchers();
  }

  /// Each file that a launcher or `install.sh` names must be there: a launcher that does not find
  /// its archive of classes starts slowly and says nothing.
  private void compareLaunchers() throws IOException {
    try (var scripts = Files.list(folder.resolve("bin"))) {
      for (Path script : scripts.toList()) {
        for (String name : LauncherNames.in(Files.readString(script), TRAININGS)) {
          if (!Files.isRegularFile(folder.resolve("lib/rustmend").resolve(name))) {
            throw new ReleaseFailure("%s names %s, which is not packed".formatted(script, name));
          }
        }
      }
    }
  }

  private void launchers() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    List<String> names =
        platform.isWindows() ? List.of("rustmend.cmd", "rustmend.ps1") : List.of("rustmend");
    for (String name : names) {
      Path launcher = bin.resolve(name);
      Files.copy(sources.resolve("release/launcher").resolve(name), launcher);
      executable(launcher);
    }
    if (!platform.isWindows()) {
      Path script = folder.resolve("install.sh");
      Files.copy(sources.resolve("release/launcher/install.sh"), script);
      executable(script);
    }
  }

  private static void executable(Path file) {
    if (!file.toFile().setExecutable(true, false)) {
      throw new ReleaseFailure("%s can not be made executable".formatted(file));
    }
  }

  private void generated(Program program) throws IOException, InterruptedException {
    write("share/bash-completion/completions/rustmend", program.output("completions", "bash"));
    write("share/zsh/site-functions/_rustmend", program.output("completions", "zsh"));
    write("share/fish/vendor_completions.d/rustmend.fish", program.output("completions", "fish"));
    write("share/man/man1/rustmend.1", program.output("manual"));
  }

  private void documents(Path home) throws IOException {
    Path documents = Files.createDirectories(folder.resolve("share/doc/rustmend"));
    for (String name : List.of("LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md")) {
      Files.copy(
          sources.resolve(name), documents.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Path instructions = sources.resolve("release/launcher/INSTALL.md");
    Files.copy(instructions, folder.resolve("INSTALL.md"), StandardCopyOption.REPLACE_EXISTING);
    var runtime = new RuntimeBill(home.resolve(Image.RUNTIME));
    Files.writeString(
        documents.resolve("sbom.cdx.json"), runtime.added(bom.resolveSibling("bom.json")));
    new Licenses(bom, documents).write(Image.jars(home.resolve(Image.LIBRARIES)));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
