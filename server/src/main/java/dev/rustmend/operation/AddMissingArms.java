package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Adds the arms that a `match` lacks, where it is evident what they do: nothing where the match is
/// a statement, `None` where an `Option` is the result, handing on the error where a `Result` is.
///
/// rustc names up to four patterns that are not covered in the message, each ready to be written as
/// an arm; from four on it counts the rest, and then a wildcard has to do. The parameter `body`
/// chooses one form: `unit`, `none`, `false`, `error`, `exit`, or `stub`, a named placeholder.
final class AddMissingArms implements Operation {
  private static final Pattern REST = Pattern.compile(" and (\\d+) more not covered");
  private static final int SURE = 0;
  private static final int LIKELY = 20;
  private static final int GUESS = 40;

  /// An arm to be added.
  record Arm(String pattern, String body) {}

  @Override
  public String name() {
    return "add-missing-arms";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> match = match(site);
    if (match.isEmpty() || match.get().child("body").isEmpty()) {
      return List.of();
    }
    List<String> missing = missing(site, match.get());
    if (missing.isEmpty()) {
      return List.of();
    }
    String body = site.parameter("body", "");
    if (body.equals("stub")) {
      return stub(site, match.get(), missing);
    }
    boolean unit = Outcomes.isUnit(match.get());
    if (unit && (body.isEmpty() || body.equals("unit"))) {
      return unit(site, match.get(), missing);
    }
    return unit && !body.equals("exit") ? List.of() : valued(site, match.get(), missing, body);
  }

  /// The match that the diagnostic is about.
  static Optional<SyntaxNode> match(Site site) {
    return site.enclosing("match_expression")
        .filter(match ->
            match.child("value").filter(v -> v.range().equals(site.primary().range())).isPresent()
                || match.range().encloses(site.primary().range()));
  }

  /// The patterns that are not covered, written as the arms that are there write theirs.
  static List<String> missing(Site site, SyntaxNode match) {
    if (REST.matcher(site.diagnostic().message()).find()) {
      List<String> variants = variants(site, match);
      return variants.isEmpty() ? List.of("_") : variants;
    }
    return site.quoted().stream().map(pattern -> styled(pattern, site, match)).toList();
  }

  /// The variants of the matched enum that no arm names.
  private static List<String> variants(Site site, SyntaxNode match) {
    String first = site.quoted().getFirst();
    int colon = first.lastIndexOf("::");
    if (colon < 0) {
      return List.of();
    }
    String type = first.substring(0, colon).replaceAll(".*::", "");
    String named =
        arms(match).stream().map(AddMissingArms::patternText).collect(Collectors.joining("\n"));
    return site.crate().types(type).stream()
        .limit(1)
        .flatMap(item -> Named.variants(item.node()).stream())
        .filter(
            variant -> !Pattern.compile("\\b" + Named.name(variant) + "\\b").matcher(named).find())
        .map(variant -> styled(type + "::" + shape(variant), site, match))
        .toList();
  }

  private static String shape(SyntaxNode variant) {
    int positions = Named.positions(variant).size();
    if (positions > 0) {
      return Named.name(variant) + "(" + "_, ".repeat(positions - 1) + "_)";
    }
    return Named.fields(variant).isEmpty() ? Named.name(variant) : Named.name(variant) + " { .. }";
  }

  /// `State::Off` becomes `Self::Off` or `Off` where the other arms are written so.
  private static String styled(String pattern, Site site, SyntaxNode match) {
    Matcher path = Pattern.compile("^&?(\\w+(?:::\\w+)*)::(\\w+)").matcher(pattern);
    if (!path.find()) {
      return pattern;
    }
    String type = path.group(1).replaceAll(".*::", "");
    List<String> siblings =
        site.crate().types(type).stream()
            .flatMap(item -> Named.variants(item.node()).stream().map(Named::name))
            .toList();
    for (SyntaxNode arm : arms(match)) {
      Matcher written = Pattern.compile("(?:([\\w:]+)::)?(\\w+)").matcher(patternText(arm));
      while (written.find()) {
        if (siblings.contains(written.group(2))) {
          String prefix = written.group(1) == null ? "" : written.group(1) + "::";
          return pattern.replaceFirst(
              "^(&?)[\\w:]+::(\\w+)", "$1" + Matcher.quoteReplacement(prefix) + "$2");
        }
      }
    }
    return pattern;
  }

