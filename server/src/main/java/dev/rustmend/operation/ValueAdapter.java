package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every known way to turn an expression of one type into one of another, the likeliest first.
final class ValueAdapter {
  private ValueAdapter() {}

  /// The ways for `value`; `depth` is how many wrappers may be put on.
  static List<Adaptation> adapt(Value value, int depth) {
    if (value.expected().isUnknown() || value.found().isUnknown()) {
      return List.of();
    }
    var all = new ArrayList<Adaptation>();
    Stream.of(
            ReferenceAdapter.adapt(value),
            NumberAdapter.adapt(value),
            TextAdapter.adapt(value),
            WrapperAdapter.adapt(value, depth),
            CollectionAdapter.adapt(value))
        .flatMap(List::stream)
        .forEach(each -> {
          if (all.stream()
              .noneMatch(other -> other.text(value.node()).equals(each.text(value.node())))) {
            all.add(each);
          }
        });
    return all;
  }
}
