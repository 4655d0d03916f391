package dev.rustmend.syntax;

/// One thing that a program lost, or was given in place of a repair, between two versions of it.
///
/// `phrase` is a verb phrase in the third person about the patch, such as ``deletes the function
/// `f` ``; it can follow "the patch".
public record Damage(Kind kind, String phrase) {

  /// What sort of thing; a licence admits whole sorts.
  public enum Kind {
    /// A function, type, trait, impl, module, constant, static or macro is gone.
    ITEM,
    /// A variant of an enum is gone.
    VARIANT,
    /// A field of a struct, a union or a variant is gone.
    FIELD,
    /// A parameter of a function is gone.
    PARAMETER,
    /// An arm of a `match` is gone.
    ARM,
    /// An arm of a `match` is there, and an arm before it takes all of its values now.
    HIDDEN,
    /// A statement, or the expression that ends a block, is gone.
    STATEMENT,
    /// A call of a function, method or macro is gone, with what was passed to it.
    CALL,
    /// A call is gone, but what was passed to it is still there: `f(x)` became `x`.
    WRAPPER,
    /// A literal is gone or has another value.
    LITERAL,
    /// A value is no longer passed to a call that is still there, or a name is gone that nothing
    /// took the place of.
    VALUE,
    /// A value or an empty body was made up where the author has to decide. Never found by a
    /// comparison: a proposal announces it, so that only a person takes it.
    INVENTION,
    /// What the methods of a type guard can be reached from outside. Never found by a comparison: a
    /// proposal announces it, so that only a person takes it.
    EXPOSURE,
    /// `todo!()`, `unimplemented!()`, `panic!()`, `unreachable!()` or `loop {}` was put in.
    STUB,
    /// `.unwrap()`, `.expect()` or a like that gives up at run time was put in.
    UNWRAP,
    /// `unsafe` was put in.
    UNSAFE,
    /// A lint is allowed or expected now, or no longer denied.
    LINT,
    /// Code is compiled under a condition now: `#[cfg]`, `if false`.
    CONDITION,
    /// Code became a comment.
    COMMENT,
    /// A test is ignored, or no longer a test.
    TEST,
    /// Another operator stands where one stood: `!=` for `==`, `<=` for `<`, `||` for `&&`.
    OPERATOR,
    /// A trait is no longer derived, and has no impl instead.
    DERIVE,
    /// An attribute is gone that is no lint's, condition's or test's.
    ATTRIBUTE,
    /// A generic parameter or a trait no longer asks for a trait.
    BOUND,
    /// A dependency, feature or target is gone from a manifest.
    MANIFEST;

    /// Whether only the error says if it is a repair: a promise that can not be kept is given up.
    /// The guard that knows the error decides; who compares two programs alone can not.
    public boolean isForTheErrorToJudge() {
      return this == DERIVE || this == ATTRIBUTE || this == BOUND;
    }
  }
}
