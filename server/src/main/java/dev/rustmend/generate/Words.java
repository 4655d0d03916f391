package dev.rustmend.generate;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a text that say what it is about, each in a short form that its inflections share.
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}]*");
  private static final Pattern ENDING = Pattern.compile("(?:ings?|ers?|ed|es|s|e|ions?|ors?)$");
  private static final int SHORTEST = 3;
  private static final Set<String> EMPTY =
      Set.of(
          ("a about an and app application are as at be build by can cargo crate create do each for"
                  + " from generate give has have how i if in into is it its like make me my need no"
                  + " not of on one or our please program project rust server should simple small so"
                  + " some something that the their them there this through to tool use uses using"
                  + " want was when where which whenever with without write you your")
              .transform(
                  words -> Pattern.compile(" ").splitAsStream(words).toArray(String[]::new)));

  /// Words that would make a strange name.
  private static final Set<String> DOING =
      Set.of(
          ("add adds all answer answers any based call called calls can collect come comes count"
                  + " counts down drop drops every find finds fall get gets given keep keeps last let"
                  + " lets line lines list lists manage manages new old own parse parses per print"
                  + " prints process processes read reads remove removes run runs see sees show shows"
                  + " store stores sum sums summarize tiny track tracks up watch watches write"
                  + " writes")
              .transform(
                  words -> Pattern.compile(" ").splitAsStream(words).toArray(String[]::new)));

  private Words() {}

  /// In the order of the text.
  static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group())
        .filter(word -> word.length() >= 2 && !EMPTY.contains(word))
        .map(Words::stem)
        .forEach(words::add);
    return words;
  }

  /// Whether a word is not fit for a name.
  static boolean isNoName(String word) {
    return EMPTY.contains(word) || DOING.contains(word);
  }

  private static String stem(String word) {
    String bare = ENDING.matcher(word).replaceFirst("");
    return bare.length() < SHORTEST ? word : bare;
  }
}
