package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Implements a trait whose body has one meaning for a type of the crate: an operator field by
/// field, `Deref` and `Index` into the only field, `Error` with nothing to add, `Display` as the
/// debug text.
///
/// The diagnostics are E0369 and E0277 for operators, E0368 for assigning ones, E0600 for `-` and
/// `!`, E0614 for `*`, E0608 for an index. The fields of a struct that is added must all be numbers
/// or such structs themselves.
final class ImplementTrait implements Operation {
  private static final Map<String, List<String>> OPERATORS =
      Map.of(
          "+", List.of("Add", "add"),
          "-", List.of("Sub", "sub"),
          "*", List.of("Mul", "mul"),
          "/", List.of("Div", "div"),
          "%", List.of("Rem", "rem"));
  private static final Pattern LABEL =
      Pattern.compile("cannot (?:add|subtract|multiply|divide|calculate)\\S*.*?`");
  private static final Pattern UNARY =
      Pattern.compile("cannot apply unary operator `([-!])` to type `&?(.+)`");
  private static final Pattern DEREF = Pattern.compile("type `(.+)` cannot be dereferenced");
  private static final Pattern INDEX =
      Pattern.compile("cannot index into a value of type `&?(.+)`");
  private static final Pattern ERROR =
      Pattern.compile("`([\\w:]+): (?:std::error::)?Error` is not satisfied");
  private static final Pattern DISPLAY =
      Pattern.compile("`([\\w:]+)` doesn't implement `(?:std::fmt::)?Display`");

  @Override
  public String name() {
    return "implement-trait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    binary(site, found);
    unary(site, found);
    pointer(site, found);
    index(site, found);
    described(site, found);
    return found;
  }

  private static Optional<CrateFiles.Item> struct(Site site, String type) {
    return site.crate().types(RustType.of(type).bare().name()).stream()
        .filter(item -> item.node().child("type_parameters").isEmpty())
        .findFirst();
  }

  private static void add(
      Site site,
      CrateFiles.Item item,
      String title,
      String code,
      int penalty,
      List<Proposal> found) {
    String indent = Site.indent(item.node().tree().source(), item.node().range().start());
    String text = ("\n\n" + code).replace("\n", "\n" + indent).replaceAll("(?m)^[ \\t]+$", "");
    site.edits()
        .insert(item.file(), item.node().range().end(), text)
        .patch()
        .ifPresent(patch -> found.add(Proposal.of(title, patch).penalized(penalty)));
  }

  private static void binary(Site site, List<Proposal> found) {
    String code = site.diagnostic().codeText();
    Optional<SyntaxNode> expression =
        site.enclosing("binary_expression", "compound_assignment_expr");
    if (!List.of("E0369", "E0277", "E0368").contains(code)
        || expression.isEmpty()
        || !(LABEL.matcher(site.diagnostic().message()).find()
            || site.diagnostic().message().startsWith("binary "))) {
      return;
    }
    String operator = expression.get().child("operator").map(SyntaxNode::text).orElse("");
    boolean assigns = operator.endsWith("=");
    List<String> trait =
        OPERATORS.get(assigns ? operator.substring(0, operator.length() - 1) : operator);
    var types = new LocalTypes(site.crate());
    Optional<RustType> left = expression.get().child("left").flatMap(types::of);
    Optional<RustType> right = expression.get().child("right").flatMap(types::of);
    if (trait == null || left.isEmpty()) {
      return;
    }
    boolean same = right.map(other -> other.bare().fits(left.get().bare())).orElse(true);
    Optional<CrateFiles.Item> item = struct(site, left.get().text());
    boolean number = right.map(RustType::bare).filter(RustType::isNumber).isPresent();
    if (item.isEmpty() || !(same || number)) {
      return;
    }
    fieldwise(
        site,
        item.get(),
        trait,
        assigns,
        same ? "" : scalar(site, item.get(), right.orElseThrow()),
        found);
  }

  /// The number type on the right; that of a literal is the one of all fields.
  private static String scalar(Site site, CrateFiles.Item item, RustType type) {
    List<RustType> kinds =
        new LocalTypes(site.crate())
            .fields(item.item().name()).values().stream()
                .filter(field -> type.bare().isInteger() ? field.isInteger() : field.isFloat())
                .distinct()
                .toList();
    if (type.bare().text().startsWith("{") && kinds.size() == 1) {
      return kinds.getFirst().text();
    }
    return switch (type.bare().text()) {
      case "{integer}" -> "i32";
      case "{float}" -> "f64";
      default -> type.bare().text();
    };
  }

