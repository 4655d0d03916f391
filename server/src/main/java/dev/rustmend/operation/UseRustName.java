package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Replaces a name of another language's type, trait, constant or function by Rust's own: `string`,
/// `int`, `Comparable`, `null`, `printf`. The parameter `kind` narrows it to `type`, `trait`,
/// `value` or `function`. The names are in [ForeignNames].
final class UseRustName implements Operation {
  private static final int FURTHER = 10;

  @Override
  public String name() {
    return "use-rust-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    Optional<NameKind> kind = NameKind.of(site);
    String wanted = site.parameter("kind", "");
    List<String> paths =
        kind.filter(found -> wanted.isEmpty() || wanted.equals(word(found)))
            .map(found -> ForeignNames.of(found, name))
            .orElse(List.of());
    var proposals = new ArrayList<Proposal>();
    int penalty = 0;
    for (String path : paths) {
      String last = path.replaceAll(".*::", "");
      boolean imported = path.startsWith("std::collections") && kind.get() == NameKind.TYPE;
      String title = "Write `%s` instead of `%s`".formatted(imported ? last : path, name);
      Edits edits = site.edits().replace(site.primary().range(), imported ? last : path);
      if (imported && !UseDeclarations.names(UseDeclarations.module(site.node())).contains(last)) {
        UseDeclarations.add(edits, site.primary(), path);
      }
      int more = penalty;
      edits.patch().map(p -> Proposal.of(title, p).penalized(more)).ifPresent(proposals::add);
      penalty += FURTHER;
    }
    return proposals;
  }

  private static String word(NameKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
