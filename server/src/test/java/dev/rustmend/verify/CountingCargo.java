package dev.rustmend.verify;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.CheckRequest;
import dev.rustmend.cargo.Compiled;
import dev.rustmend.cargo.CompilerWatch;
import dev.rustmend.cargo.Recall;
import dev.rustmend.cargo.Stragglers;
import dev.rustmend.diagnostic.Diagnostic;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The real cargo, with counts of how it was used.
record CountingCargo(Cargo real, AtomicInteger checks, AtomicInteger calls) implements Cargo {
  CountingCargo(Cargo real) {
    this(real, new AtomicInteger(), new AtomicInteger());
  }

  @Override
  public CheckOutcome check(CheckRequest request, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException {
    checks.incrementAndGet();
    return real.check(request, onDiagnostic);
  }

  @Override
  public CheckOutcome check(
      CheckRequest request, Consumer<Diagnostic> onDiagnostic, CompilerWatch watch)
      throws InterruptedException {
    checks.incrementAndGet();
    return real.check(request, onDiagnostic, watch);
  }

  @Override
  public Optional<Compiled> compile(
      Recall recall, CheckRequest request, Consumer<Diagnostic> onDiagnostic, Stragglers stragglers)
      throws InterruptedException {
    calls.incrementAndGet();
    return real.compile(recall, request, onDiagnostic, stragglers);
  }

  @Override
  public Optional<CargoFailure> fetch(CheckRequest request) throws InterruptedException {
    return real.fetch(request);
  }
}
