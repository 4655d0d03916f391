package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the failure behind `?` one that the function can return: an `Option` in a function with
/// `Result` and the other way round, an error of another type.
///
/// A call whose error type is not known before, such as `parse`, is told by ``type mismatch
/// resolving `<i64 as FromStr>::Err == E` `` (E0271). rustc says ``` `?` couldn't convert the error
/// to `E` ``` and labels the operand ``this has type `Result<_, F>` ``, or that `?` ``can only be
/// used on `Result`s, not `Option`s``.
final class ConvertFailure implements Operation {
  private static final Pattern ERROR =
      Pattern.compile(
          "`\\?` couldn't convert the error to `(.+)`|`\\?` couldn't convert the error: `(.+): .*Error` is not satisfied");
  private static final Pattern HAS =
      Pattern.compile("this has type `Result<.*, (.+)>`|the trait `From<(.+)>` is not implemented");
  private static final Pattern RESOLVING =
      Pattern.compile("^type mismatch resolving `<.+>::(?:Err|Error) == .+`");
  private static final int SIGNATURE = 35;

  @Override
  public String name() {
    return "convert-failure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> mark = site.enclosing("try_expression");
    Optional<SyntaxNode> operand = mark.flatMap(node -> node.namedChildren().stream().findFirst());
    if (operand.isEmpty()) {
      return List.of();
    }
    String message = site.diagnostic().message();
    var found = new ArrayList<Proposal>();
    Matcher error = ERROR.matcher(message);
    Optional<Mismatch> mismatch =
        RESOLVING.matcher(message).find() ? Mismatch.of(site) : Optional.empty();
    if (message.contains("can only be used on `Option`s, not `Result`s")) {
      suffix(
          site, operand.get(), "Drop the error of " + Value.name(operand.get()), ".ok()", 0, found);
    } else if (message.contains("can only be used on `Result`s, not `Option`s")) {
      missing(site, operand.get(), found);
    } else if (error.find()) {
      String target = error.group(1) == null ? "Box<dyn std::error::Error>" : error.group(1);
      errors(site, operand.get(), RustType.of(target), source(site), found);
    } else if (mismatch.isPresent()) {
      errors(site, operand.get(), mismatch.get().expected(), mismatch.get().found(), found);
    }
    return found;
  }

  private static void suffix(
      Site site,
      SyntaxNode operand,
      String title,
      String suffix,
      int penalty,
      List<Proposal> found) {
    new Adaptation("convert", title, "", suffix, Optional.empty(), penalty)
        .proposal(site, operand)
        .ifPresent(found::add);
  }

  /// A missing value becomes an error that says what is missing.
  private static void missing(Site site, SyntaxNode operand, List<Proposal> found) {
    Optional<RustType> error =
        Value.returned(operand)
            .filter(type -> type.isNamed("Result"))
            .map(type -> type.argument(1));
    String what = subject(operand) + " is missing";
    String title = "Fail with \"" + what + "\" where " + Value.name(operand) + " is `None`";
    String text =
        error.filter(type -> type.isNamed("String")).isPresent()
            ? ".ok_or_else(|| \"" + what + "\".to_string())"
            : ".ok_or(\"" + what + "\")";
    suffix(site, operand, title, text, 10, found);
    error
        .filter(type -> type.isNamed("Error") && site.text().string().contains("io::"))
        .ifPresent(_ ->
            suffix(
                site,
                operand,
                title,
                ".ok_or_else(|| std::io::Error::other(\"" + what + "\"))",
                15,
                found));
    if (error.isPresent()) {
      unitVariant(site, operand, error.get(), found);
    }
  }

  private static String subject(SyntaxNode operand) {
    SyntaxNode source = operand;
    while (LocalTypes.receiver(source).isPresent()) {
      source = LocalTypes.receiver(source).orElseThrow();
    }
    String text = source.text();
    Matcher word = Pattern.compile("\\w+").matcher(text);
    String last = "the value";
    while (word.find()) {
      last = word.group();
    }
    return last.equals("self") ? "the value" : last.replace('_', ' ');
  }

