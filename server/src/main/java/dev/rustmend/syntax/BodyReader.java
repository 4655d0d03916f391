package dev.rustmend.syntax;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads off a body's tokens what it does. The tokens hold no comments and no attributes; what a
/// macro is given is read as code, which it nearly always is.
final class BodyReader {
  private static final Set<String> GIVING_UP =
      Set.of("todo", "unimplemented", "panic", "unreachable", "compile_error");
  private static final Set<String> UNWRAPPING =
      Set.of("unwrap", "expect", "unwrap_err", "expect_err", "unwrap_unchecked");

  private static final Set<String> ASSEMBLER =
      Set.of(
          "att_syntax",
          "may_unwind",
          "nomem",
          "noreturn",
          "nostack",
          "preserves_flags",
          "pure",
          "raw",
          "readonly");

  private final List<Token> code;

  BodyReader(List<Token> code) {
    this.code = List.copyOf(code);
  }

  Body read(String owner, List<Piece> statements, List<Piece> arms) {
    Spelled spelled = new SpelledReader(code).read();
    return new Body(owner, Words.of(code), statements, arms, calls(), literals(), spelled, gains());
  }

  private List<Call> calls() {
    var calls = new ArrayList<Call>();
    for (int i = 0; i < code.size(); i++) {
      call(i).ifPresent(calls::add);
    }
    return List.copyOf(calls);
  }

  private Optional<Call> call(int at) {
    Token name = code.get(at);
    if (!name.isWord() || Words.isKeyword(name.text()) || is(at - 1, "fn") || isOptions(at)) {
      return Optional.empty();
    }
    if (is(at + 1, "!") && at + 2 < code.size() && Brackets.isOpen(code.get(at + 2))) {
      return Optional.of(call(at, at + 2, Call.Form.MACRO));
    }
    int open = is(at + 1, "::") && is(at + 2, "<") ? behindGenerics(at + 2) : at + 1;
    boolean constructor = Character.isUpperCase(Words.name(name).codePointAt(0));
    if (constructor || !is(open, "(")) {
      return Optional.empty();
    }
    return Optional.of(call(at, open, is(at - 1, ".") ? Call.Form.METHOD : Call.Form.FUNCTION));
  }

  /// Whether it is the `options(…)` of assembler code, which calls nothing.
  private boolean isOptions(int at) {
    return is(at, "options")
        && is(at - 1, ",")
        && at + 2 < code.size()
        && ASSEMBLER.contains(code.get(at + 2).text());
  }

  private Call call(int at, int open, Call.Form form) {
    int close = Brackets.close(code, open);
    Bag arguments = Words.of(code.subList(Math.min(open + 1, close), close));
    TextRange range = code.get(at).range().cover(code.get(close).range());
    return new Call(Words.name(code.get(at)), form, arguments, count(open, close), range);
  }

  /// How many parts the commas between two brackets make.
  private int count(int open, int close) {
    int parts = 0;
    boolean begun = false;
    for (int i = open + 1; i < close; i++) {
      if (is(i, ",")) {
        begun = false;
      } else if (!begun) {
        begun = true;
        parts++;
      }
      if (Brackets.isOpen(code.get(i))) {
        i = Brackets.close(code, i);
      }
    }
    return parts;
  }

  /// The place behind `<…>` that opens at `open`.
  private int behindGenerics(int open) {
    int depth = 0;
    for (int i = open; i < code.size(); i++) {
      if (is(i, "<")) {
        depth++;
      } else if (is(i, ">") && --depth == 0) {
        return i + 1;
      } else if (is(i, ";") || is(i, "{")) {
        return i;
      }
    }
    return code.size();
  }

  private List<Literal> literals() {
    var literals = new ArrayList<Literal>();
    var callees = new ArrayList<String>();
    for (int i = 0; i < code.size(); i++) {
      Token token = code.get(i);
      if (Brackets.isOpen(token)) {
        callees.add(
            token.is("(") && i > 0 && code.get(i - 1).isWord() ? code.get(i - 1).text() : "");
      } else if (Brackets.isClose(token) && !callees.isEmpty()) {
        callees.removeLast();
      } else if (token.kind().isLiteral() && !is(i - 1, "extern")) {
        // the name of a calling convention is no value
        boolean whole = (is(i - 1, "(") || is(i - 1, ",")) && (is(i + 1, ")") || is(i + 1, ","));
        String callee = whole && !callees.isEmpty() ? callees.getLast() : "";
        literals.add(new Literal(Words.value(token), token.text(), callee, token.range()));
      }
    }
    return List.copyOf(literals);
  }

  private Map<Damage.Kind, Bag> gains() {
    var stubs = new ArrayList<String>();
    var unwraps = new ArrayList<String>();
    var unsafes = new ArrayList<String>();
    var conditions = new ArrayList<String>();
    for (int i = 0; i < code.size(); i++) {
      stub(i).ifPresent(stubs::add);
      if (is(i - 1, ".")
          && UNWRAPPING.contains(code.get(i).text())
          && is(i + 1, "(")
          && !isLocked(i)) {
        unwraps.add("." + code.get(i).text() + "()");
      }
      if (is(i, "unsafe") && !is(i + 1, "extern")) {
        unsafes.add("unsafe");
      }
      condition(i).ifPresent(conditions::add);
    }
    // inside of an `unsafe fn` a block only says again what the signature says
    boolean unsafeFunction = !unsafes.isEmpty() && beginsUnsafe();
    var gains = new EnumMap<Damage.Kind, Bag>(Damage.Kind.class);
    gains.put(Damage.Kind.STUB, Bag.of(stubs));
    gains.put(Damage.Kind.UNWRAP, Bag.of(unwraps));
    gains.put(Damage.Kind.UNSAFE, Bag.of(unsafeFunction ? List.of("unsafe") : unsafes));
    gains.put(Damage.Kind.CONDITION, Bag.of(conditions));
    return gains;
  }

  /// Whether a lock was taken right before: that gives up only where another thread already has.
  private boolean isLocked(int at) {
    return is(at - 2, ")") && is(at - 3, "(") && is(at - 4, "lock") && is(at - 5, ".");
  }

  /// Without the `!` too, so that `panic("…")` may become the macro that was meant.
  private Optional<String> stub(int at) {
    String word = code.get(at).text();
    if (GIVING_UP.contains(word) && (is(at + 1, "!") || is(at + 1, "("))) {
      return Optional.of(word + "!()");
    }
    boolean ends = (word.equals("exit") || word.equals("abort")) && is(at + 1, "(");
    if (ends && is(at - 1, "::") && is(at - 2, "process")) {
      return Optional.of("process::" + word + "()");
    }
    boolean forever = is(at, "loop") && is(at + 1, "{") && is(at + 2, "}");
    return forever ? Optional.of("loop {}") : Optional.empty();
  }

  private Optional<String> condition(int at) {
    boolean tests = is(at, "if") || is(at, "while");
    if (tests && is(at + 1, "false")) {
      return Optional.of(code.get(at).text() + " false");
    }
    return is(at, "cfg") && is(at + 1, "!") ? Optional.of("cfg!()") : Optional.empty();
  }

  private boolean beginsUnsafe() {
    for (int i = 0; i < code.size() && !is(i, "fn"); i++) {
      if (is(i, "unsafe")) {
        return is(i + 1, "fn") || is(i + 1, "extern") || is(i + 2, "fn");
      }
    }
    return false;
  }

  private boolean is(int at, String text) {
    return at >= 0 && at < code.size() && code.get(at).is(text);
  }
}
