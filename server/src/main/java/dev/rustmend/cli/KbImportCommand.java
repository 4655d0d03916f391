package dev.rustmend.cli;

import dev.rustmend.knowledge.Notes;
import dev.rustmend.service.KnowledgeImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb import`: takes over what somebody else has exported or written: recipes of entries,
/// notes, and the documents of a Rust Coder knowledge base.
final class KbImportCommand implements Command {
  private static final Pattern TEXT = Pattern.compile("\\.(?:md|txt|json)$");

  private final Wiring wiring;

  KbImportCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "import",
            "Takes over what `kb export` made, and JSON or question texts of Rust Coder: recipes of"
                + " entries as if they had been learned in every workspace, texts as notes.");
    spec.addPositional(Options.required("PATH", "A file, or a folder of files."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    Path path = invocation.path(invocation.parameter(0).orElse(""));
    if (!Files.exists(path)) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "there is no file or folder %s; check the path".formatted(path));
    }
    Notes notes = Notes.of(wiring.environment());
    try {
      SortedMap<Path, String> files = texts(path, notes.folder());
      KnowledgeImport.Taken taken =
          Learned.with(wiring, learning -> new KnowledgeImport(learning, notes).take(files));
      taken.leftOut().forEach(sentence -> invocation.tell("rustmend: " + sentence));
      invocation.print(
          "took over %s and %s"
              .formatted(Count.of(taken.recipes(), "recipe"), Count.of(taken.notes(), "note")));
      return taken.recipes() + taken.notes() > 0 ? Exit.CLEAN : Exit.REMAIN;
    } catch (UncheckedIOException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.getMessage() + "; make it readable", e);
    }
  }

  /// The texts of the file, or of all files below the folder, apart from the user's own notes.
  private static SortedMap<Path, String> texts(Path path, Path own) {
    var texts = new TreeMap<Path, String>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(own) && TEXT.matcher(file.toString()).find()) {
          texts.put(file, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the files below " + path + " can not be read", e);
    }
    return texts;
  }
}
