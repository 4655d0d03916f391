package dev.rustmend.diagnostic;

import java.util.Set;
import java.util.regex.Pattern;

/// The phases of rustc in which errors arise. An error of one phase can hide those of the later
/// ones in its body or, when it stands outside of all bodies, anywhere.
///
/// The codes were sorted by what rustc 1.95 says of the 450 broken programs of its error index when
/// each gets a type error, a borrow error or a denied lint put beside its own error.
public enum Phase {
  PARSE,
  RESOLVE,
  TYPE,
  /// What is looked at in a body whose types are right: leftovers of inference, exhaustiveness of
  /// patterns. Hidden by a type error of the body, and hides its borrow errors.
  TYPED,
  BORROW,
  /// Lints and the privacy of fields: looked at in a crate without any other error.
  LINT;

  private static final Set<String> RESOLVE_CODES =
      Set.of(
          "E0106", "E0128", "E0130", "E0131", "E0197", "E0198", "E0229", "E0252", "E0254", "E0255",
          "E0256", "E0259", "E0260", "E0261", "E0262", "E0263", "E0364", "E0365", "E0401", "E0403",
          "E0404", "E0405", "E0407", "E0408", "E0411", "E0412", "E0415", "E0416", "E0422", "E0423",
          "E0424", "E0425", "E0426", "E0428", "E0429", "E0430", "E0431", "E0432", "E0433", "E0434",
          "E0435", "E0437", "E0438", "E0454", "E0455", "E0458", "E0459", "E0463", "E0466", "E0468",
          "E0469", "E0496", "E0530", "E0531", "E0532", "E0573", "E0574", "E0575", "E0576", "E0578",
          "E0603", "E0635", "E0637", "E0659", "E0665", "E0670", "E0742", "E0767", "E0774", "E0777",
          "E0788");
  private static final Set<String> PARSE_CODES =
      Set.of(
          "E0178", "E0583", "E0584", "E0585", "E0586", "E0748", "E0758", "E0762", "E0763", "E0765",
          "E0766", "E0768", "E0753", "E0704");
  private static final Set<String> TYPED_CODES =
      Set.of(
          "E0004", "E0005", "E0030", "E0158", "E0282", "E0283", "E0284", "E0525", "E0579", "E0641",
          "E0790");
  private static final Set<String> BORROW_CODES =
      Set.of(
          "E0133", "E0161", "E0170", "E0309", "E0310", "E0311", "E0320", "E0373", "E0381", "E0382",
          "E0384", "E0499", "E0500", "E0501", "E0502", "E0503", "E0505", "E0506", "E0507", "E0508",
          "E0509", "E0510", "E0512", "E0515", "E0521", "E0524", "E0591", "E0594", "E0596", "E0597",
          "E0621", "E0626", "E0700", "E0712", "E0713", "E0716", "E0793");
  private static final Set<String> LINT_CODES = Set.of("E0446", "E0451");

  /// Words of the messages without a code that come from expanding macros.
  private static final Pattern EXPANSION =
      Pattern.compile("cannot find|no rules expected|macro|attribute|derive|format|\\bargument");

  /// The phase that reports `diagnostic`. An error without a code is taken for a resolve error when
  /// it is about a macro, since macros expand there, else for a parse error.
  public static Phase of(Diagnostic diagnostic) {
    String code = diagnostic.codeText();
    if (code.isEmpty()) {
      return uncoded(diagnostic.message());
    }
    if (!diagnostic.code().orElseThrow().isErrorCode() || LINT_CODES.contains(code)) {
      return LINT;
    }
    if (PARSE_CODES.contains(code)) {
      return PARSE;
    }
    if (RESOLVE_CODES.contains(code)) {
      return RESOLVE;
    }
    if (TYPED_CODES.contains(code)) {
      return TYPED;
    }
    return BORROW_CODES.contains(code) ? BORROW : TYPE;
  }

  private static Phase uncoded(String message) {
    if (message.startsWith("lifetime may not live long enough")
        || message.contains("does not live long enough")
        || message.contains("is not general enough")
        || message.startsWith("captured variable cannot escape")) {
      return BORROW;
    }
    if (message.contains("cannot be sent between threads")
        || message.contains("cannot be shared between threads")) {
      return TYPED;
    }
    return EXPANSION.matcher(message).find() ? RESOLVE : PARSE;
  }
}
