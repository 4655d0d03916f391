package dev.rustmend.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;

/// Which of our kinds a request asks for. A kind stands for all kinds below it: `source` asks for
/// `source.fixAll.rustmend`.
record CodeActionKinds(Optional<List<String>> only) {
  static final String QUICK_FIX = CodeActionKind.QuickFix;
  static final String FIX_ALL = "source.fixAll.rustmend";

  /// Sublime compares with these by equality, Zed sends no other.
  static final List<String> OURS = List.of(QUICK_FIX, FIX_ALL);

  static CodeActionKinds of(CodeActionContext context) {
    return new CodeActionKinds(Optional.ofNullable(context.getOnly()).filter(o -> !o.isEmpty()));
  }

  boolean quickFixes() {
    return only.map(kinds -> kinds.contains(CodeActionKind.Empty) || covers(kinds, QUICK_FIX))
        .orElse(true);
  }

  /// Only when asked for: VS Code would list it under every light bulb.
  boolean fixAll() {
    return only.map(kinds -> covers(kinds, FIX_ALL)).orElse(false);
  }

  /// Actions without a kind, which a client that names kinds would drop.
  boolean withoutKind() {
    return only.isEmpty();
  }

  private static boolean covers(List<String> kinds, String ours) {
    return kinds.stream().anyMatch(kind -> ours.equals(kind) || ours.startsWith(kind + "."));
  }
}
