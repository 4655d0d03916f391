package dev.rustmend.service;

import dev.rustmend.kb.ShippedBase;
import dev.rustmend.knowledge.FillListener;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// All that programs can ask of rustmend in one process. Nothing is opened before it is needed.
/// Safe to use from any thread.
public final class RustmendService implements AutoCloseable {
  private final ServiceSetup setup;
  private final Projects projects;
  private final Jobs jobs;
  private final KnowledgeEntries entries;
  private final Builds builds;
  private final AtomicBoolean filling = new AtomicBoolean();
  private final List<Call> calls;

  public RustmendService(ServiceSetup setup) {
    this.setup = setup;
    this.projects = new Projects(setup.sessions(), setup.settings());
    this.jobs = new Jobs(setup.limits().longest());
    this.entries = new KnowledgeEntries(new ShippedBase(), setup.library(), setup.learning());
    this.builds = new Builds(setup.limits());
    this.calls = made();
  }

  /// Every call there is.
  public List<Call> calls() {
    return calls;
  }

  /// The call with this name, as in `check`.
  public Optional<Call> call(String name) {
    return calls.stream().filter(call -> call.name().equals(name)).findFirst();
  }

  /// The requests that are under way.
  public Jobs jobs() {
    return jobs;
  }

  /// The turns of those who compile.
  public Builds builds() {
    return builds;
  }

  /// The entries of the knowledge base.
  public KnowledgeEntries entries() {
    return entries;
  }

  /// Ends what is under way and closes everything.
  @Override
  public void close() {
    jobs.close();
    projects.close();
    setup.library().close();
    setup.learning().close();
  }

  /// What is not indexed yet is put in from the first question on, on a thread of its own.
  private void fill() {
    if (filling.compareAndSet(false, true)) {
      setup.library().fillInBackground(FillListener.NONE, () -> {});
    }
  }

  private List<Call> made() {
    Supplier<Settings> general = () -> setup.settings().apply(setup.directory());
    var knowledge = new KnowledgeCalls(setup.library(), this::fill, general, setup.models());
    Neighbor neighbor = setup.neighbor();
    var all = new ArrayList<Call>();
    all.add(neighbor.first(new CheckCall(projects, builds, new Pages()).call()));
    all.add(neighbor.first(new FixCall(projects, builds, setup.learning()).call()));
    setup
        .sources()
        .map(fixer -> new SourceCall(fixer, builds, general))
        .ifPresent(source -> all.addAll(List.of(source.fix(), source.check())));
    all.add(
        neighbor.first(
            new ExplainCall(projects, builds, setup.environment(), setup.models()).call()));
    all.add(neighbor.first(knowledge.search()));
    all.add(neighbor.first(knowledge.ask()));
    setup.generator().ifPresent(generator -> all.add(new GenerateCall(generator, builds).call()));
    all.add(neighbor.first(new RecordCall(projects, builds, setup.learning()).call()));
    var carried =
        new CarryCalls(setup.learning(), Notes.of(setup.environment()), setup.proof(), builds);
    all.add(carried.export());
    all.add(carried.take());
    return List.copyOf(all);
  }
}
