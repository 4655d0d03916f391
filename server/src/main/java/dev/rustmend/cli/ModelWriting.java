package dev.rustmend.cli;

import dev.rustmend.repair.ModelHold;
import dev.rustmend.settings.Settings;
import dev.rustmend.wording.Material;
import dev.rustmend.wording.Worded;
import dev.rustmend.wording.Wording;
import dev.rustmend.wording.WordingListener;
import java.util.Optional;

/// Has a model write a text for a command. On a terminal the text is printed while it comes;
/// elsewhere when it is whole, so that a pipe never gets half of one.
final class ModelWriting {
  private final Invocation invocation;
  private final Wording wording;

  private ModelWriting(Invocation invocation, Wording wording) {
    this.invocation = invocation;
    this.wording = wording;
  }

  /// Writing with the model of `settings`, which is opened when there is something to write.
  static ModelWriting with(ModelHold hold, Settings.Model settings, Invocation invocation) {
    return new ModelWriting(
        invocation, new Wording(() -> hold.of(settings), settings.contextSize()));
  }

  /// Prints a page about `material`, and says whether there is one; where there is none, stderr
  /// says why.
  boolean print(Material material) throws InterruptedException {
    var page =
        new MarkdownStream(
            new MarkdownText(
                invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns()),
            invocation.terminal().out());
    Worded worded;
    try (ProgressLine line = line()) {
      worded =
          wording.word(material, onTerminal() ? printing(material, page, line) : showing(line));
    }
    return switch (worded) {
      case Worded.Failed failed -> {
        if (page.begun()) {
          page.add("\n\n(It broke off here.)\n\n");
          page.end();
        }
        tell(failed);
        yield false;
      }
      case Worded.Text text -> {
        if (!page.begun()) {
          page.add(material.beginning() + text.markdown());
        }
        page.add(material.ending(text.writer()));
        page.end();
        yield true;
      }
    };
  }

  /// The text about `material`; empty, with the reason on stderr, where there is none.
  Optional<Worded.Text> text(Material material) throws InterruptedException {
    Worded worded;
    try (ProgressLine line = line()) {
      worded = wording.word(material, showing(line));
    }
    return switch (worded) {
      case Worded.Failed failed -> {
        tell(failed);
        yield Optional.empty();
      }
      case Worded.Text text -> Optional.of(text);
    };
  }

  private boolean onTerminal() {
    return invocation.terminal().isInteractive(Terminal.Channel.OUT);
  }

  private ProgressLine line() {
    return ProgressLine.start(
        invocation.terminal(),
        invocation.paint(Terminal.Channel.ERR),
        "Writing",
        "the model reads the sources");
  }

  private void tell(Worded.Failed failed) {
    invocation.tell("rustmend: no model's words: " + failed.sentence());
  }

  /// What is settled is printed when it is whole.
  private static WordingListener showing(ProgressLine line) {
    return words -> line.show(words, 0, 0);
  }

  /// The line of progress goes before the first words come: both are on one terminal.
  private static WordingListener printing(
      Material material, MarkdownStream page, ProgressLine line) {
    return new WordingListener() {
      @Override
      public void writing(String words) {
        line.show(words, 0, 0);
      }

      @Override
      public void settled(String markdown) {
        if (!page.begun()) {
          line.close();
          page.add(material.beginning());
        }
        page.add(markdown);
      }
    };
  }
}