  /// The one variant without data whose name says that something is missing.
  private static void unitVariant(
      Site site, SyntaxNode operand, RustType error, List<Proposal> found) {
    site.crate().types(error.name()).stream()
        .flatMap(item -> TypeBodies.variants(item.node()).entrySet().stream())
        .filter(variant -> variant.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .filter(name -> name.matches(".*(Missing|NotFound|None|Empty|No[A-Z]|Unknown|Invalid).*"))
        .limit(1)
        .forEach(name ->
            suffix(
                site,
                operand,
                "Fail with `" + error.name() + "::" + name + "` where there is no value",
                ".ok_or(" + error.name() + "::" + name + ")",
                5,
                found));
  }

  private static void errors(
      Site site, SyntaxNode operand, RustType target, RustType source, List<Proposal> found) {
    String name = Value.name(operand);
    if (target.isNamed("String")) {
      suffix(
          site,
          operand,
          "Turn the error of " + name + " into text",
          ".map_err(|e| e.to_string())",
          0,
          found);
      suffix(
          site,
          operand,
          "Turn the error of " + name + " into text",
          ".map_err(|e| format!(\"{e:?}\"))",
          10,
          found);
    } else if (target.isNamed("Error") && target.text().contains("io")) {
      suffix(
          site,
          operand,
          "Turn the error of " + name + " into an `io::Error`",
          ".map_err(std::io::Error::other)",
          5,
          found);
    }
    variant(site, operand, target, source, found);
    if (!target.isNamed("Box") && !target.text().contains("dyn")) {
      general(site, operand, found);
    } else {
      suffix(
          site,
          operand,
          "Turn the error of " + name + " into text",
          ".map_err(|e| format!(\"{e:?}\"))",
          400,
          found);
    }
  }

  private static RustType source(Site site) {
    for (String remark : site.remarks()) {
      Matcher has = HAS.matcher(remark);
      if (has.find()) {
        return RustType.of(has.group(1) == null ? has.group(2) : has.group(1));
      }
    }
    return RustType.of("_");
  }

  /// A variant of the crate's error type that holds the other error: with `From` for every `?`, and
  /// with `map_err` for this one.
  private static void variant(
      Site site, SyntaxNode operand, RustType target, RustType source, List<Proposal> found) {
    for (CrateFiles.Item item : site.crate().types(target.name())) {
      for (var variant : TypeBodies.variants(item.node()).entrySet()) {
        RustType held = variant.getValue().getOrDefault("0", RustType.of(""));
        boolean fits = variant.getValue().size() == 1 && !held.text().isEmpty();
        String path = target.name() + "::" + variant.getKey();
        if (fits && held.name().equals(source.name()) && held.fits(source)) {
          suffix(
              site,
              operand,
              "Wrap the error of " + Value.name(operand) + " in `" + path + "`",
              ".map_err(" + path + ")",
              0,
              found);
          from(site, item, target, held, path).ifPresent(found::add);
        } else if (fits && held.isNamed("String")) {
          suffix(
              site,
              operand,
              "Wrap the error's text in `" + path + "`",
              ".map_err(|e| " + path + "(e.to_string()))",
              15,
              found);
        }
      }
    }
  }

  private static Optional<Proposal> from(
      Site site, CrateFiles.Item item, RustType target, RustType held, String path) {
    String text =
        """


        impl From<%1$s> for %2$s {
            fn from(error: %1$s) -> Self {
                %3$s(error)
            }
        }\
        """
            .formatted(held, target.name(), path)
            .replace(
                "\n", "\n" + Site.indent(item.node().tree().source(), item.node().range().start()));
    return site.edits()
        .insert(item.file(), item.node().range().end(), text.replaceAll("(?m)^[ ]+$", ""))
        .patch()
        .map(patch ->
            Proposal.of("Convert `" + held + "` into `" + target.name() + "` with `From`", patch));
  }

  /// The function fails with any error.
  private static void general(Site site, SyntaxNode operand, List<Proposal> found) {
    Optional<SyntaxNode> error =
        Nodes.above(operand, "function_item", "closure_expression", "async_block")
            .filter(around -> around.is("function_item"))
            .flatMap(function -> function.child("return_type"))
            .filter(type -> type.is("generic_type") && RustType.of(type.text()).isNamed("Result"))
            .flatMap(type -> type.child("type_arguments"))
            .map(SyntaxNode::namedChildren)
            .filter(arguments -> arguments.size() == 2)
            .map(List::getLast);
    error
        .flatMap(type -> site.edits().replace(type, "Box<dyn std::error::Error>").patch())
        .ifPresent(patch ->
            found.add(
                Proposal.of("Return any error, as `Box<dyn std::error::Error>`", patch)
                    .penalized(SIGNATURE)));
  }
}
