package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares two shapes, from the large parts to the small.
final class ShapeComparison {
  /// So many words that nothing took the place of are no repair of a syntax error.
  private static final int MANY_WORDS = 3;

  private static final Pattern QUOTING = Pattern.compile("[\\s\"\\\\]|(?<![\\w.])0(?=\\.[0-9])");
  private static final Pattern HASH =
      Pattern.compile("(?m)(^|[;{},])([ \\t]*)#(?=[ \\t\\w])(?!include|define)");
  private static final Pattern SPELLING = Pattern.compile("[\\s\"'\\\\{}]");

  /// Keywords of other languages: what a repair of a syntax error puts Rust's in place of.
  private static final Set<String> FOREIGN =
      Set.of(
          "and",
          "auto",
          "case",
          "class",
          "def",
          "do",
          "default",
          "double",
          "elif",
          "elseif",
          "elsif",
          "final",
          "float",
          "foreach",
          "from",
          "func",
          "function",
          "fun",
          "gt",
          "import",
          "include",
          "int",
          "interface",
          "lambda",
          "lt",
          "long",
          "namespace",
          "new",
          "not",
          "null",
          "of",
          "or",
          "private",
          "protected",
          "public",
          "raise",
          "rust",
          "string",
          "switch",
          "then",
          "throw",
          "using",
          "var",
          "virtual",
          "void");

  private final ProgramShape before;
  private final ProgramShape after;
  private final Losses losses;

  private ShapeComparison(ProgramShape before, ProgramShape after) {
    this.before = before;
    this.after = after;
    this.losses = new Losses(newComments(before, after));
  }

  static List<Damage> precise(ProgramShape before, ProgramShape after) {
    return new ShapeComparison(before, after).compare();
  }

  /// Whether the two differ in nothing but quotes, backslashes and white space.
  static boolean isRequoted(SourceText before, SourceText after) {
    return QUOTING
        .matcher(before.string())
        .replaceAll("")
        .equals(QUOTING.matcher(after.string()).replaceAll(""));
  }

  static List<Damage> coarse(
      ProgramShape before, ProgramShape after, SourceText source, SourceText result) {
    var comparison = new ShapeComparison(before, after);
    String old = squeezed(source);
    String young = squeezed(result);
    var found =
        new ArrayList<>(
            comparison.compare().stream()
                .filter(damage -> !isRespelled(damage, old, young))
                .toList());
    if (hashesOut(source).equals(hashesOut(result))) {
      return List.copyOf(found);
    }
    Bag lost = telling(before, before.words().minus(after.words()), old, young);
    int gained = after.words().minus(before.words()).size();
    int less = lost.size() - gained;
    if (found.isEmpty() && less > 0) {
      String words = String.join(" ", lost.stream().limit(8).toList());
      var kind = less < MANY_WORDS ? Damage.Kind.VALUE : Damage.Kind.STATEMENT;
      boolean respelled =
          less < MANY_WORDS
              && lost.words().stream().allMatch(word -> isKept(squeezed(word), old, young));
      if (!respelled) {
        found.add(new Damage(kind, "deletes `%s`".formatted(words)));
      }
    }
    Bag attributes = names(before).minus(names(after));
    attributes.words().stream()
        .map(name -> new Damage(Damage.Kind.VALUE, "deletes the attribute `%s`".formatted(name)))
        .forEach(found::add);
    return List.copyOf(found);
  }

  /// The text with `//` for each `#` that begins a comment in other languages.
  private static String hashesOut(SourceText text) {
    return HASH.matcher(text.string()).replaceAll("$1$2//");
  }

  private static Bag names(ProgramShape shape) {
    return Bag.of(shape.attributes().stream().map(Attribute::name).toList());
  }

  /// Whether what seems to be lost is there in another spelling: in a text with an unclosed string
  /// code is read as text and text as code, and `switch (x)` is no call.
  private static boolean isRespelled(Damage damage, String old, String young) {
    String phrase = damage.phrase();
    int open = phrase.indexOf('`');
    int close = phrase.lastIndexOf('`');
    String thing = open < close ? phrase.substring(open + 1, close) : phrase;
    return switch (damage.kind()) {
      case LITERAL ->
          isStep(thing, old, young)
              || isKept(squeezed(thing), old, young)
              || (thing.contains("\n") && isKept(asCode(thing), old, young));
      case CALL, WRAPPER -> {
        String callee = thing.replaceFirst("!?\\(.*", "");
        yield FOREIGN.contains(callee) || isKept(callee, old, young);
      }
      case STATEMENT ->
          thing.startsWith("break") && old.contains("switch") && !young.contains("switch");
      case ITEM,
          VARIANT,
          FIELD,
          PARAMETER,
          ARM,
          HIDDEN,
          STUB,
          UNWRAP,
          UNSAFE,
          LINT,
          VALUE,
          INVENTION,
          EXPOSURE,
          CONDITION,
          COMMENT,
          TEST,
          OPERATOR,
          DERIVE,
          ATTRIBUTE,
          BOUND,
          MANIFEST ->
          false;
    };
  }

  /// What an unclosed string swallowed, read as the code that it is.
  private static String asCode(String unclosed) {
    return squeezed(SourceText.of(unclosed.substring(unclosed.indexOf('"') + 1)));
  }

