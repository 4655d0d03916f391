package dev.rustmend.bench;

/// The ways in which a person breaks a program, each with the rule that finds its places.
public enum MutationKind {
  MISSPELL_LOCAL("misspelled variable", NameMutations::misspellLocal),
  REMOVE_MUT("`mut` missing", BorrowMutations::removeMut),
  REMOVE_USE("import missing", ItemMutations::removeUse),
  REMOVE_SEMICOLON("`;` missing", TokenMutations::removeSemicolon),
  PARAMETER_TYPE("parameter's type", TypeMutations::parameterType),
  UNWRAP_VALUE("`Some`/`Ok` missing", ExpressionMutations::unwrapValue),
  DROP_DERIVE("derive missing", ItemMutations::dropDerive),
  REMOVE_DELIMITER("bracket missing", TokenMutations::removeDelimiter),
  MISSPELL_METHOD("misspelled method", NameMutations::misspellMethod),
  REMOVE_REFERENCE("`&` missing", BorrowMutations::removeReference),
  REMOVE_LIFETIME("lifetime missing", TypeMutations::removeLifetime),
  RENAME_FUNCTION("function renamed", NameMutations::renameFunction),
  REMOVE_CONVERSION("conversion missing", BorrowMutations::removeConversion),
  REMOVE_ARM("match arm missing", ExpressionMutations::removeArm),
  REMOVE_COMMA("`,` missing", TokenMutations::removeComma),
  MISSPELL_FIELD("misspelled field", NameMutations::misspellField),
  ADD_REFERENCE("`&` too many", BorrowMutations::addReference),
  REMOVE_PUB("`pub` missing", ItemMutations::removePub),
  REMOVE_RETURN_TYPE("return type missing", TypeMutations::removeReturnType),
  SWAP_ARGUMENTS("arguments swapped", ExpressionMutations::swapArguments),
  DROP_DEREFERENCE("`*` missing", BorrowMutations::dropDereference),
  CHANGE_USE_SEGMENT("import's path", ItemMutations::changeUseSegment),
  FIELD_TYPE("field's type", TypeMutations::fieldType),
  DROP_QUESTION_MARK("`?` missing", ExpressionMutations::dropQuestionMark),
  MISSPELL_TYPE("misspelled type", NameMutations::misspellType),
  REMOVE_SELF("`self.` missing", NameMutations::removeSelf),
  DROP_BOUND("bound missing", TypeMutations::dropBound),
  LITERAL_KIND("literal's kind", ExpressionMutations::literalKind),
  ITERATE_VALUE("loop over the value", BorrowMutations::iterateValue),
  DROP_BANG("macro's `!` missing", ExpressionMutations::dropBang),
  MOVE_LET("`let` too late", ExpressionMutations::moveLet),
  ASSIGN_FOR_COMPARE("`=` for `==`", ExpressionMutations::assignForCompare),
  DROP_FIELD_OF_LITERAL("field of a literal missing", ExpressionMutations::dropFieldOfLiteral);

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // the rules are functions without state
  private final Mutator mutator;

  MutationKind(String word, Mutator mutator) {
    this.word = word;
    this.mutator = mutator;
  }

  /// What is wrong, for people.
  public String word() {
    return word;
  }

  /// What finds the places.
  Mutator mutator() {
    return mutator;
  }
}
