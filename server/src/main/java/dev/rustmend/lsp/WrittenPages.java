package dev.rustmend.lsp;

import dev.rustmend.wording.Material;
import dev.rustmend.wording.Worded;
import dev.rustmend.wording.Wording;
import java.util.Map;
import java.util.Optional;

/// Shows pages that a model writes. Its last words run along in the progress meanwhile.
///
/// An editor that follows the files which it shows has the page without the model at once, and the
/// model's text grows in it; any other one gets it when it is whole. When the model fails, or the
/// user cancels it, no half of a text stays. `owners` are the runs that write, by page.
record WrittenPages(
    ModelWriter writer,
    Runs runs,
    ProgressBoard board,
    RustmendClient client,
    PageViewer viewer,
    Map<String, String> owners) {

  /// Whether a model is set.
  boolean hasModel() {
    return writer.hasModel();
  }

  /// Has the model write a page from `material`, in the run `runId`. `plain` is the page without
  /// it, which the user gets where the model fails.
  void show(String runId, Page plain, Material material) throws InterruptedException {
    Optional<Wording> wording = writer.now();
    if (wording.isEmpty()) {
      viewer.show(plain);
      return;
    }
    try (Progress progress =
        board.part(runId, "Writing " + plain.what(), () -> runs.cancel(runId))) {
      progress.report("the model reads the sources");
      var page =
          new GrowingPage(plain, material, viewer, progress, new GrowingPage.Owner(owners, runId));
      page.begin();
      try {
        progress.end(write(page, wording.get().word(material, page), plain, material));
      } catch (InterruptedException e) {
        page.cancelled();
        progress.end("cancelled");
        throw e;
      }
    }
  }

  /// Returns the last word about it.
  private String write(GrowingPage page, Worded worded, Page plain, Material material)
      throws InterruptedException {
    return switch (worded) {
      case Worded.Text text -> {
        page.end(material.fullPage(text.markdown(), text.writer()));
        yield "done";
      }
      case Worded.Failed(String sentence) -> {
        client.showMessage(Messages.warning("no model's words: " + sentence));
        page.end(plain.markdown());
        yield "the model failed";
      }
    };
  }
}
