package dev.rustmend.knowledge;

import java.nio.file.Path;
import java.util.Optional;

/// The process that [EndedFillTest] kills: fills the library in a folder, again and again.
final class FillProcess {
  private FillProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    var base = new SmallBase(Path.of(arguments[0]));
    try (Library library =
        new Library(base.sources(() -> Optional.of(new SmallBase.Measuring())))) {
      library.fill(FillListener.NONE);
    }
  }
}
