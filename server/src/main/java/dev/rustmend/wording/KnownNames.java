package dev.rustmend.wording;

import dev.rustmend.syntax.RustLexer;
import dev.rustmend.syntax.Token;
import dev.rustmend.syntax.TokenKind;
import dev.rustmend.text.SourceText;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The names that a text may use: those of its sources, and those that every Rust program has.
///
/// It finds out about items: functions and methods that are called, macros, parts of paths, and
/// whatever begins with an upper-case letter. A variable may have any name, and so may what the
/// code itself declares.
record KnownNames(Set<String> words) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern ITEM = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}_]+");

  /// Keywords that may stand where a name does, the prelude of the standard library, and the macros
  /// that need no import.
  private static final Set<String> EVERYWHERE =
      Set.copyOf(
          WORD.matcher(
                  "as async await break const continue crate dyn else enum extern false fn for if"
                      + " impl in let loop match mod move mut pub ref return self Self static"
                      + " struct super trait true type union unsafe use where while bool char str"
                      + " u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 std core"
                      + " alloc main Option Some None Result Ok Err Vec String Box ToString ToOwned"
                      + " Clone Copy Send Sync Sized Drop Fn FnMut FnOnce AsRef AsMut Into From"
                      + " TryFrom TryInto Default Iterator IntoIterator DoubleEndedIterator"
                      + " ExactSizeIterator FromIterator Extend Debug Hash Eq PartialEq Ord"
                      + " PartialOrd drop assert assert_eq assert_ne cfg compile_error concat dbg"
                      + " debug_assert env eprint eprintln file format include include_str line"
                      + " matches panic print println todo unimplemented unreachable vec write"
                      + " writeln derive test")
              .results()
              .map(found -> found.group())
              .toList());

  private static final Set<String> DECLARES =
      Set.of("fn", "struct", "enum", "union", "trait", "type", "mod", "const", "static");
  private static final Set<String> BINDS = Set.of("let", "mut", "ref", "|");
  private static final String PATH = "::";

  KnownNames {
    words = Set.copyOf(words);
  }

  /// The names in `texts`.
  static KnownNames in(List<String> texts) {
    var words = new HashSet<>(EVERYWHERE);
    texts.forEach(
        text -> WORD.matcher(text).results().map(found -> found.group()).forEach(words::add));
    return new KnownNames(words);
  }

  /// The names of items in `code` that are not known, in their order.
  Set<String> strangeIn(String code) {
    List<Token> tokens =
        RustLexer.tokens(SourceText.of(code)).stream()
            .filter(token -> token.kind() != TokenKind.COMMENT)
            .toList();
    Set<String> declared = declared(tokens);
    var strange = new LinkedHashSet<String>();
    for (int i = 0; i < tokens.size(); i++) {
      String name = tokens.get(i).text();
      if (isItem(tokens, i) && !words.contains(name) && !declared.contains(name)) {
        strange.add(name);
      }
    }
    return strange;
  }

  private static boolean isItem(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isWord() || token.text().length() < 2) {
      return false;
    }
    String next = text(tokens, i + 1);
    boolean macro = next.equals("!") && !text(tokens, i + 2).equals("=");
    return macro
        || next.equals("(")
        || next.equals(PATH)
        || text(tokens, i - 1).equals(PATH)
        || ITEM.matcher(token.text()).matches();
  }

  /// What the code declares itself: behind `fn`, `let` and the like, before `:` as parameters and
  /// fields are, in the list of an `enum`, and between the bars of a closure.
  private static Set<String> declared(List<Token> tokens) {
    var declared = new HashSet<String>();
    boolean inEnum = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String before = text(tokens, i - 1);
      inEnum = token.is("enum") || (inEnum && !token.is("}") && !token.is("fn"));
      boolean variant = inEnum && (before.equals("{") || before.equals(",") || before.equals("]"));
      if (token.isWord()
          && (DECLARES.contains(before)
              || (BINDS.contains(before) && !ITEM.matcher(token.text()).matches())
              || variant
              || text(tokens, i + 1).equals(":"))) {
        declared.add(token.text());
      }
    }
    return declared;
  }

  private static String text(List<Token> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).text() : "";
  }
}
