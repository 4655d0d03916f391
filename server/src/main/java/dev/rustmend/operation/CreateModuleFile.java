package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the file of a module that is declared and has none, without any text in it.
///
/// Rust facts it relies on: E0583 says in its help where the file may stand; an empty file is a
/// module. Where a file with a name like the module's is there and no module, nothing is proposed:
/// that one was meant, see [CorrectModuleName].
final class CreateModuleFile implements Operation {
  @Override
  public String name() {
    return "create-module-file";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> module =
        site.enclosing("mod_item").filter(node -> node.child("body").isEmpty());
    if (module.isEmpty() || !ModuleFiles.alike(site, module.get()).isEmpty()) {
      return List.of();
    }
    return ModuleFiles.wanted(site, module.get())
        .filter(file -> site.snapshot().read(file).isEmpty())
        .map(file -> proposal(site, file))
        .stream()
        .toList();
  }

  private static Proposal proposal(Site site, Path file) {
    String title = "Create `%s`, an empty module file".formatted(ModuleFiles.shown(site, file));
    return Proposal.of(title, Patch.creating(file, ""));
  }
}
