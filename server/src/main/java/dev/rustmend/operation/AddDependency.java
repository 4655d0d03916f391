package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/// Adds a crate that the program uses to `Cargo.toml`, where this machine has it: as the workspace
/// or another member of it has it, in the version of `Cargo.lock`, or in the newest version that
/// was ever downloaded. The network is never asked.
///
/// Rust facts it relies on: an unlinked crate is named by the label "use of unresolved module or
/// unlinked crate" (E0432, E0433), or by "can't find crate for" (E0463); a package with dashes is
/// written with underscores in code; tests, examples and benchmarks see `dev-dependencies` too, a
/// build script only `build-dependencies`.
final class AddDependency implements Operation {
  private static final Pattern CRATE =
      Pattern.compile("(?:unlinked crate|can't find crate for) `([A-Za-z_][A-Za-z0-9_]*)`");
  private static final Set<String> DEVELOPMENT = Set.of("tests", "examples", "benches");
  private static final int FROM_CACHE = 40;

  private final KnownCrates crates;

  AddDependency(KnownCrates crates) {
    this.crates = crates;
  }

  @Override
  public String name() {
    return "add-dependency";
  }

  /// A dependency's name and what stands behind it, `{ workspace = true }` or `"1.0"`.
  private record Wanted(String name, String value, int penalty) {}

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<String> crate = site.find(CRATE);
    Optional<Manifest> own = crate.flatMap(_ -> site.manifests().above(site.file()));
    if (crate.isEmpty() || own.isEmpty()) {
      return List.of();
    }
    String section = section(site, own.get());
    var proposals = new ArrayList<Proposal>();
    for (String name : new LinkedHashSet<>(List.of(crate.get(), crate.get().replace('_', '-')))) {
      if (own.get().dependency(section, name) == null) {
        wanted(site, own.get(), name).stream()
            .flatMap(wanted -> withDerives(site, crate.get(), wanted))
            .forEach(wanted -> proposal(own.get(), section, wanted).ifPresent(proposals::add));
      }
    }
    return List.copyOf(proposals);
  }

  private static Optional<Proposal> proposal(Manifest own, String section, Wanted wanted) {
    String line = wanted.name + " = " + wanted.value;
    return new ManifestEdits(own)
        .add(section, wanted.name, line)
        .map(patch ->
            Proposal.of("Add `%s` to `[%s]`".formatted(line, section), patch)
                .penalized(wanted.penalty));
  }

  private static String section(Site site, Manifest own) {
    Path inside = own.folder().relativize(site.file());
    if (inside.toString().equals("build.rs")) {
      return "build-dependencies";
    }
    boolean test =
        DEVELOPMENT.contains(inside.getName(0).toString())
            || site.primary()
                .node()
                .ancestors()
                .filter(node -> node.is("mod_item"))
                .anyMatch(AddDependency::isForTests);
    return test ? "dev-dependencies" : "dependencies";
  }

  private static boolean isForTests(SyntaxNode module) {
    SyntaxNode parent = module.parent().orElse(module);
    List<SyntaxNode> siblings = parent.namedChildren();
    int at = siblings.indexOf(module);
    return at > 0
        && siblings.get(at - 1).is("attribute_item")
        && siblings.get(at - 1).text().replace(" ", "").contains("cfg(test)");
  }

  private List<Wanted> wanted(Site site, Manifest own, String name) {
    Manifests manifests = site.manifests();
    Manifest root = manifests.workspace(own);
    if (root.toml().get(List.of("workspace", "dependencies", name)) != null) {
      return List.of(new Wanted(name, "{ workspace = true }", 0));
    }
    List<Wanted> others =
        Stream.concat(Stream.of(own, root), manifests.members(root).stream())
            .flatMap(member -> ofMember(own, member, name).stream())
            .distinct()
            .limit(2)
            .toList();
    if (!others.isEmpty()) {
      return others;
    }
    Optional<String> version = locked(manifests, root, name);
    if (version.isPresent()) {
      return List.of(new Wanted(name, requirement(version.get()), 0));
    }
    return crates.versions(name).stream()
        .filter(each -> !each.contains("-"))
        .max(Comparator.comparing(AddDependency::numbers))
        .map(newest -> new Wanted(name, requirement(newest), FROM_CACHE))
        .stream()
        .toList();
  }

  /// The member itself when it is called `name`, else what one of its sections says of it.
  private static Optional<Wanted> ofMember(Manifest own, Manifest member, String name) {
    if (member.packageName().equals(name) && !member.file().equals(own.file())) {
      return Optional.of(new Wanted(name, "{ path = " + path(own, member.folder()) + " }", 0));
    }
    return Manifest.SECTIONS.stream()
        .flatMap(section -> value(own, member, member.dependency(section, name)).stream())
        .findFirst()
        .map(value -> new Wanted(name, value, 0));
  }

  private static Optional<String> value(Manifest own, Manifest member, @Nullable Object said) {
    if (said instanceof String version) {
      return Optional.of("\"" + version + "\"");
    }
    if (!(said instanceof TomlTable table)) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    for (String key : table.keySet()) {
      Object value = table.get(List.of(key));
      switch (key) {
        case "path" ->
            parts.add("path = " + path(own, member.folder().resolve(String.valueOf(value))));
        case "features" ->
            parts.add(
                "features = [%s]"
                    .formatted(
                        String.join(
                            ", ",
                            Manifest.strings(Optional.of(table), key).stream()
                                .map(feature -> "\"" + feature + "\"")
                                .toList())));
        case "optional" -> {}
        default -> parts.add(key + " = " + (value instanceof String ? "\"" + value + "\"" : value));
      }
    }
    boolean version = parts.size() == 1 && table.contains("version");
    return Optional.of(
        version
            ? "\"" + table.getString("version") + "\""
            : "{ %s }".formatted(String.join(", ", parts)));
  }

  private static String path(Manifest own, Path target) {
    String relative = own.folder().relativize(target.normalize()).toString().replace('\\', '/');
    return "\"" + relative + "\"";
  }

  /// The newest version in `Cargo.lock` that comes from a registry.
  private static Optional<String> locked(Manifests manifests, Manifest root, String name) {
    return manifests.lock(root).stream()
        .map(toml -> toml.getArray("package"))
        .flatMap(packages -> packages == null ? Stream.empty() : packages.toList().stream())
        .filter(TomlTable.class::isInstance)
        .map(TomlTable.class::cast)
        .filter(entry -> name.equals(entry.getString("name")))
        .filter(entry -> String.valueOf(entry.getString("source")).startsWith("registry+"))
        .map(entry -> String.valueOf(entry.getString("version")))
        .max(Comparator.comparing(AddDependency::numbers));
  }

  /// `"1.0"` of `1.0.219`: what people write; the whole of a version below 0.1.
  private static String requirement(String version) {
    String bare = version.replaceFirst("[+-].*", "");
    boolean early = bare.startsWith("0.0.");
    return "\"" + (early ? bare : bare.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1")) + "\"";
  }

  /// A text that sorts like the version.
  private static String numbers(String version) {
    return Pattern.compile("\\d+")
        .matcher(version.replaceFirst("[+-].*", ""))
        .replaceAll(
            number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
  }

  /// Where the program derives what it imports from the crate, also with the feature that most
  /// crates have for that.
  private static Stream<Wanted> withDerives(Site site, String crate, Wanted wanted) {
    String text = site.text().string();
    boolean derives =
        Pattern.compile("derive\\(([^)]*)\\)")
            .matcher(text)
            .results()
            .flatMap(found -> Pattern.compile("[\\s,]+").splitAsStream(found.group(1)))
            .filter(name -> !name.isBlank())
            .anyMatch(name ->
                Pattern.compile(
                        "(?s)use\\s+"
                            + crate
                            + "::[^;]*\\b"
                            + Pattern.quote(name)
                            + "\\b|derive\\([^)]*"
                            + crate
                            + "::")
                    .matcher(text)
                    .find());
    boolean version = wanted.value.startsWith("\"");
    return derives && version
        ? Stream.of(
            wanted,
            new Wanted(
                wanted.name,
                "{ version = %s, features = [\"derive\"] }".formatted(wanted.value),
                wanted.penalty))
        : Stream.of(wanted);
  }
}