  private static void fieldwise(
      Site site,
      CrateFiles.Item item,
      List<String> trait,
      boolean assigns,
      String scalar,
      List<Proposal> found) {
    String type = item.item().name();
    Map<String, RustType> fields = new LocalTypes(site.crate()).fields(type);
    boolean numbers =
        !fields.isEmpty()
            && fields.values().stream()
                .allMatch(field -> field.isNumber() || field.text().equals(scalar));
    boolean texts = fields.values().stream().allMatch(field -> field.isNumber());
    if (!numbers || !texts || item.node().is("enum_item")) {
      return;
    }
    String operator =
        OPERATORS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(trait))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("+");
    String right = scalar.isEmpty() ? "other.%s" : "other";
    String other = scalar.isEmpty() ? "Self" : scalar;
    String generic = scalar.isEmpty() ? "" : "<" + scalar + ">";
    String name = trait.getFirst() + (assigns ? "Assign" : "");
    String body =
        assigns ? assigning(fields, operator, right) : building(item, fields, operator, right);
    String header =
        assigns
            ? "    fn " + trait.get(1) + "_assign(&mut self, other: " + other + ") {\n"
            : "    type Output = Self;\n\n    fn "
                + trait.get(1)
                + "(self, other: "
                + other
                + ") -> Self {\n";
    String code =
        "impl std::ops::" + name + generic + " for " + type + " {\n" + header + body + "    }\n}";
    add(site, item, "Implement `" + name + "` for `" + type + "`, field by field", code, 0, found);
  }

  private static String assigning(Map<String, RustType> fields, String operator, String right) {
    return fields.keySet().stream()
        .map(field ->
            "        self." + field + " " + operator + "= " + right.formatted(field) + ";\n")
        .collect(Collectors.joining());
  }

  private static String building(
      CrateFiles.Item item, Map<String, RustType> fields, String operator, String right) {
    boolean tuple = fields.containsKey("0");
    String values =
        fields.keySet().stream()
            .map(field ->
                (tuple ? "" : field + ": ")
                    + "self."
                    + field
                    + " "
                    + operator
                    + " "
                    + right.formatted(field))
            .collect(Collectors.joining(", "));
    String type = item.item().name();
    return "        " + type + (tuple ? "(" + values + ")" : " { " + values + " }") + "\n";
  }

  private static void unary(Site site, List<Proposal> found) {
    Matcher message = UNARY.matcher(site.diagnostic().message());
    Optional<CrateFiles.Item> item =
        message.find() ? struct(site, message.group(2)) : Optional.empty();
    if (item.isEmpty()) {
      return;
    }
    String type = item.get().item().name();
    boolean negates = message.group(1).equals("-");
    String trait = negates ? "Neg" : "Not";
    String function = negates ? "neg" : "not";
    Optional<String> body =
        item.get().node().is("enum_item") && !negates
            ? opposite(item.get())
            : fields(site, item.get(), message.group(1));
    body.ifPresent(text ->
        add(
            site,
            item.get(),
            "Implement `" + trait + "` for `" + type + "`",
            "impl std::ops::"
                + trait
                + " for "
                + type
                + " {\n    type Output = Self;\n\n    fn "
                + function
                + "(self) -> Self {\n"
                + text
                + "    }\n}",
            0,
            found));
  }

  private static Optional<String> fields(Site site, CrateFiles.Item item, String operator) {
    Map<String, RustType> fields = new LocalTypes(site.crate()).fields(item.item().name());
    boolean fit =
        !fields.isEmpty()
            && fields.values().stream()
                .allMatch(field ->
                    operator.equals("!")
                        ? field.text().equals("bool")
                        : field.isNumber() && !field.text().startsWith("u"));
    boolean tuple = fields.containsKey("0");
    String values =
        fields.keySet().stream()
            .map(field -> (tuple ? "" : field + ": ") + operator + "self." + field)
            .collect(Collectors.joining(", "));
    String type = item.item().name();
    return fit
        ? Optional.of(
            "        " + type + (tuple ? "(" + values + ")" : " { " + values + " }") + "\n")
        : Optional.empty();
  }

  /// Two variants without data are each other's opposite.
  private static Optional<String> opposite(CrateFiles.Item item) {
    var variants = TypeBodies.variants(item.node());
    boolean plain = variants.size() == 2 && variants.values().stream().allMatch(Map::isEmpty);
    if (!plain) {
      return Optional.empty();
    }
    List<String> names = List.copyOf(variants.keySet());
    String type = item.item().name();
    return Optional.of(
        "        match self {\n            %1$s::%2$s => %1$s::%3$s,\n            %1$s::%3$s => %1$s::%2$s,\n        }\n"
            .formatted(type, names.getFirst(), names.get(1)));
  }

  private static void pointer(Site site, List<Proposal> found) {
    Matcher message = DEREF.matcher(site.diagnostic().message());
    if (!message.find()) {
      return;
    }
    String name = RustType.of(message.group(1)).bare().name();
    for (CrateFiles.Item item : site.crate().types(name)) {
      Map<String, RustType> fields = new LocalTypes(site.crate()).fields(name);
      if (fields.size() != 1) {
        return;
      }
      var field = fields.entrySet().iterator().next();
      String parameters = item.node().child("type_parameters").map(SyntaxNode::text).orElse("");
      String arguments = parameters.replaceAll(":[^,>]*", "");
      String code =
          "impl%1$s std::ops::Deref for %2$s%3$s {\n    type Target = %4$s;\n\n    fn deref(&self) -> &Self::Target {\n        &self.%5$s\n    }\n}"
              .formatted(parameters, name, arguments, field.getValue(), field.getKey());
      add(site, item, "Implement `Deref` for `" + name + "`, to its only field", code, 0, found);
    }
  }

  private static void index(Site site, List<Proposal> found) {
    Matcher message = INDEX.matcher(site.diagnostic().message());
    Optional<CrateFiles.Item> item =
        message.find() ? struct(site, message.group(1)) : Optional.empty();
    if (item.isEmpty()) {
      return;
    }
    String name = item.get().item().name();
    List<Map.Entry<String, RustType>> lists =
        new LocalTypes(site.crate())
            .fields(name).entrySet().stream()
                .filter(field ->
                    field.getValue().isNamed("Vec", "VecDeque") || field.getValue().isArray())
                .toList();
    if (lists.size() != 1) {
      return;
    }
    String field = lists.getFirst().getKey();
    SyntaxNode node = site.enclosing("index_expression").orElse(site.node());
    node.namedChildren().stream()
        .findFirst()
        .flatMap(list -> site.edits().insert(list.range().end(), "." + field).patch())
        .ifPresent(patch -> found.add(Proposal.of("Index the field `" + field + "`", patch)));
    String code =
        "impl std::ops::Index<usize> for %s {\n    type Output = %s;\n\n    fn index(&self, index: usize) -> &Self::Output {\n        &self.%s[index]\n    }\n}"
            .formatted(name, lists.getFirst().getValue().element(), field);
    add(site, item.get(), "Implement `Index` for `" + name + "`, into its list", code, 0, found);
  }

  /// `Error` needs `Debug` and `Display`; the debug text serves where the type has no other.
  private static void described(Site site, List<Proposal> found) {
    List<String> texts = new ArrayList<>(site.remarks());
    texts.addFirst(site.diagnostic().message());
    for (String text : texts) {
      Matcher error = ERROR.matcher(text);
      Matcher display = DISPLAY.matcher(text);
      if (error.find()) {
        struct(site, error.group(1)).ifPresent(item -> describe(site, item, true, found));
        return;
      }
      if (display.find()) {
        struct(site, display.group(1)).ifPresent(item -> describe(site, item, false, found));
        return;
      }
    }
  }

  private static void describe(
      Site site, CrateFiles.Item item, boolean error, List<Proposal> found) {
    String type = item.item().name();
    boolean displayed =
        site.crate().impls(type).stream()
            .anyMatch(impl -> impl.item().name().contains("Display for"));
    boolean debug =
        site.crate().impls(type).stream().anyMatch(impl -> impl.item().name().contains("Debug for"))
            || DeriveTraits.derives(item, "Debug");
    String display =
        "impl std::fmt::Display for "
            + type
            + " {\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n        write!(f, \"{self:?}\")\n    }\n}";
    String failure = "impl std::error::Error for " + type + " {}";
    String code = error && displayed ? failure : error ? display + "\n\n" + failure : display;
    String title =
        error && displayed
            ? "Implement `Error` for `" + type + "`"
            : "Implement "
                + (error ? "`Display` and `Error`" : "`Display`")
                + " for `"
                + type
                + "` with its debug text";
    if (debug) {
      add(site, item, title, code, error && displayed ? 0 : 20, found);
      return;
    }
    String indent = Site.indent(item.node().tree().source(), item.node().range().start());
    Edits edits = site.edits();
    DeriveTraits.everywhere(site.crate(), item, "Debug", edits);
    edits.insert(
        item.file(),
        item.node().range().end(),
        ("\n\n" + code).replace("\n", "\n" + indent).replaceAll("(?m)^[ \\t]+$", ""));
    edits.patch().ifPresent(patch -> found.add(Proposal.of(title, patch).penalized(20)));
  }
}
