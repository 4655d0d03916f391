package dev.rustmend.generate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The name of a cargo package: lower case words with hyphens, none of them a name that cargo or
/// Rust needs.
record PackageName(String text) {
  private static final Pattern GOOD = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final int WORDS = 2;
  private static final int LONGEST = 32;
  private static final Set<String> TAKEN =
      Set.of(
          ("abstract alloc as async await become box break build const continue core crate debug"
                  + " deps do doc dyn else enum examples extern false final fn for gen if impl in"
                  + " incremental let loop macro main match mod move mut override priv proc_macro pub"
                  + " ref release return self static std struct super test tests trait true try type"
                  + " typeof union unsafe unsized use virtual where while yield")
              .transform(
                  words -> Pattern.compile(" ").splitAsStream(words).toArray(String[]::new)));

  /// The name that somebody asked for; empty when cargo would not take it.
  static Optional<PackageName> of(String text) {
    boolean good =
        GOOD.matcher(text).matches()
            && text.length() <= LONGEST
            && !TAKEN.contains(text.replace('-', '_'));
    return good ? Optional.of(new PackageName(text)) : Optional.empty();
  }

  /// A name of the first words of a description that say something; `app` when there is none.
  static PackageName from(String description) {
    String joined =
        WORD.matcher(description)
            .results()
            .map(found -> found.group().toLowerCase(Locale.ROOT))
            .filter(word -> word.length() > 1 && !Words.isNoName(word))
            .limit(WORDS)
            .collect(Collectors.joining("-"));
    String bounded = joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined;
    return of(bounded).orElseGet(() -> new PackageName("app"));
  }

  /// How Rust code writes it.
  String crate() {
    return text.replace('-', '_');
  }
}
