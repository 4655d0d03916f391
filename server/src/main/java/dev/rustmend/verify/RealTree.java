package dev.rustmend.verify;

import dev.rustmend.cargo.CargoPackage;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How to have the real tree checked without a trace in it: in its own folder, with its own
/// configuration and toolchain, but with the shadow's target directory and cargo home.
///
/// cargo names its output by the package's place relative to the workspace, which is the same in
/// the shadow; so a profile setting without effect on diagnostics tells the local packages of the
/// two apart, while what they depend on is compiled once for both.
///
/// Where cargo would have to change the real `Cargo.lock`, or a build script writes into the
/// sources, a *view* is checked instead: folders of links to the real files, with a lock file of
/// its own, still with the real folder as working directory.
final class RealTree {
  /// Number of codegen units that nobody chooses: `check` generates no code.
  private static final int FIRST_MARK = 239;

  private final ShadowWorkspace shadow;
  private final CheckOptions options;

  RealTree(ShadowWorkspace shadow, CheckOptions options) {
    this.shadow = shadow;
    this.options = options;
  }

  /// The request for the `attempt`th time that the trees are compared. A new attempt shares no
  /// output with the earlier ones.
  CheckRequest request(int attempt) throws IOException {
    return request(marked(attempt), "target");
  }

  /// A request that has all dependencies compiled once more: for when cargo does not take the
  /// setting that tells the two trees apart.
  CheckRequest separateRequest() throws IOException {
    return request(options, "target-real");
  }

  private CheckRequest request(CheckOptions wanted, String target) throws IOException {
    ShadowLayout layout = shadow.layout();
    Path home = layout.cargoHome();
    boolean sameHome =
        CargoHomeView.isMetFrom(layout.shadow(layout.root()), home)
            == CargoHomeView.isMetFrom(layout.root(), home);
    Path view = shadow.folder().resolve(sameHome ? "cargo-home" : "cargo-home-real");
    if (!sameHome) {
      CargoHomeView.refresh(view, home, layout.root());
    }
    Map<String, String> variables = new HashMap<>(shadow.ownEnvironment());
    variables.put("CARGO_HOME", view.toString());
    variables.remove(ToolchainPin.VARIABLE);
    Set<Path> written = shadow.writtenByBuilds();
    boolean direct = written.isEmpty() && hasSameLockfile();
    ShadowLayout viewed = layout.at(shadow.folder().resolve("view"));
    if (!direct) {
      build(viewed, written);
    }
    return new CheckRequest(
        layout.root(),
        direct ? Optional.empty() : Optional.of(viewed.shadow(layout.root()).resolve("Cargo.toml")),
        shadow.folder().resolve(sameHome ? target : "target-real"),
        wanted,
        new ShadowPaths(direct ? layout : viewed, view),
        variables,
        CheckRequest.Lockfile.LOCKED);
  }

  private boolean hasSameLockfile() throws IOException {
    Path real = shadow.layout().root().resolve("Cargo.lock");
    Path ours = shadow.layout().shadow(real);
    return Files.isRegularFile(real)
        && Files.isRegularFile(ours)
        && Files.mismatch(real, ours) == -1;
  }

  private void build(ShadowLayout view, Set<Path> written) throws IOException {
    Path home = shadow.folder().root();
    var clock = new ModificationClock(Instant.EPOCH);
    var files = new ShadowFiles(home, shadow.folder().scratch(), clock);
    files.delete(view.files());
    for (var entry : links(view).entrySet()) {
      Path place = view.shadow(entry.getKey());
      switch (entry.getValue()) {
        case Mirrored.Folder() -> files.folder(place);
        case Mirrored.Link(Path target, _) -> files.link(place, target);
        case Mirrored.Copy _, Mirrored.Text() ->
            throw new IllegalStateException("a view has links only");
      }
    }
    for (Path real : written) {
      if (Files.isRegularFile(real)) {
        files.copy(real, view.shadow(real));
      }
    }
    Path lock = shadow.layout().root().resolve("Cargo.lock");
    if (Files.isRegularFile(shadow.layout().shadow(lock))) {
      files.copy(shadow.layout().shadow(lock), view.shadow(lock));
    }
  }

  private Map<Path, Mirrored> links(ShadowLayout view) throws IOException {
    return TreeScan.scan(view, TreeScan.COPY_NOTHING, shadow.mirror().borrowed());
  }

  private CheckOptions marked(int attempt) {
    var arguments = new ArrayList<String>();
    for (CargoPackage local : shadow.layout().workspace().packages()) {
      arguments.add("--config");
      arguments.add(
          "profile.%s.package.%s.codegen-units=%d"
              .formatted(profile(), local.name(), FIRST_MARK + attempt));
    }
    arguments.addAll(options.extraArgs());
    return new CheckOptions(
        options.command(),
        options.features(),
        options.noDefaultFeatures(),
        options.allTargets(),
        arguments,
        options.extraEnv(),
        options.timeLimit());
  }

  /// The profile that the user's arguments choose.
  private String profile() {
    List<String> given = options.extraArgs();
    for (int i = 0; i < given.size(); i++) {
      String argument = given.get(i);
      if (argument.equals("--release") || argument.equals("-r")) {
        return "release";
      }
      if (argument.startsWith("--profile=")) {
        return argument.substring("--profile=".length());
      }
      if (argument.equals("--profile") && i + 1 < given.size()) {
        return given.get(i + 1);
      }
    }
    return "dev";
  }
}
