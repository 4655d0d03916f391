package dev.rustmend.operation;

import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.TomlTable;

/// Switches on the feature of a dependency behind which an item is hidden.
///
/// Rust facts it relies on: rustc says "the item is gated behind the `x` feature" in a note that
/// points into the dependency's source; a dependency may have another name in the manifest, which
/// then says `package`.
final class AddFeature implements Operation {
  private static final Pattern GATED =
      Pattern.compile("the item is gated behind the `([A-Za-z0-9_+-]+)` feature");

  @Override
  public String name() {
    return "add-feature";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (site.notes().stream().allMatch(note -> feature(note).isEmpty())) {
      return List.of();
    }
    Optional<Manifest> own = site.manifests().above(site.file());
    return own.stream()
        .flatMap(manifest -> site.notes().stream().flatMap(note -> proposals(site, manifest, note)))
        .distinct()
        .toList();
  }

  /// The feature that a note names.
  private static Optional<String> feature(Note note) {
    Stream<String> texts =
        Stream.concat(
            Stream.of(note.message()), note.spans().stream().flatMap(s -> s.label().stream()));
    return texts.map(GATED::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst();
  }

  private static Stream<Proposal> proposals(Site site, Manifest own, Note note) {
    return feature(note).stream()
        .flatMap(name ->
            note.spans().stream()
                .flatMap(span -> crate(site, span).stream())
                .distinct()
                .flatMap(crate -> proposals(own, crate, name)));
  }

  private static Optional<String> crate(Site site, Span span) {
    return site.manifests().above(span.file()).map(Manifest::packageName);
  }

  private static Stream<Proposal> proposals(Manifest own, String crate, String feature) {
    return Manifest.SECTIONS.stream()
        .flatMap(section ->
            own.table(section).stream()
                .flatMap(table -> table.keySet().stream())
                .filter(name -> isPackage(own, section, name, crate))
                .flatMap(name -> proposal(own, section, name, feature).stream()));
  }

  private static boolean isPackage(Manifest own, String section, String name, String crate) {
    Object said = own.dependency(section, name);
    String called =
        said instanceof TomlTable table && table.contains("package")
            ? String.valueOf(table.getString("package"))
            : name;
    return called.equals(crate);
  }

  private static Optional<Proposal> proposal(
      Manifest own, String section, String name, String feature) {
    return new ManifestEdits(own)
        .addFeature(section, name, feature)
        .map(patch ->
            Proposal.of(
                "Switch on the feature `%s` of `%s` in `Cargo.toml`".formatted(feature, name),
                patch));
  }
}
