package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.workspace.Snapshot;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognizes a derive that rustc asks of the wrong type.
///
/// `#[derive(Clone)]` on `struct Lazy<T>(fn() -> T)` demands `T: Clone`, though no `T` is in it;
/// when a method is then missing for `Lazy<Key>`, rustc proposes the derive for `Key`. What is to
/// be changed is the impl of `Lazy`, and what `Key` can do is for its author to say.
final class NeedlessDerive {
  private static final Pattern HOLDER =
      Pattern.compile("exists for struct `(\\w+)<.*trait bounds were not satisfied");

  /// Types that hold no value of their parameter by themselves, and are `Clone` whatever it is.
  private static final String INDIRECT =
      "(unsafe |extern \"[^\"]*\" )*fn\\s*\\([^)]*\\)(\\s*->\\s*[^,;)}]+)?"
          + "|\\b(PhantomData|Rc|Arc|Weak)\\s*<[^>]*>"
          + "|\\*(const|mut)\\s+\\w+"
          + "|&\\s*('\\w+\\s+)?\\w+";

  private NeedlessDerive() {}

  /// Whether `suggestion` is a derive that only a bound on a generic struct asks for, while the
  /// struct, written in the same file, has no value of the parameter's type in it.
  static boolean is(Diagnostic diagnostic, Suggestion suggestion, Snapshot snapshot) {
    Matcher holder = HOLDER.matcher(diagnostic.message());
    return suggestion.message().contains("#[derive(")
        && holder.find()
        && suggestion.patch().files().stream()
            .flatMap(file -> snapshot.read(file).stream())
            .anyMatch(text -> holdsNone(text.toString(), holder.group(1)));
  }

  private static boolean holdsNone(String text, String name) {
    Matcher declared =
        Pattern.compile("(?s)\\bstruct " + name + "<(\\w+)[^>]*>([^;{]*(?:;|\\{[^}]*\\}))")
            .matcher(text);
    return declared.find()
        && !Pattern.compile("\\b" + declared.group(1) + "\\b")
            .matcher(declared.group(2).replaceAll(INDIRECT, ""))
            .find();
  }
}
