package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Origin;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposingTest {
  private static final Diagnostic ERROR =
      new Diagnostic(
          Level.ERROR,
          Optional.empty(),
          "not mutable",
          List.of(),
          List.of(),
          List.of(),
          "",
          new CrateId("toy", "toy", "bin"));

  @TempDir Path folder;

  @Test
  void whatComesToTheSameTextIsOneProposalOfTwo() throws Exception {
    List<Candidate> all =
        proposed(
            "let stock = 1;",
            candidate(new Origin(Origin.Source.RECIPE, "kb:E1/mut"), TextEdit.insert(3, " mut")),
            candidate(Origin.rustc(), TextEdit.insert(4, "mut ")),
            candidate(Origin.rustc(), TextEdit.insert(4, "ref ")));
    assertThat(all)
        .extracting(each -> each.origin().names())
        .containsExactly(List.of("rustc", "kb:E1/mut"), List.of("rustc"));
  }

  @Test
  void linesAreWrittenAsTheFileEndsItsOwn() throws Exception {
    List<Candidate> all =
        proposed("fn a() {}\r\n", candidate(Origin.rustc(), TextEdit.insert(0, "use b;\n")));
    assertThat(all).extracting(Candidate::patch).containsExactly(inserting("use b;\r\n"));
  }

  private Patch inserting(String text) {
    return Patch.of(file(), TextEdit.insert(0, text));
  }

  private Path file() {
    return folder.resolve("a.rs");
  }

  private List<Candidate> proposed(String text, Candidate... candidates)
      throws IOException, InterruptedException {
    Files.writeString(file(), text);
    Snapshot snapshot = Snapshot.ofDisk();
    try (var proposing =
        new Proposing(List.of((_, _) -> Stream.of(candidates).toList()), 10, snapshot)) {
      return proposing.of(ERROR);
    }
  }

  private Candidate candidate(Origin origin, TextEdit edit) {
    return new Candidate(
        ERROR, "Do it", Patch.of(file(), edit), origin, Applicability.MAYBE_INCORRECT);
  }
}