  static List<SyntaxNode> arms(SyntaxNode match) {
    return match
        .child("body")
        .map(body -> body.namedChildren().stream().filter(arm -> arm.is("match_arm")).toList())
        .orElse(List.of());
  }

  private static String patternText(SyntaxNode arm) {
    return arm.child("pattern").map(SyntaxNode::text).orElse("");
  }

  private static List<Proposal> unit(Site site, SyntaxNode match, List<String> missing) {
    return proposal(site, match, List.of(new Arm(String.join(" | ", missing), "{}")), SURE);
  }

  private static List<Proposal> valued(
      Site site, SyntaxNode match, List<String> missing, String body) {
    String type = Outcomes.writtenType(match);
    var proposals = new ArrayList<Proposal>();
    if (type.startsWith("Option<") && isAsked(body, "none")) {
      proposals.addAll(all(site, match, missing, "None", SURE));
    }
    if (type.equals("bool") && isAsked(body, "false")) {
      proposals.addAll(all(site, match, missing, "false", LIKELY));
    }
    if (missing.equals(List.of("Err(_)")) && isAsked(body, "error")) {
      if (type.contains("Result<")) {
        proposals.addAll(proposal(site, match, List.of(new Arm("Err(e)", "Err(e)")), SURE));
      }
      if (returns(match, "Result<")) {
        proposals.addAll(
            proposal(site, match, List.of(new Arm("Err(e)", "return Err(e)")), LIKELY));
        proposals.addAll(
            proposal(site, match, List.of(new Arm("Err(e)", "return Err(e.into())")), GUESS));
      }
    }
    if (missing.stream().noneMatch("_"::equals) && isAsked(body, "exit")) {
      int penalty = LIKELY;
      for (String exit : Outcomes.exits(match)) {
        proposals.addAll(all(site, match, missing, exit, penalty));
        penalty = GUESS;
      }
    }
    return proposals;
  }

  private static boolean isAsked(String body, String form) {
    return body.isEmpty() || body.equals(form);
  }

  private static boolean returns(SyntaxNode node, String type) {
    return Nodes.function(node)
        .filter(function -> Outcomes.returnType(function).contains(type))
        .isPresent();
  }

  private static List<Proposal> all(
      Site site, SyntaxNode match, List<String> missing, String body, int penalty) {
    return proposal(site, match, List.of(new Arm(String.join(" | ", missing), body)), penalty);
  }

  private static List<Proposal> stub(Site site, SyntaxNode match, List<String> missing) {
    return insert(site, match, List.of(new Arm(String.join(" | ", missing), "todo!()"))).stream()
        .map(patch ->
            Proposal.of("Add a stub for `%s`".formatted(String.join(" | ", missing)), patch)
                .admitting(Damage.Kind.STUB))
        .toList();
  }

  /// Whether the `match` has arms, and none of them does anything: then one more of that sort is
  /// what its author would write.
  static boolean isIdle(SyntaxNode match) {
    List<SyntaxNode> arms = arms(match);
    return !arms.isEmpty()
        && arms.stream()
            .allMatch(arm ->
                arm.child("value")
                    .filter(value ->
                        value.is("unit_expression")
                            || (value.is("block") && value.namedChildren().isEmpty()))
                    .isPresent());
  }

