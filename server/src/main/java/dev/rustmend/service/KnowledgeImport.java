package dev.rustmend.service;

import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryFolder;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.Recipe;
import dev.rustmend.rustcoder.BaseDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// Takes over what somebody else has exported or written: recipes of entries as if they had been
/// learned in every workspace; notes, and the documents of a Rust Coder knowledge base, as notes.
public record KnowledgeImport(Learning learning, Notes notes) {
  /// How many recipes and notes were taken over, and sentences about what was not.
  public record Taken(int recipes, int notes, List<String> leftOut) {
    public Taken {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// Takes over these texts by the paths of their files, which say what they are. Throws
  /// [UncheckedIOException] and [dev.rustmend.learn.LogFailure] when they can not be kept.
  public Taken take(SortedMap<Path, String> files) {
    var leftOut = new ArrayList<String>();
    int recipes = 0;
    int kept = 0;
    for (var file : files.entrySet()) {
      String id = EntryFolder.id(file.getKey());
      boolean entry = !id.isEmpty() && file.getKey().toString().endsWith(".md");
      recipes += entry ? recipes(id, file.getValue(), leftOut) : 0;
      kept += entry ? 0 : keep(notes(file.getKey(), file.getValue(), leftOut));
    }
    return new Taken(recipes, kept, leftOut);
  }

  /// How many recipes the entry has: one for each of its codes.
  private int recipes(String id, String markdown, List<String> leftOut) {
    EntryReader.Result read = EntryReader.read(id, markdown);
    read.problems().stream().map(EntryProblem::rendered).forEach(leftOut::add);
    if (!read.problems().isEmpty() || read.entry().isEmpty()) {
      return 0;
    }
    Entry entry = read.entry().get();
    if (entry.rewrite().isEmpty()) {
      leftOut.add("%s has no `rewrite` block to take over".formatted(id));
      return 0;
    }
    String lines = block(markdown);
    entry
        .codes()
        .forEach(code -> learning.take(new Recipe(code, lines, 1), entry.title(), markdown));
    return entry.codes().size();
  }

  /// The lines of the `rewrite` block, which the reader has found well-formed.
  private static String block(String markdown) {
    String fence = "```rewrite\n";
    int start = markdown.indexOf(fence) + fence.length();
    return markdown.substring(start, markdown.indexOf("\n```", start));
  }

  private static List<Notes.Note> notes(Path file, String text, List<String> leftOut) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".json")) {
      try {
        return notes(BaseDocuments.json(text));
      } catch (IllegalArgumentException e) {
        leftOut.add("%s is left out: %s".formatted(file, e.getMessage()));
        return List.of();
      }
    }
    if (name.endsWith(".md") && isExported(file)) {
      return List.of(Notes.Note.of(name, text));
    }
    boolean readable = name.endsWith(".txt") || name.endsWith(".md");
    return readable ? notes(BaseDocuments.questions(text)) : List.of();
  }

  private static List<Notes.Note> notes(List<BaseDocuments.Document> documents) {
    return documents.stream().map(each -> new Notes.Note(each.title(), each.body())).toList();
  }

  /// Whether the file lies in a folder as an export makes it.
  private static boolean isExported(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && folder.endsWith(Notes.EXPORTED);
  }

  /// How many of the notes are new.
  private int keep(List<Notes.Note> all) {
    int taken = 0;
    try {
      for (Notes.Note note : all) {
        taken += notes.keep(note) ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a note can not be kept in " + notes.folder(), e);
    }
    return taken;
  }
}
