package dev.rustmend.lsp;

import dev.rustmend.wording.Material;
import dev.rustmend.wording.WordingListener;
import java.time.Duration;
import java.util.Map;

/// A page while a model writes it: its last words run along in the progress, and where the editor
/// follows files the text grows in the page.
///
/// A page belongs to the run that asked for it last; an older run, which is being cancelled then,
/// does not touch it any more.
final class GrowingPage implements WordingListener {
  private static final long INTERVAL_NANOS = Duration.ofMillis(500).toNanos();
  private static final String WRITER = "A model";

  private final Page plain;
  private final Material material;
  private final PageViewer viewer;
  private final Progress progress;
  private final Owner owner;
  private final StringBuilder text = new StringBuilder();
  private long writtenAt = System.nanoTime();
  private boolean stopped;

  /// Who writes the page, by the name of its file.
  record Owner(Map<String, String> runs, String runId) {
    void claim(Page page) {
      synchronized (runs) {
        runs.put(page.name(), runId);
      }
    }

    /// Does `work` while the page is this run's, or not at all.
    void ifMine(Page page, Runnable work) {
      synchronized (runs) {
        if (runId.equals(runs.get(page.name()))) {
          work.run();
        }
      }
    }
  }

  GrowingPage(Page plain, Material material, PageViewer viewer, Progress progress, Owner owner) {
    this.plain = plain;
    this.material = material;
    this.viewer = viewer;
    this.progress = progress;
    this.owner = owner;
  }

  @Override
  public void writing(String line) {
    progress.report(line);
  }

  @Override
  public synchronized void settled(String markdown) {
    text.append(markdown);
    long now = System.nanoTime();
    if (!stopped && viewer.follows() && now - writtenAt >= INTERVAL_NANOS) {
      writtenAt = now;
      write(material.fullPage(text + " …", WRITER));
    }
  }

  /// Claims the page, and shows the plain one where the text can grow in it.
  void begin() throws InterruptedException {
    owner.claim(plain);
    if (viewer.follows()) {
      viewer.show(plain);
    }
  }

  /// The page gets its last text.
  void end(String markdown) throws InterruptedException {
    stop();
    if (viewer.follows()) {
      write(markdown);
    } else {
      viewer.show(plain.with(markdown));
    }
  }

  /// The user wants no more of it: no half of a text stays.
  void cancelled() {
    stop();
    if (viewer.follows()) {
      write(plain.markdown());
    }
  }

  private synchronized void stop() {
    stopped = true;
  }

  private void write(String markdown) {
    owner.ifMine(plain, () -> viewer.write(plain.with(markdown)));
  }
}
