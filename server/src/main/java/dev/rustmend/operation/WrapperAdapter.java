package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts values into `Some`, `Ok`, boxes, cells and the crate's own wrappers, and takes them out.
final class WrapperAdapter {
  private static final Map<String, String> CELLS =
      Map.of(
          "Box", "std::boxed",
          "Rc", "std::rc",
          "Arc", "std::sync",
          "RefCell", "std::cell",
          "Cell", "std::cell",
          "Mutex", "std::sync",
          "RwLock", "std::sync",
          "Reverse", "std::cmp",
          "Wrapping", "std::num");

  private WrapperAdapter() {}

  static List<Adaptation> adapt(Value value, int depth) {
    var found = new ArrayList<Adaptation>();
    RustType expected = value.expected();
    switch (expected.name()) {
      case "Option" -> wrap(value, "wrap-some", "Some", expected.argument(0), depth, found);
      case "Result" -> {
        wrap(value, "wrap-ok", "Ok", expected.argument(0), depth, found);
        fail(value, depth, found);
      }
      default -> cells(value, depth, found);
    }
    if (value.found().isNamed("Option", "Result")) {
      OptionAdapter.open(value, depth, found);
    }
    if (expected.bare().isNamed("Option", "Result")
        && value.found().bare().isNamed("Option", "Result")) {
      OptionAdapter.between(value, found);
    }
    own(value, found);
    return found;
  }

  /// `constructor(value)`, the value itself adapted where that is needed.
  private static void wrap(
      Value value,
      String kind,
      String constructor,
      RustType inner,
      int depth,
      List<Adaptation> found) {
    if (value.found().bare().isNamed("Option", "Result") && !inner.isNamed("Option", "Result")) {
      return;
    }
    String title = "Wrap " + value.name() + " in `" + constructor + "`";
    if (inner.fits(value.found())) {
      found.add(value.call(kind, title, constructor));
      return;
    }
    if (depth > 0) {
      for (Adaptation step : ValueAdapter.adapt(value.with(inner, value.found()), depth - 1)) {
        found.add(step.calledBy(kind, title, constructor));
      }
    }
  }

  private static void fail(Value value, int depth, List<Adaptation> found) {
    RustType error = value.expected().argument(1);
    boolean known = !error.isUnknown() && !value.found().isUnit();
    if (known && error.fits(value.found())) {
      found.add(value.call("wrap-err", "Wrap " + value.name() + " in `Err`", "Err").penalized(4));
    } else if (known
        && depth > 0
        && error.isNamed("String", "Box")
        && value.found().bare().isText()) {
      ValueAdapter.adapt(value.with(error, value.found()), 0).stream()
          .map(step ->
              step.calledBy("wrap-err", "Wrap " + value.name() + " in `Err`", "Err").penalized(8))
          .forEach(found::add);
    }
  }

  private static void cells(Value value, int depth, List<Adaptation> found) {
    RustType expected = value.expected();
    String module = CELLS.get(expected.name());
    if (module == null || value.found().isNamed(expected.name())) {
      return;
    }
    RustType inner = expected.argument(0);
    String name = expected.isNamed("Box") ? "Box" : value.path(module, expected.name());
    boolean tuple = expected.isNamed("Reverse", "Wrapping");
    String function = tuple ? name : name + "::new";
    String kind = expected.isNamed("Box") ? "box" : "share";
    String title = "Put " + value.name() + " into a `" + expected.name() + "`";
    boolean trait = inner.text().startsWith("dyn ");
    if (trait || inner.fits(value.found())) {
      found.add(value.call(kind, title, function));
    } else if (depth > 0) {
      for (Adaptation step : ValueAdapter.adapt(value.with(inner, value.found()), depth - 1)) {
        found.add(step.calledBy(kind, title, function));
      }
    }
  }

  /// The crate's own wrappers: a tuple struct of one field, a variant that holds just this, an impl
  /// of `From`.
  private static void own(Value value, List<Adaptation> found) {
    CrateFiles crate = value.site().crate();
    var types = new LocalTypes(crate);
    RustType expected = value.expected();
    RustType actual = value.found();
    Map<String, RustType> fields = types.fields(expected.name());
    if (fields.size() == 1
        && Optional.ofNullable(fields.get("0")).filter(actual::fits).isPresent()) {
      found.add(
          value.call(
              "wrap-own",
              "Wrap " + value.name() + " in `" + expected.name() + "`",
              expected.name()));
    }
    Map<String, RustType> parts = types.fields(actual.bare().name());
    if (parts.size() == 1
        && Optional.ofNullable(parts.get("0")).filter(expected::fits).isPresent()) {
      found.add(value.postfix("unwrap-own", "Read the value inside " + value.name(), ".0"));
    }
    variants(value, crate, found);
    boolean convertible =
        crate.impls(expected.name()).stream()
            .anyMatch(impl -> impl.item().name().contains("From<" + actual.shortText() + ">"));
    if (convertible) {
      found.add(value.postfix("into", "Convert " + value.name() + " with `.into()`", ".into()"));
    }
  }

  private static void variants(Value value, CrateFiles crate, List<Adaptation> found) {
    for (CrateFiles.Item item : crate.types(value.expected().name())) {
      var fitting =
          TypeBodies.variants(item.node()).entrySet().stream()
              .filter(variant -> variant.getValue().size() == 1)
              .filter(variant ->
                  Optional.ofNullable(variant.getValue().get("0"))
                      .filter(type -> type.isWritable() && type.fits(value.found()))
                      .isPresent())
              .map(Map.Entry::getKey)
              .toList();
      if (fitting.size() == 1) {
        String path = value.expected().name() + "::" + fitting.getFirst();
        found.add(
            value
                .call("wrap-own", "Wrap " + value.name() + " in `" + path + "`", path)
                .penalized(5));
      }
    }
  }
}
