package dev.rustmend.cargo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The command line and the environment of one run of cargo.
///
/// The user's environment is passed on as it is, with `extraEnv` and the request's own variables on
/// top, and three of ours: `CARGO_TERM_COLOR=never`, `CARGO_TERM_PROGRESS_WHEN=never`, and
/// `CARGO_BUILD_BUILD_DIR`, which a user may have set to the folder whose lock we must not take.
/// `RUSTFLAGS` is never set: it would replace the flags of the user's configuration and have every
/// dependency compiled again.
final class CargoCommand {
  /// Options that rustmend decides, each with a value; a user's own are left out.
  private static final Set<String> DECIDED =
      Set.of("--target-dir", "--message-format", "--manifest-path");

  private static final Set<String> SELECTING = Set.of("-p", "--package", "--workspace", "--all");
  private static final Set<String> OFFLINE = Set.of("--offline", "--frozen");
  private static final Set<String> LOCKED = Set.of("--locked", "--frozen");

  private CargoCommand() {}

  /// What cargo is to tell.
  enum Talk {
    DIAGNOSTICS,
    /// Besides, on its error output, how it calls the compiler.
    CALLS
  }

  /// The command line, without the flags in `withheld`, which an earlier run showed to be in the
  /// way.
  static List<String> line(
      Toolchain toolchain, CheckRequest request, Talk talk, Set<String> withheld) {
    List<String> extra = withoutDecided(request.options().extraArgs());
    List<String> options = beforeDashes(extra);
    var line = new ArrayList<String>();
    line.add(toolchain.cargo().toString());
    line.add(request.options().command() == CheckOptions.Command.CLIPPY ? "clippy" : "check");
    line.add("--message-format=json");
    if (talk == Talk.CALLS) {
      line.add("-vv");
    }
    line.add("--target-dir=" + request.targetDirectory().toAbsolutePath());
    request.manifest().ifPresent(manifest -> line.add("--manifest-path=" + manifest));
    for (String flag : flags(request, options)) {
      if (!withheld.contains(flag) && !options.contains(flag)) {
        line.add(flag);
      }
    }
    line.addAll(extra);
    return line;
  }

  /// The command line that only downloads.
  static List<String> fetchLine(Toolchain toolchain, CheckRequest request) {
    var line = new ArrayList<String>(List.of(toolchain.cargo().toString(), "fetch"));
    request.manifest().ifPresent(manifest -> line.add("--manifest-path=" + manifest));
    beforeDashes(request.options().extraArgs()).stream()
        .filter(argument -> OFFLINE.contains(argument) || LOCKED.contains(argument))
        .forEach(line::add);
    return line;
  }

  /// The environment of the child, on top of `inherited`.
  static Map<String, String> environment(Map<String, String> inherited, CheckRequest request) {
    var environment = new HashMap<>(inherited);
    environment.putAll(request.options().extraEnv());
    environment.putAll(request.environment());
    environment.put("CARGO_TERM_COLOR", "never");
    environment.put("CARGO_TERM_PROGRESS_WHEN", "never");
    environment.put("CARGO_BUILD_BUILD_DIR", request.targetDirectory().toAbsolutePath().toString());
    return environment;
  }

  private static List<String> flags(CheckRequest request, List<String> given) {
    CheckOptions options = request.options();
    var flags = new ArrayList<String>(List.of("--keep-going"));
    addIf(flags, given.stream().noneMatch(CargoCommand::selects), "--workspace");
    addIf(flags, given.stream().noneMatch(OFFLINE::contains), "--offline");
    boolean locked = request.lockfile() == CheckRequest.Lockfile.LOCKED;
    addIf(flags, locked && given.stream().noneMatch(LOCKED::contains), "--locked");
    addIf(flags, options.allTargets(), "--all-targets");
    addIf(flags, options.noDefaultFeatures(), "--no-default-features");
    if (options.features().equals(List.of("all"))) {
      flags.add("--all-features");
    } else if (!options.features().isEmpty()) {
      flags.add("--features=" + String.join(",", options.features()));
    }
    return flags;
  }

  private static void addIf(List<String> flags, boolean wanted, String flag) {
    if (wanted) {
      flags.add(flag);
    }
  }

  /// `-p`, `-pname`, `--package=name` and the like.
  private static boolean selects(String argument) {
    boolean joined = argument.startsWith("-p") && !argument.startsWith("--");
    return joined || SELECTING.contains(nameOf(argument));
  }

  private static List<String> withoutDecided(List<String> arguments) {
    var kept = new ArrayList<String>();
    int end = beforeDashes(arguments).size();
    for (int i = 0; i < end; i++) {
      String argument = arguments.get(i);
      if (!DECIDED.contains(nameOf(argument))) {
        kept.add(argument);
      } else if (!argument.contains("=")) {
        i++;
      }
    }
    kept.addAll(arguments.subList(end, arguments.size()));
    return kept;
  }

  private static String nameOf(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }

  /// What follows `--` is meant for clippy or rustc.
  private static List<String> beforeDashes(List<String> arguments) {
    int dashes = arguments.indexOf("--");
    return dashes < 0 ? arguments : arguments.subList(0, dashes);
  }
}
