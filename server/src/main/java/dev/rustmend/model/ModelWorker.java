package dev.rustmend.model;

import dev.rustmend.model.WorkerCalls.Complete;
import dev.rustmend.model.WorkerCalls.Completed;
import dev.rustmend.model.WorkerCalls.End;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A model in a worker process, which is started when somebody asks and ends after some idle
/// minutes. One request is answered at a time, in the order in which they came.
///
/// A worker that crashes costs the request that it was answering; the next request starts another
/// one, after a pause that grows with each crash in a row.
public final class ModelWorker implements LanguageModel {
  private static final System.Logger LOG = System.getLogger(ModelWorker.class.getName());
  private static final BackOff PAUSES = BackOff.of(Duration.ofMillis(500), Duration.ofSeconds(30));

  private static final int MOST_STUCK = 64;

  private final WorkerSetup setup;
  private final ModelFile file;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private volatile @Nullable WorkerLink link;
  private @Nullable Thread watch;
  private GpuLadder ladder;
  private BackOff pauses = PAUSES;
  private long lastUse = System.nanoTime();
  private long lastId;
  private volatile boolean closed;

  private ModelWorker(WorkerSetup setup, ModelFile file) {
    this.setup = setup;
    this.file = file;
    this.ladder =
        setup.gpuLayers().isPresent()
            ? GpuLadder.fixed(setup.gpuLayers())
            : GpuLadder.of(file.shape().layers());
  }

  /// A model that is ready to be asked; no process is started yet. Throws [ModelException] when its
  /// file can not be loaded here.
  public static ModelWorker of(WorkerSetup setup) {
    ModelFile file =
        switch (ModelFileReader.read(setup.model())) {
          case ModelFileResult.Usable(ModelFile usable) -> usable;
          case ModelFileResult.Refused(String sentence) -> throw new ModelException(sentence);
        };
    WorkerSetup fitting = setup.within(file);
    MemoryNeed.of(file, fitting.contextSize(), fitting.cacheType(), WorkerSetup.BATCH)
        .refusal(file, fitting.memoryLimit())
        .ifPresent(sentence -> {
          throw new ModelException(sentence);
        });
    return new ModelWorker(fitting, file);
  }

  @Override
  public String name() {
    return file.name() + " " + file.quantization();
  }

  @Override
  public boolean honorsGrammars() {
    return true;
  }

  @Override
  public OptionalInt contextLength() {
    return file.contextLength() > 0 ? OptionalInt.of(file.contextLength()) : OptionalInt.empty();
  }

  /// The file of the model.
  public ModelFile file() {
    return file;
  }

  @Override
  public Completion complete(CompletionRequest request, Consumer<String> onText)
      throws InterruptedException {
    long asked = System.nanoTime();
    lock.lockInterruptibly();
    try {
      WorkerLink running = running(asked + request.limit().toNanos());
      Completion completion = complete(running, request, onText);
      pauses = pauses.succeeded();
      // one that did not stop when its time was over has been ended
      if (running.isAlive()) {
        checkHealth(running);
      }
      return completion;
    } catch (WorkerEnded e) {
      drop();
      pauses = pauses.failed();
      throw new ModelException(
          "the process of the model %s has ended (%s); ask again, and it is started again"
              .formatted(file.name(), e.how()),
          e);
    } finally {
      lastUse = System.nanoTime();
      changed.signalAll();
      lock.unlock();
    }
  }

