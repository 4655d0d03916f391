package dev.rustmend.bench;

import dev.rustmend.learn.Episode;
import dev.rustmend.text.Difference;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A repair that a script makes: the file with the error, the codes that rustc may give it, and the
/// lines that go and come, without their indentation and in the order of the alphabet.
record Truth(String file, Set<String> codes, List<String> gone, List<String> come) {
  Truth {
    codes = Set.copyOf(codes);
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }

  /// What makes `after` of `before`, both parts of `file`.
  static Truth of(String file, Set<String> codes, String before, String after) {
    Lines lines = Lines.between(before, after);
    return new Truth(file, codes, lines.gone(), lines.come());
  }

  /// Whether `episode` is just this repair.
  boolean fits(Episode episode) {
    var gone = new ArrayList<String>();
    var come = new ArrayList<String>();
    Stream.concat(
            Stream.of(new Episode.Part(episode.file(), episode.before(), episode.after())),
            episode.others().stream())
        .map(part -> Lines.between(part.before(), part.after()))
        .forEach(lines -> {
          gone.addAll(lines.gone());
          come.addAll(lines.come());
        });
    return episode.file().equals(file)
        && codes.contains(episode.told().code())
        && gone.stream().sorted().toList().equals(this.gone)
        && come.stream().sorted().toList().equals(this.come);
  }

  /// The lines that differ between two texts.
  record Lines(List<String> gone, List<String> come) {
    static Lines between(String before, String after) {
      SourceText old = SourceText.of(before);
      List<TextEdit> edits = Difference.edits(old, SourceText.of(after));
      return new Lines(
          sorted(edits.stream().map(edit -> old.slice(edit.range()))),
          sorted(edits.stream().map(TextEdit::newText)));
    }

    private static List<String> sorted(Stream<String> texts) {
      return texts
          .flatMap(String::lines)
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .sorted()
          .toList();
    }
  }
}
