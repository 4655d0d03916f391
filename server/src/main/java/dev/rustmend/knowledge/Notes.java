package dev.rustmend.knowledge;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.AtomicFile;
import dev.rustmend.workspace.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Texts that the user has brought along from elsewhere, in `folder`, a Markdown file each whose
/// first line is `# ` and its title. They are found and quoted like documentation; the compiler has
/// not judged them.
public record Notes(Path folder) {
  /// What the id of a note begins with.
  public static final String SCHEME = "note:";

  /// The folder of notes in what an export makes.
  public static final String EXPORTED = "notes";

  private static final String ENDING = ".md";
  private static final String HEAD = "# ";

  /// Those of the user: in the folder `notes` of rustmend's data, or where `RUSTMEND_NOTES_DIR`
  /// says.
  public static Notes of(Map<String, String> environment) {
    return new Notes(DataFolder.locate(environment, "RUSTMEND_NOTES_DIR", "notes"));
  }

  /// A note: its title, and its text in Markdown.
  public record Note(String title, String body) {
    public Note {
      title = title.strip().replaceAll("\\s+", " ");
      body = body.strip();
    }

    /// The note as a file.
    public String markdown() {
      return HEAD + title + "\n\n" + body + "\n";
    }

    /// The note that a file holds; its title is `name` where the file has none.
    public static Note of(String name, String markdown) {
      String first = markdown.lines().findFirst().orElse("");
      return first.startsWith(HEAD)
          ? new Note(first.substring(HEAD.length()), markdown.substring(first.length()))
          : new Note(name, markdown);
    }

    /// The same for the same text.
    String name() {
      return SourceText.of(markdown()).sha256().substring(0, 16);
    }
  }

  /// Keeps a note; false when it is there already. Throws [IOException] when it can not be written.
  public boolean keep(Note note) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(note.name() + ENDING);
    boolean isNew = !Files.exists(file);
    AtomicFile.write(file, note.markdown().getBytes(StandardCharsets.UTF_8));
    return isNew;
  }

  /// The files of all notes, sorted. Throws [UncheckedIOException] when they can not be read.
  public List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the notes in " + folder + " can not be read", e);
    }
  }

  /// The texts of all notes by the names of their files. Throws [UncheckedIOException] when one can
  /// not be read.
  public SortedMap<String, String> texts() {
    var texts = new TreeMap<String, String>();
    for (Path file : files()) {
      try {
        texts.put(
            String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("the note " + file + " can not be read", e);
      }
    }
    return texts;
  }

  /// Changes whenever a note comes, goes or changes: their names are made of their content.
  String fingerprint() {
    List<String> names = files().stream().map(file -> String.valueOf(file.getFileName())).toList();
    return names.isEmpty()
        ? ""
        : "+" + SourceText.of(String.join("\n", names)).sha256().substring(0, 12);
  }

  /// All notes as passages.
  List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    texts()
        .forEach((file, text) -> {
          String name = file.substring(0, file.length() - ENDING.length());
          passages.add(passage(name, Note.of(name, text)));
        });
    return passages;
  }

  private static Passage passage(String name, Note note) {
    return new Passage(
        SCHEME + name,
        PassageKind.DOC,
        note.title(),
        List.of("Notes"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        note.body(),
        "",
        "",
        "",
        SourceText.of(note.markdown()).sha256());
  }
}
