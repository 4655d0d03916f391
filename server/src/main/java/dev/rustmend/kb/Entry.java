package dev.rustmend.kb;

import dev.rustmend.diagnostic.Applicability;
import java.util.List;
import java.util.Optional;

/// One entry of the knowledge base: what an error means, one way to repair it, and programs that
/// prove it.
///
/// `id` is the path below the root of the base without its ending: `errors/E0382/clone-first`.
/// `title` may hold metavariables (`$x`), which the recipe binds. `codes` is empty for errors
/// without a code; `messages` narrows the entry to diagnostics with such a message, and is empty
/// when any will do. `prose` is Markdown. At most one of `rewrite` and `operation` is present; an
/// entry with neither only explains.
public record Entry(
    String id,
    String title,
    List<String> codes,
    List<TextTemplate> messages,
    Applicability applicability,
    String edition,
    String prose,
    Optional<Rewrite> rewrite,
    Optional<OperationCall> operation,
    List<Example> examples,
    List<Program> notHere,
    Optional<String> retired)
    implements Article {

  public Entry {
    codes = List.copyOf(codes);
    messages = List.copyOf(messages);
    examples = List.copyOf(examples);
    notHere = List.copyOf(notHere);
  }

  /// Whether the entry can propose anything.
  public boolean proposes() {
    return retired.isEmpty() && (rewrite.isPresent() || operation.isPresent());
  }
}