  /// Whether a part of the text occurs as often as it did.
  private static boolean isKept(String part, String old, String young) {
    return !part.isEmpty() && occurrences(part, young) >= occurrences(part, old);
  }

  private static int occurrences(String part, String text) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      boolean digits = Character.isDigit(part.charAt(0));
      count += digits && isInNumber(text, at, at + part.length()) ? 0 : 1;
    }
    return count;
  }

  /// Whether a digit stands before or behind: `2` is no part of `12`.
  private static boolean isInNumber(String text, int start, int end) {
    return (start > 0 && Character.isDigit(text.charAt(start - 1)))
        || (end < text.length() && Character.isDigit(text.charAt(end)));
  }

  /// Whether `literal` is the step of a loop as C writes it, which is gone with the loop's head.
  private static boolean isStep(String literal, String old, String young) {
    return literal.equals("1") && occurrences("for(", young) < occurrences("for(", old);
  }

  private static String squeezed(SourceText text) {
    return squeezed(
        RustLexer.tokens(text).stream()
            .filter(token -> token.kind() != TokenKind.COMMENT)
            .map(Token::text)
            .collect(Collectors.joining()));
  }

  private static String squeezed(String code) {
    return SPELLING.matcher(code).replaceAll("");
  }

  /// The words that are no keywords, of other languages or misspelled, no argument of a type, no
  /// `break` of a `switch`, no step and no variable of a loop as C writes it and no variable that
  /// nothing uses; each at most twice.
  private static Bag telling(ProgramShape before, Bag lost, String old, String young) {
    boolean unswitched = old.contains("switch") && !young.contains("switch");
    return Bag.of(
        lost.stream()
            .filter(word -> !FOREIGN.contains(word) && !Words.isNearKeyword(word))
            .filter(word -> !word.equals("1") && !(unswitched && word.equals("break")))
            .filter(word -> before.words().count(word) > 1 || !old.contains("let" + word + "="))
            .filter(word -> !PrimitiveTypes.ALL.contains(word) || !old.contains("<" + word + ">"))
            .filter(word -> !old.contains("for(" + word + "=") && !old.contains("for(let" + word))
            .distinct()
            .flatMap(word -> Collections.nCopies(Math.min(2, lost.count(word)), word).stream())
            .toList());
  }

  private List<Damage> compare() {
    Set<String> variables = new HashSet<>(after.variables());
    variables.removeAll(before.variables());
    new DefinitionComparison(before.definitions(), after.definitions(), variables, losses)
        .compare();
    new AttributeComparison(before, after, losses).compare();
    new PromiseComparison(before, after, losses).compare();
    hidden();
    Bag lost = before.words().minus(after.words());
    var moved = Bag.of(keys(after)).minus(Bag.of(keys(before)));
    var gained = GainComparison.of(before, after);
    for (BodyPair pair : pairs()) {
      new BodyComparison(pair.before, pair.after, lost, moved, losses).compare();
      new SpelledComparison(pair.before, pair.after, losses).compare();
      gained.compare(pair.before, pair.after, losses);
    }
    return losses.damage();
  }

  /// Arms that are there, and that no value reaches any more.
  private void hidden() {
    if (after.hiddenArms().size() > before.hiddenArms().size()) {
      after.hiddenArms().minus(before.hiddenArms()).words().stream()
          .map(arm -> new Damage(Damage.Kind.HIDDEN, "hides the arm `%s`".formatted(arm)))
          .forEach(losses::add);
    }
  }

  /// One function in both versions.
  private record BodyPair(Body before, Body after) {}

  /// A function is found by its path; one that has another path now, by what it says. One that is
  /// gone has been told as an item, a new one is compared with nothing.
  private List<BodyPair> pairs() {
    var pairs = new ArrayList<BodyPair>();
    var young = new ArrayList<>(after.bodies().values());
    var unpaired = new ArrayList<Body>();
    for (Body old : before.bodies().values()) {
      Body same = after.bodies().get(old.owner());
      if (same == null) {
        unpaired.add(old);
      } else {
        young.remove(same);
        pairs.add(new BodyPair(old, same));
      }
    }
    for (Body old : unpaired) {
      Optional<Body> likest =
          young.stream().max(Comparator.comparingInt(body -> likeness(old, body)));
      likest.ifPresent(body -> {
        young.remove(body);
        pairs.add(new BodyPair(old, body));
      });
    }
    young.forEach(body -> pairs.add(new BodyPair(Body.empty(body.owner()), body)));
    return pairs;
  }

  private static int likeness(Body old, Body young) {
    return old.words().common(young.words()).size();
  }

  private static List<String> keys(ProgramShape shape) {
    return shape.bodies().values().stream()
        .flatMap(body -> java.util.stream.Stream.of(body.statements(), body.arms()))
        .flatMap(List::stream)
        .map(Piece::key)
        .toList();
  }

  private static Bag newComments(ProgramShape before, ProgramShape after) {
    Bag fresh = Bag.of(after.comments()).minus(Bag.of(before.comments()));
    return fresh.stream()
        .map(comment -> comment.replaceFirst("^/[/*]+!?", "").replaceFirst("\\*/$", ""))
        .map(comment -> Words.of(RustLexer.tokens(SourceText.of(comment))))
        .reduce(Bag.EMPTY, Bag::plus);
  }
}
