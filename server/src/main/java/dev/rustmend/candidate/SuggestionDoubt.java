package dev.rustmend.candidate;

import dev.rustmend.operation.AlikeVariable;
import dev.rustmend.operation.NeedlessDerive;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What speaks against a suggestion of rustc's although it may compile: where rustc has misread the
/// program, or makes up what only its author can know, and where another repair that compiles is
/// better. The table of them; [#against] looks one suggestion up.
enum SuggestionDoubt {
  /// Another name for one of one or two letters: all such names are similar, and `a + b` would
  /// become `a + a`.
  SHORT_NAME(SuggestionDoubt::replacesShortName),

  /// A value that nobody has named, such as 42.
  INVENTED_VALUE(advice -> advice.suggestion().message().startsWith("consider assigning a value")),

  /// One of several impls that all fit: which one is meant nobody has said.
  ONE_OF_SEVERAL_IMPLS(advice -> advice.says("one of the available implementations")),

  /// A new variable where one of nearly that name is in scope: the assignment was meant for that.
  NEW_VARIABLE(SuggestionDoubt::declaresMistypedName),

  /// A method whose value is used, taken for one that works in place and has none: `let a =
  /// v.sorted();` would become `let a = v.sort();`, and `a` is nothing.
  WORKS_IN_PLACE(SuggestionDoubt::namesWhatGivesNothing),

  /// `mut` for a parameter that is a mutable reference: an assignment to it then changes nothing
  /// outside, and what it refers to was nearly always meant.
  REBOUND_REFERENCE(SuggestionDoubt::rebindsReference),

  /// A type parameter by a name in small letters: `int` is a type of another language, and a
  /// function over all types is not meant.
  FOREIGN_TYPE(advice ->
      advice.says("missing a type parameter")
          && Patterns.SMALL_TYPE.matcher(advice.diagnostic().message()).find()),

  /// A blank behind the text before a string that was never opened, which rustc takes for a prefix.
  MISREAD_PREFIX(advice -> advice.says("inserting whitespace here")),

  /// `_:` before what rustc takes for a type, and what is the name of a parameter.
  MISREAD_PARAMETER(advice ->
      advice.says("explicitly ignore the parameter name")
          && advice.diagnostic().message().startsWith("expected one of `:`, `@`, or `|`, found ")),

  /// Another letter of a format trait where a variable is the width: `{:>w}` for `{:>w$}`.
  WIDTH(SuggestionDoubt::takesWidthForTrait),

  /// No `&` before a `str`, a slice or a trait object whose lifetime is missing: no function can
  /// return that, and in a trait it compiles and can not be kept.
  UNSIZED_RESULT(advice ->
      advice.diagnostic().codeText().equals("E0106")
          && advice.hasEdit(edit ->
              edit.written().isEmpty()
                  && edit.removed().startsWith("&")
                  && Patterns.UNSIZED.matcher(edit.after()).lookingAt())),

  /// `pub` for the field of a tuple struct that has a constructor: what the constructor makes sure
  /// of would no longer hold.
  OPENED_FIELD(SuggestionDoubt::opensFieldBehindConstructor),

  /// `///` for a comment right under an item, which would describe the next one: it is about the
  /// file or the item above it.
  DOC_OF_ANOTHER(advice ->
      advice.diagnostic().codeText().equals("E0753")
          && advice.hasEdit(edit -> Patterns.UNDER_ITEM.matcher(edit.before()).find())),

  /// `'static` for a `&mut` that comes from a shared reference: what was elided was the lifetime of
  /// another parameter.
  MUTABLE_FOR_EVER(advice ->
      advice.diagnostic().codeText().equals("mismatched_lifetime_syntaxes")
          && advice.hasEdit(
              edit -> edit.written().startsWith("'static") && edit.after().startsWith("mut "))),

  /// A quotient of integers that becomes a float when its fraction is gone already.
  LOST_FRACTION(SuggestionDoubt::convertsQuotient),

  /// A derive that only the bound of another derive asks for.
  NEEDLESS_DERIVE(SuggestionDoubt::addsNeedlessDerive),

  /// `.clone()` behind what a `let` borrows: `let body = &doc.body.clone();` keeps a reference to
  /// the copy, and the copy itself is better.
  CLONE_BEHIND_REFERENCE(
      40,
      advice ->
          advice.hasEdit(edit ->
              edit.written().equals(".clone()")
                  && Patterns.BORROWED.matcher(edit.before()).find())),

  /// A lifetime that the fields of the type use as well, declared on a single method of it: that
  /// would be another lifetime than the one of the fields.
  LIFETIME_OF_METHOD(
      40,
      advice ->
          advice.diagnostic().codeText().equals("E0261")
              && advice.hasEdit(edit ->
                  edit.written().startsWith("<'")
                      && Patterns.METHOD.matcher(edit.before()).find())),

  /// Braces around half of an indented block, as of Python.
  HALF_OF_A_BLOCK(
      100,
      advice ->
          advice.suggestion().message().startsWith("try placing this code inside a block")
              && advice.diagnostic().message().endsWith("found `:`")),

  /// Places for arguments right behind the text, without a blank.
  BARE_PLACES(100, advice -> advice.says("format specifier")),

  /// The narrower float, which is not what a literal is without a type.
  NARROW_FLOAT(
      6,
      advice ->
          advice.diagnostic().codeText().equals("E0689")
              && advice.hasEdit(edit -> edit.written().endsWith("f32")));

  private static final int SHORT = 2;
  private static final Set<String> IN_PLACE =
      Set.of("sort", "sort_unstable", "reverse", "dedup", "clear", "push", "push_str", "retain");

  private final int penalty;
  private final boolean forAPerson;

