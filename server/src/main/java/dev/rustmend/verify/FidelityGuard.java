package dev.rustmend.verify;

import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes sure that the shadow of the unmodified tree gives the same diagnostics as the real tree.
///
/// The comparison costs one check of the local packages. It is made once for each [Structure]; that
/// a structure is faithful is written down in the shadow for later sessions. Used by one thread at
/// a time, [#current] by any.
final class FidelityGuard {
  private static final int ATTEMPTS = 3;
  private static final int REMEMBERED = 50;
  private static final Fidelity.Pending PENDING = new Fidelity.Pending();

  private final ShadowCompiler compiler;
  private final ShadowWorkspace shadow;
  private final RealTree realTree;
  private volatile Known known = new Known("", PENDING);

  FidelityGuard(ShadowCompiler compiler) {
    this.compiler = compiler;
    this.shadow = compiler.shadow();
    this.realTree = new RealTree(shadow, compiler.options());
  }

  /// What was found out about which structure, or state.
  private record Known(String about, Fidelity fidelity) {}

  /// What is known, without finding out more.
  Fidelity current() {
    return known.fidelity();
  }

  /// Finds out whether the shadow is faithful for the tree that `base` was checked on, unless that
  /// is known. May follow the disk anew.
  Fidelity settle(BaseCheck base) throws IOException, InterruptedException {
    return compiler.alone(() -> settleAlone(base));
  }

  private Fidelity settleAlone(BaseCheck base) throws IOException, InterruptedException {
    List<String> symptoms = symptoms(base.checked());
    String structure = Structure.hash(shadow, compiler.options(), symptoms);
    StateKey disk = shadow.key(Snapshot.ofDisk());
    Known before = known;
    boolean same = before.about().equals(structure) || before.about().equals(disk.toString());
    if (same && !before.fidelity().equals(PENDING)) {
      return before.fidelity();
    }
    if (remembered().contains(structure)) {
      known = new Known(structure, new Fidelity.Faithful());
      return known.fidelity();
    }
    Fidelity found = compare();
    switch (found) {
      case Fidelity.Faithful _ -> {
        String now = Structure.hash(shadow, compiler.options(), symptoms);
        remember(now);
        known = new Known(now, found);
      }
      // another text may do away with the difference, so it holds for this state only
      case Fidelity.Differs _ -> known = new Known(shadow.key(Snapshot.ofDisk()).toString(), found);
      case Fidelity.Pending _ -> known = new Known("", found);
    }
    return found;
  }

  /// Messages that may come from the shadow and not from the program.
  private static List<String> symptoms(Checked checked) {
    return checked.errors().stream()
        .map(Diagnostic::message)
        .filter(message ->
            message.startsWith("couldn't read") || message.startsWith("environment variable"))
        .distinct()
        .sorted()
        .toList();
  }

  private Fidelity compare() throws IOException, InterruptedException {
    Fidelity last = PENDING;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CheckOutcome ours = compiler.checkDiskInShadow();
      StateKey before = shadow.key(Snapshot.ofDisk());
      Fidelity found = compare(ours, real(attempt));
      shadow.refresh();
      boolean still = shadow.key(Snapshot.ofDisk()).equals(before);
      if (still && (found instanceof Fidelity.Faithful || found.equals(last))) {
        return found;
      }
      last = still ? found : PENDING;
    }
    return last;
  }

  private CheckOutcome real(int attempt) throws IOException, InterruptedException {
    Optional<Checked> adopted = attempt == 0 ? compiler.adoptedForDisk() : Optional.empty();
    if (adopted.isPresent()) {
      return adopted.get();
    }
    compiler.countRun();
    CheckOutcome outcome = compiler.cargo().check(realTree.request(attempt), _ -> {});
    return switch (outcome) {
      case Checked checked -> checked;
      case CheckOutcome.Failed _ -> {
        compiler.countRun();
        yield compiler.cargo().check(realTree.separateRequest(), _ -> {});
      }
    };
  }

  private static Fidelity compare(CheckOutcome ours, CheckOutcome real) {
    Optional<String> difference =
        switch (real) {
          case CheckOutcome.Failed(CargoFailure failure) -> difference(ours, failure);
          case Checked theirs -> difference(ours, theirs);
        };
    return difference.<Fidelity>map(Fidelity.Differs::new).orElseGet(Fidelity.Faithful::new);
  }

  /// Where cargo fails in both for the same reason, they are alike.
  private static Optional<String> difference(CheckOutcome ours, CargoFailure theirs) {
    return ours instanceof CheckOutcome.Failed(CargoFailure failure)
            && failure.kind() == theirs.kind()
        ? Optional.empty()
        : Optional.of("in the real tree, cargo fails: " + theirs.sentence());
  }

  private static Optional<String> difference(CheckOutcome ours, Checked theirs) {
    return switch (ours) {
      case CheckOutcome.Failed(CargoFailure failure) ->
          Optional.of("only in the shadow, cargo fails: " + failure.sentence());
      case Checked checked -> firstDifference(checked, theirs);
    };
  }

  private static Optional<String> firstDifference(Checked ours, Checked theirs) {
    List<Utterance> shadow = Utterance.all(ours.diagnostics());
    List<Utterance> real = Utterance.all(theirs.diagnostics());
    Optional<String> here =
        shadow.stream()
            .filter(one -> !real.contains(one))
            .findFirst()
            .map(one -> "only the shadow gives " + one.headline());
    return here.or(() ->
        real.stream()
            .filter(one -> !shadow.contains(one))
            .findFirst()
            .map(one -> "only the real tree gives " + one.headline()));
  }

  private List<String> remembered() throws IOException {
    Path list = shadow.folder().resolve("faithful");
    return Files.exists(list) ? Files.readAllLines(list) : List.of();
  }

  private void remember(String structure) throws IOException {
    var lines = new ArrayList<>(remembered());
    lines.add(structure);
    int first = Math.max(0, lines.size() - REMEMBERED);
    Files.write(shadow.folder().resolve("faithful"), lines.subList(first, lines.size()));
  }
}
