package dev.rustmend.rustcoder;

import dev.rustmend.generate.Generated;
import dev.rustmend.generate.Generator;
import dev.rustmend.generate.Wanted;
import dev.rustmend.submission.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// The projects that are made in the background, the last hundred of them, in memory. Safe to use
/// from any thread; closing it ends what is under way.
final class ProjectShelf implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProjectShelf.class.getName());
  private static final int MOST = 100;
  private static final int AT_ONCE = 2;
  private static final int UNDER_WAY = 20;

  private final Generator generator;
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Map<String, ProjectState> states = new LinkedHashMap<>();
  private final Map<String, Thread> threads = new LinkedHashMap<>();

  ProjectShelf(Generator generator) {
    this.generator = generator;
  }

  /// Begins a project; empty when too many are under way.
  synchronized Optional<ProjectState> begin(Wanted wanted) {
    if (threads.size() >= UNDER_WAY) {
      return Optional.empty();
    }
    ProjectState state = ProjectState.begun(UUID.randomUUID().toString());
    states.put(state.id(), state);
    if (states.size() > MOST) {
      states.keySet().stream()
          .filter(id -> !threads.containsKey(id))
          .findFirst()
          .ifPresent(states::remove);
    }
    Thread thread =
        Thread.ofVirtual()
            .name("rustmend-project-" + state.id())
            .unstarted(() -> make(state, wanted));
    threads.put(state.id(), thread);
    thread.start();
    return Optional.of(state);
  }

  synchronized Optional<ProjectState> state(String id) {
    return Optional.ofNullable(states.get(id));
  }

  @Override
  public void close() {
    List<Thread> running;
    synchronized (this) {
      running = new ArrayList<>(threads.values());
    }
    running.forEach(Thread::interrupt);
  }

  private void make(ProjectState begun, Wanted wanted) {
    boolean turn = false;
    try {
      turns.acquire();
      turn = true;
      put(begun.at("generating"));
      Generated made =
          generator.generate(
              wanted,
              step -> put(begun.at(step.startsWith("Compiling") ? "compiling" : "generating")));
      put(ended(begun.id(), made));
    } catch (RefusedException e) {
      put(failed(begun.id(), e.sentence()));
    } catch (InterruptedException e) {
      put(failed(begun.id(), "the server was stopped"));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a project could not be made", e);
      put(failed(begun.id(), "it failed inside rustmend; its log says why"));
    } finally {
      if (turn) {
        turns.release();
      }
      forget(begun.id());
    }
  }

  private static ProjectState ended(String id, Generated made) {
    return switch (made) {
      case Generated.Declined declined -> failed(id, declined.sentence());
      case Generated.Project project ->
          new ProjectState(
              id,
              "completed",
              RustCoder.message(project),
              project.files(),
              "passed: " + String.join(", ", project.proof()));
    };
  }

  private static ProjectState failed(String id, String why) {
    return new ProjectState(id, "failed", why, new TreeMap<>(), why);
  }

  private synchronized void put(ProjectState state) {
    states.replace(state.id(), state);
  }

  private synchronized void forget(String id) {
    threads.remove(id);
  }
}
