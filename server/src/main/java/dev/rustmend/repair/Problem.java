package dev.rustmend.repair;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.List;

/// A diagnostic with its fixes, best first, and with the candidates that did not hold.
public record Problem(Diagnostic diagnostic, List<Fix> fixes, List<Rejection> rejections) {
  public Problem {
    fixes = List.copyOf(fixes);
    rejections = List.copyOf(rejections);
  }
}
