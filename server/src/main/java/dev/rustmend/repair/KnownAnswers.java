package dev.rustmend.repair;

import dev.rustmend.prompt.RepairPrompt;
import dev.rustmend.prompt.ShownItem;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answers of models that held, and the questions that had none, kept in files by the content
/// of the question: the same model is not asked the same twice. What is kept is compiled again like
/// any other proposal.
final class KnownAnswers {
  private static final System.Logger LOG = System.getLogger(KnownAnswers.class.getName());
  private static final int MOST = 1000;
  private static final int DROPPED_AT_ONCE = 200;

  private final Optional<Path> folder;

  private KnownAnswers(Optional<Path> folder) {
    this.folder = folder;
  }

  /// The answers below `folder`, which is made when there is something to keep.
  static KnownAnswers in(Path folder) {
    return new KnownAnswers(Optional.of(folder));
  }

  /// Knows nothing and keeps nothing.
  static KnownAnswers none() {
    return new KnownAnswers(Optional.empty());
  }

  /// The answer to `prompt` of the model `model`; an empty text when it is known that it has none.
  Optional<String> find(String model, RepairPrompt prompt) {
    return folder.flatMap(present -> read(present.resolve(name(model, prompt))));
  }

  /// Keeps an answer that held, or the empty text.
  void put(String model, RepairPrompt prompt, String answer) {
    folder.ifPresent(present -> write(present, name(model, prompt), answer));
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void write(Path folder, String name, String answer) {
    try {
      Files.createDirectories(folder);
      makeRoom(folder);
      AtomicFile.write(folder.resolve(name), SourceText.of(answer).bytes());
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, "an answer can not be kept in " + folder, e);
    }
  }

  /// The name tells the model, the conversation, and the whole texts of the files that it is about:
  /// elsewhere in a file the reason may stand why an answer does not hold.
  private static String name(String model, RepairPrompt prompt) {
    String conversation =
        prompt.messages().stream()
            .map(message -> message.role() + "\n" + message.text())
            .collect(Collectors.joining("\n\n"));
    String texts =
        prompt.items().stream()
            .map(ShownItem::text)
            .map(SourceText::sha256)
            .distinct()
            .collect(Collectors.joining(" "));
    String key = String.join("\n\n", List.of(ModelRounds.REVISION, model, conversation, texts));
    return SourceText.of(key).sha256() + ".txt";
  }

  private static void makeRoom(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    if (files.size() >= MOST) {
      List<Path> oldest =
          files.stream()
              .sorted(Comparator.comparing(KnownAnswers::age))
              .limit(DROPPED_AT_ONCE)
              .toList();
      for (Path file : oldest) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