  /// What is known about the running worker; starts it when there is none.
  public WorkerFacts facts() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      WorkerLink running = running(System.nanoTime() + Duration.ofMinutes(5).toNanos());
      WorkerLog log = running.log();
      return new WorkerFacts(
          running.processId(),
          running.info().residentBytes(),
          log.device(),
          log.offloaded(),
          log.mebibytes());
    } catch (WorkerEnded e) {
      drop();
      throw new ModelException(
          "the process of the model %s has ended (%s)".formatted(file.name(), e.how()), e);
    } finally {
      lastUse = System.nanoTime();
      lock.unlock();
    }
  }

  /// The last lines that the worker wrote to its error output, for people who look for a fault.
  public List<String> log() {
    return Optional.ofNullable(link).map(running -> running.log().last()).orElse(List.of());
  }

  /// The process of the worker, while one runs.
  public Optional<Long> processId() {
    return Optional.ofNullable(link).filter(WorkerLink::isAlive).map(WorkerLink::processId);
  }

  /// Ends the worker at once. Who waits for an answer gets a [ModelException].
  @Override
  public void close() {
    closed = true;
    WorkerLink running = link;
    if (running != null) {
      running.close();
    }
    lock.lock();
    try {
      drop();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Completion complete(
      WorkerLink running, CompletionRequest request, Consumer<String> onText)
      throws InterruptedException, WorkerEnded {
    var text = new Transcript(onText);
    long began = System.nanoTime();
    int refused = running.log().refusedGrammars();
    try {
      Completed completed = running.complete(order(request), text::add, request.limit());
      if (running.log().refusedGrammars() > refused) {
        throw new ModelException(
            "llama.cpp does not understand the grammar; this is a defect in rustmend, report it");
      }
      return new Completion(
          text.toString(),
          completed.end() == End.DONE ? Completion.Ending.DONE : Completion.Ending.CUT_OFF,
          cost(completed));
    } catch (TimeoutException e) {
      Duration total = Duration.ofNanos(System.nanoTime() - began);
      return new Completion(
          text.toString(), Completion.Ending.CUT_OFF, new Cost(0, 0, 0, total, total));
    }
  }

  private static Cost cost(Completed completed) {
    return new Cost(
        completed.promptTokens(),
        completed.reusedTokens(),
        completed.generatedTokens(),
        Duration.ofNanos(completed.firstTextNanos()),
        Duration.ofNanos(completed.totalNanos()));
  }

  private Complete order(CompletionRequest request) {
    return new Complete(
        ++lastId,
        PromptGuard.wire(request.messages(), file.controlTokens()),
        request.sampling().temperature(),
        request.sampling().topP(),
        request.sampling().seed(),
        request.maxTokens(),
        request.grammar().orElse(""),
        request.stop());
  }

  /// Under the lock: a worker with the model in it.
  private WorkerLink running(long deadline) throws InterruptedException, WorkerEnded {
    if (closed) {
      throw new ModelException("rustmend is about to end; ask again after its start");
    }
    WorkerLink present = link;
    if (present != null && present.isAlive()) {
      return present;
    }
    drop();
    pause(deadline);
    WorkerLink started = WorkerStart.start(setup, ladder, found -> ladder = found);
    link = started;
    watch = Thread.ofVirtual().name("model-idle").start(this::watch);
    return started;
  }

  private void pause(long deadline) throws InterruptedException {
    long end = System.nanoTime() + pauses.pause().toNanos();
    if (end > deadline) {
      throw new ModelException(
          "the process of the model %s has ended %d times in a row; ask again in %d s, or choose another model"
              .formatted(file.name(), pauses.failures(), pauses.pause().toSeconds() + 1));
    }
    while (end > System.nanoTime() && !closed) {
      var _ = changed.awaitNanos(end - System.nanoTime());
    }
  }

  /// Under the lock: a worker that has grown too large, or holds too many threads that wait for
  /// ever, is ended.
  private void checkHealth(WorkerLink running) throws InterruptedException, WorkerEnded {
    if (!running.isAlive()) {
      drop(); // it did not stop in time, and was ended
      return;
    }
    WorkerCalls.Info info = running.info();
    if (info.residentBytes() > setup.memoryLimit() || info.stuckThreads() > MOST_STUCK) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the process of the model {0} has {1} of memory and may have {2}, and {3} threads that"
              + " wait; it is ended",
          file.name(),
          ByteCount.of(info.residentBytes()),
          ByteCount.of(setup.memoryLimit()),
          info.stuckThreads());
      drop();
    }
  }

  /// Under the lock.
  private void drop() {
    WorkerLink old = link;
    link = null;
    if (old != null) {
      old.close();
    }
    Thread watcher = watch;
    watch = null;
    if (watcher != null && watcher != Thread.currentThread()) {
      watcher.interrupt();
    }
  }

  /// Ends the worker when nobody has asked for the idle time.
  private void watch() {
    lock.lock();
    try {
      while (watch == Thread.currentThread()) {
        long left = lastUse + setup.idle().toNanos() - System.nanoTime();
        if (left <= 0) {
          drop();
          return;
        }
        var _ = changed.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      // another watcher has this one's place, or there is no worker any more
      return;
    } finally {
      lock.unlock();
    }
  }
}
