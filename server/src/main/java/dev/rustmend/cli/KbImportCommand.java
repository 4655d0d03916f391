package dev.rustmend.cli;

import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryFolder;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.learn.Recipe;
import dev.rustmend.rustcoder.BaseDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb import`: takes over what somebody else has exported or written: recipes of entries,
/// notes, and the documents of a Rust Coder knowledge base.
final class KbImportCommand implements Command {
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
    try {
      int recipes = recipes(invocation, EntryFolder.read(path));
      int notes = notes(invocation, path);
      invocation.print(
          "took over %s and %s".formatted(Count.of(recipes, "recipe"), Count.of(notes, "note")));
      return recipes + notes > 0 ? Exit.CLEAN : Exit.REMAIN;
    } catch (UncheckedIOException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.getMessage() + "; make it readable", e);
    }
  }

  private int recipes(Invocation invocation, Map<String, String> files) {
    int taken = 0;
    for (var file : files.entrySet()) {
      EntryReader.Result read = EntryReader.read(file.getKey(), file.getValue());
      read.problems().forEach(problem -> invocation.tell(problem.rendered()));
      if (read.problems().isEmpty() && read.entry().isPresent()) {
        taken += take(read.entry().get(), file.getValue(), invocation);
      }
    }
    return taken;
  }

  /// How many recipes the entry has: one for each of its codes.
  private int take(Entry entry, String markdown, Invocation invocation) {
    if (entry.rewrite().isEmpty()) {
      invocation.tell("rustmend: %s has no `rewrite` block to take over".formatted(entry.id()));
      return 0;
    }
    String lines = block(markdown);
    Learned.with(
        wiring,
        learning -> {
          entry
              .codes()
              .forEach(code -> learning.take(new Recipe(code, lines, 1), entry.title(), markdown));
          return Exit.CLEAN;
        });
    return entry.codes().size();
  }

  /// The lines of the `rewrite` block, which the reader has found well-formed.
  private static String block(String markdown) {
    String fence = "```rewrite\n";
    int start = markdown.indexOf(fence) + fence.length();
    return markdown.substring(start, markdown.indexOf("\n```", start));
  }

  /// How many notes are new.
  private int notes(Invocation invocation, Path path) {
    Notes kept = Notes.of(wiring.environment());
    int taken = 0;
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        for (Notes.Note note : notes(invocation, file, kept)) {
          taken += kept.keep(note) ? 1 : 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a note can not be kept in " + kept.folder(), e);
    }
    return taken;
  }

  private static List<Notes.Note> notes(Invocation invocation, Path file, Notes kept)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".json")) {
      return documents(invocation, file);
    }
    if (name.endsWith(".md") && isExported(file)) {
      return List.of(Notes.Note.of(name, Files.readString(file, StandardCharsets.UTF_8)));
    }
    boolean text = name.endsWith(".txt") || name.endsWith(".md");
    return text && EntryFolder.read(file).isEmpty() && !file.startsWith(kept.folder())
        ? notes(BaseDocuments.questions(Files.readString(file, StandardCharsets.UTF_8)))
        : List.of();
  }

  private static List<Notes.Note> documents(Invocation invocation, Path file) throws IOException {
    try {
      return notes(BaseDocuments.json(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      invocation.tell("rustmend: %s is left out: %s".formatted(file, e.getMessage()));
      return List.of();
    }
  }

  private static List<Notes.Note> notes(List<BaseDocuments.Document> documents) {
    var notes = new ArrayList<Notes.Note>();
    documents.forEach(each -> notes.add(new Notes.Note(each.title(), each.body())));
    return notes;
  }

  /// Whether the file lies in the folder that `kb export --notes` makes.
  private static boolean isExported(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && folder.endsWith(KbExportCommand.NOTES_FOLDER);
  }
}
