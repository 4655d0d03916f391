package dev.rustmend.cargo;

import dev.rustmend.cargo.CheckOutcome.Failed;
import dev.rustmend.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Runs the real cargo.
///
/// cargo is first told to stay offline, since an attempt to fetch takes the lock of the package
/// cache that every cargo of this user shares; only when it says that something is missing does a
/// second run let it fetch, unless the request's environment keeps it offline.
public final class CargoProcess implements Cargo {
  private final Map<String, String> environment;
  private final Confinement confinement;

  /// `environment` is what the children inherit: [System#getenv()], but for tests.
  public CargoProcess(Map<String, String> environment) {
    this(environment, Confinement.none());
  }

  /// The same with children that are confined.
  public CargoProcess(Map<String, String> environment, Confinement confinement) {
    this.environment = Map.copyOf(environment);
    this.confinement = confinement;
  }

  @Override
  public CheckOutcome check(CheckRequest request, Consumer<Diagnostic> onDiagnostic)
      throws InterruptedException {
    return check(request, onDiagnostic, CargoCommand.Talk.DIAGNOSTICS, CompilerWatch.none());
  }

  @Override
  public CheckOutcome check(
      CheckRequest request, Consumer<Diagnostic> onDiagnostic, CompilerWatch watch)
      throws InterruptedException {
    return check(request, onDiagnostic, CargoCommand.Talk.CALLS, watch);
  }

  @Override
  public Optional<Compiled> compile(
      Recall recall, CheckRequest request, Consumer<Diagnostic> onDiagnostic, Stragglers stragglers)
      throws InterruptedException {
    return new CompilerRun(
            recall, request, CargoCommand.environment(environment, request), confinement)
        .run(onDiagnostic, stragglers);
  }

  private CheckOutcome check(
      CheckRequest request,
      Consumer<Diagnostic> onDiagnostic,
      CargoCommand.Talk talk,
      CompilerWatch watch)
      throws InterruptedException {
    Map<String, String> childEnvironment = CargoCommand.environment(environment, request);
    Optional<Toolchain> toolchain = Toolchain.find(childEnvironment);
    if (toolchain.isEmpty()) {
      return new Failed(Failures.noCargo());
    }
    if (!Files.isDirectory(request.directory())) {
      return new Failed(Failures.noFolder(request.directory()));
    }
    long start = System.nanoTime();
    var run = new Run(toolchain.get(), childEnvironment, confinement, request, talk, watch, start);
    Set<String> withheld = new HashSet<>();
    while (true) {
      var lines = new CheckLines(request.directory(), request.paths(), onDiagnostic, watch);
      End end = run.once(withheld, lines);
      Optional<String> inTheWay = end.flagInTheWay();
      if (inTheWay.isEmpty() || !run.wasGiven(inTheWay.get()) || !withheld.add(inTheWay.get())) {
        return end.outcome(lines, Duration.ofNanos(System.nanoTime() - start));
      }
    }
  }

  @Override
  public Optional<CargoFailure> fetch(CheckRequest request) throws InterruptedException {
    Map<String, String> childEnvironment = CargoCommand.environment(environment, request);
    Optional<Toolchain> toolchain = Toolchain.find(childEnvironment);
    if (toolchain.isEmpty()) {
      return Optional.of(Failures.noCargo());
    }
    var builder = new ProcessBuilder(CargoCommand.fetchLine(toolchain.get(), request));
    builder.directory(request.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(childEnvironment);
    Duration limit = request.options().timeLimit();
    try (var child = ChildProcess.start(builder, confinement)) {
      ChildProcess.Output output = child.output(System.nanoTime() + limit.toNanos());
      String errors = request.paths().textToUser(Ansi.strip(output.errors()));
      return output.status() == 0
          ? Optional.empty()
          : Optional.of(Failures.of(output.status(), errors));
    } catch (IOException e) {
      return Optional.of(Failures.notStarted(toolchain.get().cargo(), e));
    } catch (TimeoutException e) {
      return Optional.of(Failures.timeLimit(limit, ""));
    }
  }

  /// The runs of one request, which share its time limit.
  private record Run(
      Toolchain toolchain,
      Map<String, String> environment,
      Confinement confinement,
      CheckRequest request,
      CargoCommand.Talk talk,
      CompilerWatch watch,
      long start) {

    End once(Set<String> withheld, CheckLines lines) throws InterruptedException {
      var builder = new ProcessBuilder(CargoCommand.line(toolchain, request, talk, withheld));
      builder.directory(request.directory().toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      long deadline = start + request.options().timeLimit().toNanos();
      try (var child = ChildProcess.start(builder, confinement, this::hear)) {
        return read(child, lines, deadline);
      } catch (IOException e) {
        return new Broken(Failures.notStarted(toolchain.cargo(), e));
      }
    }

    private void hear(String errorLine) {
      CompilerCall.parse(errorLine, request.directory()).ifPresent(watch::called);
    }

    /// Whether the flag is one that rustmend itself puts into the command line; one that the user
    /// wants is not taken back.
    boolean wasGiven(String flag) {
      return !request.options().extraArgs().contains(flag)
          && CargoCommand.line(toolchain, request, talk, Set.of()).contains(flag);
    }

    private End read(ChildProcess child, CheckLines lines, long deadline)
        throws InterruptedException {
      try {
        for (Optional<String> line = child.nextLine(deadline);
            line.isPresent();
            line = child.nextLine(deadline)) {
          lines.accept(line.get());
        }
        int status = child.exitCode(deadline);
        return new Ended(status, request.paths().textToUser(Ansi.strip(child.errors())));
      } catch (TimeoutException e) {
        return new Broken(Failures.timeLimit(request.options().timeLimit(), child.errors()));
      }
    }
  }

  /// How one run of cargo went.
  private sealed interface End {
    /// A flag of ours that cargo would not work with.
    Optional<String> flagInTheWay();

    CheckOutcome outcome(CheckLines lines, Duration time);
  }

  private record Broken(CargoFailure failure) implements End {
    @Override
    public Optional<String> flagInTheWay() {
      return Optional.empty();
    }

    @Override
    public CheckOutcome outcome(CheckLines lines, Duration time) {
      return new Failed(failure);
    }
  }

  private record Ended(int status, String errors) implements End {
    @Override
    public Optional<String> flagInTheWay() {
      return status == 0 ? Optional.empty() : Failures.flagInTheWay(errors);
    }

    @Override
    public CheckOutcome outcome(CheckLines lines, Duration time) {
      return lines.outcome(status, errors, time);
    }
  }
}