  @SuppressWarnings("ImmutableEnumChecker") // the predicates hold no state
  private final Predicate<Advice> applies;

  /// Makes a doubt that only a person can settle.
  SuggestionDoubt(Predicate<Advice> applies) {
    this.penalty = 100;
    this.forAPerson = true;
    this.applies = applies;
  }

  /// Makes a doubt that only puts the suggestion behind others.
  SuggestionDoubt(int penalty, Predicate<Advice> applies) {
    this.penalty = penalty;
    this.forAPerson = false;
    this.applies = applies;
  }

  /// All doubts that one has about `advice`.
  static List<SuggestionDoubt> against(Advice advice) {
    return Arrays.stream(values()).filter(doubt -> doubt.applies.test(advice)).toList();
  }

  /// By how much the suggestion goes behind others that compile, in bytes of change.
  int penalty() {
    return penalty;
  }

  /// Whether the suggestion is offered, and never taken where nobody is asked.
  boolean isForAPerson() {
    return forAPerson;
  }

  private static boolean replacesShortName(Advice advice) {
    return advice.isSimilarName()
        && advice.hasEdit(edit -> edit.oldName().length() <= SHORT && !edit.keepsName());
  }

  private static boolean declaresMistypedName(Advice advice) {
    return advice.says("introduce a new binding")
        && advice
            .diagnostic()
            .primary()
            .flatMap(span ->
                advice.snapshot().read(span.file()).filter(text -> AlikeVariable.isAt(span, text)))
            .isPresent();
  }

  private static boolean namesWhatGivesNothing(Advice advice) {
    return advice.isSimilarName()
        && advice.hasEdit(edit ->
            IN_PLACE.contains(edit.newName()) && Patterns.USED.matcher(edit.before()).find());
  }

  private static boolean rebindsReference(Advice advice) {
    return advice.diagnostic().message().startsWith("cannot assign to immutable argument")
        && advice.hasEdit(edit -> edit.written().contains("mut "))
        && advice.hasEdit(edit -> Patterns.LENT.matcher(edit.removed() + edit.after()).lookingAt());
  }

  private static boolean takesWidthForTrait(Advice advice) {
    var trait = Patterns.FORMAT_TRAIT.matcher(advice.diagnostic().message());
    return trait.matches()
        && advice
            .diagnostic()
            .primary()
            .flatMap(span -> advice.snapshot().read(span.file()))
            .filter(text -> Patterns.declaration(trait.group(1)).matcher(text.string()).find())
            .isPresent();
  }

  private static boolean opensFieldBehindConstructor(Advice advice) {
    var struct = Patterns.PRIVATE_CONSTRUCTOR.matcher(advice.diagnostic().message());
    return struct.matches()
        && advice.says("publicly accessible")
        && advice.suggestion().patch().files().stream()
            .flatMap(file -> advice.snapshot().read(file).stream())
            .anyMatch(text -> Patterns.constructor(struct.group(1)).matcher(text.string()).find());
  }

  private static boolean convertsQuotient(Advice advice) {
    return advice.says("producing the floating point representation of the integer")
        && advice
            .diagnostic()
            .primary()
            .flatMap(
                span -> advice.snapshot().read(span.file()).map(text -> text.slice(span.range())))
            .filter(text -> Patterns.QUOTIENT.matcher(text).find())
            .isPresent();
  }

  private static boolean addsNeedlessDerive(Advice advice) {
    return advice.says("#[derive(")
        && advice.suggestion().patch().files().stream()
            .flatMap(file -> advice.snapshot().read(file).stream())
            .anyMatch(text -> NeedlessDerive.answers(advice.diagnostic(), text.string()));
  }

  /// The shapes of code and of messages that the doubts look for.
  private static final class Patterns {
    static final Pattern QUOTIENT = Pattern.compile("[^/]/[^/]");
    static final Pattern UNSIZED = Pattern.compile("\\s*(str\\b|\\[[^;\\]]*\\]|dyn\\b)");
    static final Pattern UNDER_ITEM =
        Pattern.compile("[;}][ \\t]*(?://[^\\n]*)?\\n[ \\t]*/[/*]!?$");
    static final Pattern FORMAT_TRAIT = Pattern.compile("unknown format trait `(\\w+)`");
    static final Pattern SMALL_TYPE = Pattern.compile("`[a-z]\\w*`");
    static final Pattern BORROWED = Pattern.compile("=\\s*&[\\w.\\[\\]]+$");
    static final Pattern METHOD =
        Pattern.compile("(?m)^([ \\t]*)impl\\b(?![^\\n]*\\n\\1\\})[\\s\\S]*\\bfn \\w+$");
    static final Pattern LENT = Pattern.compile("\\w+\\s*:\\s*&\\s*(?:'\\w+\\s+)?mut\\b");
    static final Pattern USED = Pattern.compile("(=|\\breturn\\b|[(,])[^;{}]*$");

    static final Pattern PRIVATE_CONSTRUCTOR =
        Pattern.compile("tuple struct constructor `(\\w+)` is private");

    private Patterns() {}

    /// A function without `self` that others may call and that gives the type `name`, or may.
    static Pattern constructor(String name) {
      return Pattern.compile(
          "\\bpub(?:\\([^)]*\\))? (?:const )?fn \\w+\\((?![^)]*self\\b)[^)]*\\)\\s*->\\s*(?:Option<|Result<)?(?:Self|%s)\\b"
              .formatted(name));
    }

    /// A place that introduces the variable `name`.
    static Pattern declaration(String name) {
      return Pattern.compile("\\b(?:let|mut|for|const) %1$s\\b|\\b%1$s: ".formatted(name));
    }
  }
}
