package dev.rustmend.generate;

import dev.rustmend.repair.FixRequest.ModelUse;
import java.util.Optional;

/// A project that somebody wants: what it is, in plain words; what else it must do (may be empty);
/// the id of a template, when a certain one is wanted; the package's name, when it is decided; and
/// whether a model may adapt it.
public record Wanted(
    String description,
    String requirements,
    Optional<String> template,
    Optional<String> name,
    ModelUse model) {

  /// A description alone.
  public static Wanted of(String description) {
    return new Wanted(description, "", Optional.empty(), Optional.empty(), ModelUse.ASKED_LAST);
  }

  /// The same, begun with this template.
  public Wanted from(String id) {
    return new Wanted(description, requirements, Optional.of(id), name, model);
  }

  /// All that is said about it.
  String text() {
    return requirements.isBlank() ? description : description + "\n" + requirements;
  }
}
