package dev.rustmend.operation;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognizes a derive that an error asks of the wrong type.
///
/// `#[derive(Clone)]` on `struct Lazy<T>(fn() -> T)` demands `T: Clone`, though no `T` is in it;
/// when a method is then missing for `Lazy<Key>`, rustc proposes the derive for `Key`. What is to
/// be changed is the impl of `Lazy`; what `Key` can do is for its author to say.
public final class NeedlessDerive {
  private static final Pattern HOLDER =
      Pattern.compile("exists for struct `(\\w+)<.*trait bounds were not satisfied");

  /// Types that hold no value of their parameter by themselves, and are `Clone` whatever it is.
  private static final String INDIRECT =
      "(unsafe |extern \"[^\"]*\" )*fn\\s*\\([^)]*\\)(\\s*->\\s*[^,;)}]+)?"
          + "|\\b(PhantomData|Rc|Arc|Weak)\\s*<[^>]*>"
          + "|\\*(const|mut)\\s+\\w+"
          + "|&\\s*('\\w+\\s+)?\\w+";

  private NeedlessDerive() {}

  /// Whether a derive that answers `diagnostic` follows from the bound on a generic struct alone,
  /// while the struct, written in `text`, has no value of its parameter's type in it.
  public static boolean answers(Diagnostic diagnostic, String text) {
    Matcher holder = HOLDER.matcher(diagnostic.message());
    return holder.find() && holdsNone(text, holder.group(1));
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
