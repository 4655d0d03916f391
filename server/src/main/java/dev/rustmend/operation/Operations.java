package dev.rustmend.operation;

import dev.rustmend.kb.OperationCall;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every operation there is, by name. They are made when one is looked for: the server's start
/// needs none of their hundreds of classes.
public final class Operations {
  private final Supplier<List<Operation>> operations;
  private final KnownItems items;
  private @Nullable Map<String, Operation> byName;

  private Operations(Supplier<List<Operation>> operations, KnownItems items) {
    this.operations = operations;
    this.items = items;
  }

  /// All operations of the program, on a machine without crates.
  public static Operations all() {
    return all(KnownCrates.none(), KnownItems.none());
  }

  /// All operations of the program; `crates` are what this machine has, `items` what those of them
  /// export that a package depends on.
  public static Operations all(KnownCrates crates, KnownItems items) {
    return new Operations(() -> made(crates, items), items);
  }

  public Optional<Operation> find(String name) {
    return Optional.ofNullable(byName().get(name));
  }

  /// What the operation that `call` names proposes at `site`; nothing when there is none.
  public List<Proposal> proposals(OperationCall call, Site site) {
    return find(call.name())
        .map(operation -> operation.proposals(site.calledBy(call)))
        .orElse(List.of());
  }

  /// Gets ready for errors in `file`: makes the operations, and reads what does not change with it.
  public void prepare(Path file, Snapshot snapshot) {
    byName();
    items.prepare(file, snapshot);
  }

  /// The names, sorted.
  public List<String> names() {
    return List.copyOf(byName().keySet());
  }

  private synchronized Map<String, Operation> byName() {
    Map<String, Operation> known = byName;
    if (known == null) {
      known = byName(operations.get());
      byName = known;
    }
    return known;
  }

  private static Map<String, Operation> byName(List<Operation> operations) {
    var map = new TreeMap<String, Operation>();
    for (Operation operation : operations) {
      if (map.put(operation.name(), operation) != null) {
        throw new IllegalArgumentException("two operations are called " + operation.name());
      }
    }
    return map;
  }

  private static List<Operation> made(KnownCrates crates, KnownItems items) {
    return Stream.of(
            SyntaxOperations.all(),
            NameOperations.all(),
            TypeOperations.all(),
            OwnershipOperations.all(),
            DeclarationOperations.all(),
            List.of(
                new AddDependency(crates),
                new AddFeature(),
                new CorrectDependencyPath(items),
                new ImportDependencyTrait(items),
                new ImportFromDependency(items)))
        .flatMap(List::stream)
        .toList();
  }
}
