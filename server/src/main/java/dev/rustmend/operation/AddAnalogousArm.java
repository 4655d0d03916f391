package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Adds the arms that a `match` lacks (E0004) where all arms that are there follow one rule, which
/// tells what the missing ones are: each variant's own name as a text, the same call on what each
/// variant holds, the other half of a pair, and the rest where every arm gives `Some(..)` or
/// `true`.
final class AddAnalogousArm implements Operation {
  private static final Pattern VARIANT = Pattern.compile("&?(?:\\w+::)*([A-Z]\\w*)");
  private static final Pattern HOLDING =
      Pattern.compile("(&?(?:\\w+::)*[A-Z]\\w*)\\((?:ref )?(\\w+)\\)");
  private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\{}]+)\"|'([A-Za-z])'");
  private static final Pattern OPEN = Pattern.compile("&?_|.*\\.\\.=?.*|&?\\(.*\\)");
  private static final String HOLE = "\u0000";

  /// The ways in which a variant's name is written as a text.
  private static final List<UnaryOperator<String>> WAYS =
      List.of(
          name -> name,
          name -> name.toLowerCase(Locale.ROOT),
          name -> name.toUpperCase(Locale.ROOT),
          name -> words(name, "_"),
          name -> words(name, "-"),
          name -> words(name, " "),
          name -> words(name, "_").toUpperCase(Locale.ROOT),
          name -> capital(words(name, " ")),
          name -> name.substring(0, 1),
          name -> name.substring(0, 1).toLowerCase(Locale.ROOT));

  @Override
  public String name() {
    return "add-analogous-arm";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> match = AddMissingArms.match(site);
    List<Arm> arms = match.map(AddAnalogousArm::arms).orElse(List.of());
    if (arms.size() < 2 || arms.stream().anyMatch(Arm::isGuarded)) {
      return List.of();
    }
    List<String> missing = AddMissingArms.missing(site, match.get());
    List<AddMissingArms.Arm> added =
        texts(arms, missing)
            .or(() -> calls(arms, missing))
            .or(() -> pair(arms, missing))
            .or(() -> rest(match.get(), arms, missing))
            .orElse(List.of());
    if (added.isEmpty()) {
      return List.of();
    }
    String title =
        added.stream()
            .map(arm -> "`" + arm.pattern() + " => " + arm.body() + "`")
            .collect(Collectors.joining(" and "));
    return AddMissingArms.insert(site, match.get(), added).stream()
        .map(patch -> Proposal.of("Add the arm %s, as the others are".formatted(title), patch))
        .toList();
  }

  /// An arm of the match: the texts of its pattern, guard left in, and of its value.
  private record Arm(String pattern, String value, boolean isGuarded) {

    Optional<String> variant() {
      Matcher name = VARIANT.matcher(pattern);
      return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }
  }

  private static List<Arm> arms(SyntaxNode match) {
    var arms = new ArrayList<Arm>();
    for (SyntaxNode arm : AddMissingArms.arms(match)) {
      Optional<SyntaxNode> pattern = arm.child("pattern");
      arms.add(
          new Arm(
              pattern.map(SyntaxNode::text).orElse(""),
              arm.child("value").map(SyntaxNode::text).orElse(""),
              pattern.flatMap(node -> node.child("condition")).isPresent()));
    }
    return arms;
  }

  /// `Status::Packed => "packed".to_string()`: the text is the variant's name, written in one way.
  private static Optional<List<AddMissingArms.Arm>> texts(List<Arm> arms, List<String> missing) {
    Set<String> frames = new LinkedHashSet<>();
    List<UnaryOperator<String>> ways = new ArrayList<>(WAYS);
    int count = 0;
    for (Arm arm : arms) {
      Optional<String> variant = arm.variant();
      Matcher text = TEXT.matcher(arm.value());
      if (variant.isEmpty()) {
        continue;
      }
      if (!text.find()) {
        return Optional.empty();
      }
      String said = text.group(1) == null ? text.group(2) : text.group(1);
      int group = text.group(1) == null ? 2 : 1;
      frames.add(
          arm.value().substring(0, text.start(group))
              + HOLE
              + arm.value().substring(text.end(group)));
      ways.removeIf(way -> !way.apply(variant.get()).equals(said));
      count++;
    }
    if (count < 2 || frames.size() != 1 || ways.isEmpty()) {
      return Optional.empty();
    }
    var added = new ArrayList<AddMissingArms.Arm>();
    for (String pattern : missing) {
      Matcher name = VARIANT.matcher(pattern);
      if (!name.matches()) {
        return Optional.empty();
      }
      Set<String> results =
          ways.stream().map(way -> way.apply(name.group(1))).collect(Collectors.toSet());
      if (results.size() != 1) {
        return Optional.empty();
      }
      String value = frames.iterator().next().replace(HOLE, results.iterator().next());
      added.add(new AddMissingArms.Arm(bare(pattern, arms), value));
    }
    return Optional.of(added);
  }

  /// `Shape::Square(s) => s.area()`: every variant holds one value, with which the same is done.
  private static Optional<List<AddMissingArms.Arm>> calls(List<Arm> arms, List<String> missing) {
    Set<String> frames = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (Arm arm : arms) {
      Matcher holding = HOLDING.matcher(arm.pattern());
      if (!holding.matches() || holding.group(2).equals("_")) {
        return Optional.empty();
      }
      names.add(holding.group(2));
      frames.add(arm.value().replaceAll("\\b" + holding.group(2) + "\\b", HOLE));
    }
    if (frames.size() != 1 || !frames.iterator().next().contains(HOLE)) {
      return Optional.empty();
    }
    var added = new ArrayList<AddMissingArms.Arm>();
    for (String pattern : missing) {
      Matcher holding = HOLDING.matcher(pattern);
      if (!holding.matches()) {
        return Optional.empty();
      }
      String variant = holding.group(1).replaceAll(".*::", "");
      String name =
          names.size() == 1
              ? names.iterator().next()
              : variant.substring(0, 1).toLowerCase(Locale.ROOT);
      added.add(
          new AddMissingArms.Arm(
              bare(holding.group(1), arms) + "(" + name + ")",
              frames.iterator().next().replace(HOLE, name)));
    }
    return Optional.of(added);
  }

  /// `North => South, South => North, East => West`: each variant is its opposite's opposite.
  private static Optional<List<AddMissingArms.Arm>> pair(List<Arm> arms, List<String> missing) {
    if (missing.size() != 1 || !VARIANT.matcher(missing.getFirst()).matches()) {
      return Optional.empty();
    }
    String last = missing.getFirst().replaceFirst("^&", "");
    Map<String, String> opposites =
        arms.stream()
            .collect(
                Collectors.toMap(
                    arm -> arm.pattern().replaceFirst("^&", ""), Arm::value, (one, _) -> one));
    List<String> open =
        opposites.entrySet().stream()
            .filter(each -> each.getValue().equals(last))
            .map(Map.Entry::getKey)
            .toList();
    boolean mutual =
        opposites.entrySet().stream()
            .filter(each -> !each.getValue().equals(last))
            .allMatch(each -> each.getKey().equals(opposites.get(each.getValue())));
    return open.size() == 1 && mutual && opposites.size() > 2
        ? Optional.of(List.of(new AddMissingArms.Arm(bare(last, arms), open.getFirst())))
        : Optional.empty();
  }

  /// Numbers or texts of which every arm gives `Some(..)`, or `true`: there is nothing for others.
  private static Optional<List<AddMissingArms.Arm>> rest(
      SyntaxNode match, List<Arm> arms, List<String> missing) {
    boolean open =
        missing.stream()
            .allMatch(
                each -> (OPEN.matcher(each).matches() && !each.contains("::")) || isBound(each));
    if (!open || arms.stream().anyMatch(arm -> arm.pattern().contains("::"))) {
      return Optional.empty();
    }
    String type = Outcomes.writtenType(match);
    String function = Nodes.function(match).map(SyntaxNode::text).orElse("");
    boolean some = arms.stream().allMatch(arm -> arm.value().startsWith("Some("));
    if (some
        && type.startsWith("Option<")
        && !Pattern.compile("\\bNone\\b").matcher(function).find()) {
      return Optional.of(List.of(new AddMissingArms.Arm("_", "None")));
    }
    boolean yes = arms.stream().allMatch(arm -> arm.value().equals("true"));
    boolean no = arms.stream().allMatch(arm -> arm.value().equals("false"));
    return yes || no
        ? Optional.of(List.of(new AddMissingArms.Arm("_", yes ? "false" : "true")))
        : Optional.empty();
  }

  /// Whether the pattern is a range up to a bound of its type: `101_u8..=u8::MAX`.
  private static boolean isBound(String pattern) {
    return pattern.contains("..") && pattern.matches(".*\\b[iu](?:\\d+|size)::(?:MAX|MIN).*");
  }

  /// The pattern without the `&` that rustc puts before it, where the other arms have none.
  private static String bare(String pattern, List<Arm> arms) {
    boolean lent = arms.stream().anyMatch(arm -> arm.pattern().startsWith("&"));
    return lent ? pattern : pattern.replaceFirst("^&", "");
  }

  private static String words(String name, String between) {
    return String.join(between, wordsOf(name));
  }

  private static List<String> wordsOf(String name) {
    return Pattern.compile("(?<=[a-z0-9])(?=[A-Z])")
        .splitAsStream(name)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
