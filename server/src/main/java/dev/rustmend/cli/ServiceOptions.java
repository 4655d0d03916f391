package dev.rustmend.cli;

import dev.rustmend.service.Roots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that `mcp` and `serve` have in common.
final class ServiceOptions {
  private static final String ROOT = "--root";

  private ServiceOptions() {}

  static void add(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(ROOT)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("DIR")
            .description("A folder that may be used, with all in it; can be given several times.")
            .build());
  }

  /// Whether folders were named.
  static boolean namesRoots(Invocation invocation) {
    return invocation.value(ROOT).isPresent();
  }

  /// The folders that may be used: those that were named, else the current one, unless that is the
  /// whole disk. Throws [CommandFailure] for one that is not there.
  static Roots roots(Invocation invocation) {
    Optional<List<String>> named = invocation.value(ROOT);
    Path here = invocation.path("");
    if (named.isEmpty()) {
      return Roots.of(here.getParent() == null ? List.of() : List.of(here));
    }
    List<Path> folders = named.get().stream().map(invocation::path).toList();
    folders.stream()
        .filter(folder -> !Files.isDirectory(folder))
        .findFirst()
        .ifPresent(folder -> {
          throw new CommandFailure(
              Exit.ENVIRONMENT, "there is no folder %s; check --root".formatted(folder));
        });
    return Roots.of(folders);
  }
}
