package dev.rustmend.knowledge;

import dev.rustmend.search.Passage;
import dev.rustmend.search.Sayings;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a question that a passage must have in order to answer it. `names` are those that
/// look like code: a passage that does not know them is about something else. `meant` are, by word,
/// the documentation's words for a saying that the word belongs to.
record QuestionWords(Set<String> words, Set<String> names, Map<String, Set<String>> meant) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:::[\\p{L}\\p{N}_]+)*");
  private static final Pattern NAME =
      Pattern.compile("\\w*_\\w+|\\w+::.*|[A-Z]\\d{4}|[A-Z]+[a-z]+[A-Z]\\w*");

  /// Words of which every question is made, and those that every page has.
  private static final Set<String> EMPTY =
      Set.of(
          ("a about all an and any are as at be best between but by can cannot code convert could"
                  + " did difference do does doing done each every example explain find for from"
                  + " get give go good has have help how i if in inside into is it its just like"
                  + " make mean means must my need no not of on one or other out possible program"
                  + " programming put rust should so some something tell than that the their them"
                  + " then there these they thing this to two up use used using want was way we"
                  + " what when where which who why will with work works without would write you"
                  + " your")
              .transform(text -> Pattern.compile(" ").splitAsStream(text).toArray(String[]::new)));

  private static final int STEM = 3;

  QuestionWords {
    words = Set.copyOf(words);
    names = Set.copyOf(names);
    meant = Map.copyOf(meant);
  }

  static QuestionWords of(String question) {
    var words = new LinkedHashSet<String>();
    var names = new LinkedHashSet<String>();
    WORD.matcher(question)
        .results()
        .map(found -> found.group())
        .forEach(word -> {
          if (NAME.matcher(word).matches()) {
            names.add(word.toLowerCase(Locale.ROOT));
          }
          String lower = word.toLowerCase(Locale.ROOT);
          if (!EMPTY.contains(lower) && lower.length() > 1) {
            words.add(lower);
          }
        });
    return new QuestionWords(words, names, meant(question));
  }

  private static Map<String, Set<String>> meant(String question) {
    var meant = new HashMap<String, Set<String>>();
    for (Sayings.Saying saying : Sayings.shipped().in(question)) {
      for (String said : known(saying.said())) {
        meant.merge(said, known(saying.meant()), QuestionWords::both);
      }
    }
    return meant;
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    var both = new LinkedHashSet<>(some);
    both.addAll(others);
    return both;
  }

  /// The share of the words that the passage has, from 0 to 1; 0 when it lacks a name. What is
  /// meant by a saying counts for it when the title has some of it, or the whole passage all of it.
  double share(Passage passage) {
    Set<String> title = known(head(passage));
    Set<String> all = known(head(passage) + "\n" + passage.body() + "\n" + passage.code());
    if (words.isEmpty() || !names.stream().allMatch(name -> has(all, name))) {
      return 0;
    }
    double found = 0;
    for (String word : words) {
      found += has(title, word) ? 1 : has(all, word) || isMeant(title, all, word) ? 0.75 : 0;
    }
    return found / words.size();
  }

  private boolean isMeant(Set<String> title, Set<String> all, String word) {
    Set<String> others = meant.getOrDefault(word, Set.of());
    return !others.isEmpty()
        && (others.stream().anyMatch(other -> has(title, other))
            || others.stream().allMatch(other -> has(all, other)));
  }

  /// How many of the words `text` has.
  long count(String text) {
    Set<String> known = known(text);
    return words.stream().filter(word -> has(known, word)).count();
  }

  private static String head(Passage passage) {
    return String.join(
        "\n",
        List.of(
            passage.title(),
            String.join("\n", passage.headings()),
            String.join("\n", passage.keywords()),
            String.join(" ", passage.codes()),
            String.join("\n", passage.messages())));
  }

  /// All words of a text, of paths their parts as well.
  private static Set<String> known(String text) {
    var known = new LinkedHashSet<String>();
    WORD.matcher(text)
        .results()
        .map(found -> found.group())
        .forEach(word -> {
          String lower = word.toLowerCase(Locale.ROOT);
          known.add(lower);
          Pattern.compile("::").splitAsStream(lower).forEach(known::add);
        });
    return known;
  }

  /// Forms of one word count as the same: `string`, `strings`; `iterate`, `iterating`.
  private static boolean has(Set<String> known, String word) {
    if (known.contains(word)) {
      return true;
    }
    if (word.contains("::")) {
      return Pattern.compile("::").splitAsStream(word).allMatch(known::contains);
    }
    String stem = stem(word);
    return stem.length() > STEM && known.stream().anyMatch(each -> stem(each).equals(stem));
  }

  private static String stem(String word) {
    String bare = word.replaceFirst("(?:ing|ed|es|s|er|e|ion|ions|ation|ations)$", "");
    return bare.length() < STEM ? word : bare.replaceFirst("(.)\\1$", "$1");
  }
}