  private static List<Proposal> proposal(Site site, SyntaxNode match, List<Arm> arms, int penalty) {
    String title =
        arms.stream()
            .map(arm -> "`" + arm.pattern() + " => " + arm.body() + "`")
            .collect(Collectors.joining(" and "));
    return insert(site, match, arms).stream()
        .map(patch -> Proposal.of("Add the arm " + title, patch).penalized(penalty))
        .map(made -> arms.stream().allMatch(arm -> handsOn(arm, match)) ? made : made.inventing())
        .toList();
  }

  /// Whether the arm only hands on what it was given, or does nothing where no other arm does
  /// anything; any other body is one that was made up.
  private static boolean handsOn(Arm arm, SyntaxNode match) {
    return arm.pattern().equals("Err(e)")
        || (arm.body().equals("{}") && isIdle(match))
        || (arm.pattern().equals("None") && arm.body().equals("None") && isMapped(match));
  }

  /// Whether the only arm makes another `Some` of a `Some`: then there is nothing to be made of
  /// `None`.
  private static boolean isMapped(SyntaxNode match) {
    List<SyntaxNode> arms = arms(match);
    return arms.size() == 1
        && patternText(arms.getFirst()).startsWith("Some(")
        && arms.getFirst()
            .child("value")
            .filter(value -> value.is("call_expression") && value.text().startsWith("Some("))
            .isPresent();
  }

  /// Adds a catch-all arm that does nothing.
  static Edits addEmpty(Site site, SyntaxNode match, Edits edits) {
    insert(site, match, List.of(new Arm("_", "{}")), edits);
    return edits;
  }

  static Optional<Patch> insert(Site site, SyntaxNode match, List<Arm> added) {
    Edits edits = site.edits();
    insert(site, match, added, edits);
    return edits.patch();
  }

  private static void insert(Site site, SyntaxNode match, List<Arm> added, Edits edits) {
    SyntaxNode body = match.child("body").orElseThrow();
    List<SyntaxNode> arms = arms(match);
    String outer = Site.indent(site.text(), match.range().start());
    if (arms.isEmpty()) {
      String lines = lines(added, outer + "    ");
      int close = body.range().end() - 1;
      boolean multiline = body.text().contains("\n");
      if (multiline) {
        int lineStart = close - Site.indent(site.text(), close).length();
        edits.insert(lineStart, lines.substring(1) + "\n");
      } else {
        edits.replace(new TextRange(body.range().start() + 1, close), lines + "\n" + outer);
      }
      return;
    }
    SyntaxNode last = arms.getLast();
    boolean oneLine = !body.text().contains("\n");
    String text = last.text().strip();
    boolean needsComma = !text.endsWith(",") && !text.endsWith("}");
    String indent = Site.indent(site.text(), last.range().start());
    String comma = needsComma ? "," : "";
    String inserted =
        oneLine
            ? comma + " " + lines(added, "").strip().replace("\n", " ")
            : comma + lines(added, indent);
    if (oneLine && !text.endsWith(",")) {
      inserted = inserted.replaceAll(",$", "");
    }
    if (oneLine || needsComma) {
      edits.insert(last.range().end(), inserted);
    } else {
      edits.insert(endOfComment(site, last), inserted);
    }
  }

  /// The end of the arm, or of the comment behind it on the same line.
  private static int endOfComment(Site site, SyntaxNode arm) {
    return arm.parent().stream()
        .flatMap(body -> body.children().stream())
        .filter(node -> node.isExtra() && node.range().start() >= arm.range().end())
        .filter(node ->
            !site.text()
                .slice(
                    new TextRange(/* start= */ arm.range().end(), /* end= */ node.range().start()))
                .contains("\n"))
        .map(node -> node.range().end() - (node.text().endsWith("\n") ? 1 : 0))
        .findFirst()
        .orElse(arm.range().end());
  }

  private static String lines(List<Arm> arms, String indent) {
    return arms.stream()
        .map(arm ->
            "\n"
                + indent
                + arm.pattern()
                + " => "
                + arm.body()
                + (arm.body().equals("{}") ? "" : ","))
        .collect(Collectors.joining());
  }
}
