package dev.rustmend.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBaseTest {
  @TempDir Path folder;

  @Test
  void anEntryIsAboutTheErrorsWithItsCode() {
    KnowledgeBase base =
        KnowledgeBase.of(
            List.of(
                entry("errors/E0382/b", "codes = [\"E0382\", \"E0505\"]"),
                entry("errors/E0382/a", "codes = [\"E0382\"]")));
    assertThat(base.about(said("E0382", "any")))
        .extracting(Entry::id)
        .containsExactly("errors/E0382/a", "errors/E0382/b");
    assertThat(base.about(said("E0505", "any")))
        .extracting(Entry::id)
        .containsExactly("errors/E0382/b");
    assertThat(base.about(said("E0308", "any"))).isEmpty();
  }

  @Test
  void theProgramBringsItsEntriesAlong() {
    KnowledgeBase base = new ShippedBase().get();
    assertThat(base.entries()).hasSizeGreaterThan(900);
    assertThat(base.ofCode("E0382")).isNotEmpty();
    assertThat(base.ofCode("")).isNotEmpty();
  }

  @Test
  void aMessageNarrowsAnEntry() {
    KnowledgeBase base =
        KnowledgeBase.of(
            List.of(entry("errors/E0308/a", "codes = [\"E0308\"]\nmessage = \"expected `$x`\"")));
    assertThat(base.about(said("E0308", "expected `u8`"))).hasSize(1);
    assertThat(base.about(said("E0308", "mismatched types"))).isEmpty();
  }

  @Test
  void anEntryWithoutCodesIsAboutErrorsWithoutOne() {
    KnowledgeBase base =
        KnowledgeBase.of(
            List.of(
                entry("errors/uncoded/a", "codes = []\nmessage = [\"expected `;`\", \"no …\"]")));
    assertThat(base.about(said("", "no rules"))).hasSize(1);
    assertThat(base.about(said("", "other"))).isEmpty();
    assertThat(base.about(said("E0308", "no rules"))).isEmpty();
  }

  @Test
  void theBaseThatComesWithTheProgramHasEntriesForTheErrorsThatPeopleMeet() {
    KnowledgeBase base = KnowledgeBase.shipped();
    assertThat(base.ofCode("E0382")).isNotEmpty();
    assertThat(base.ofCode("E0308")).isNotEmpty();
    assertThat(base.ofCode("unused_mut")).isNotEmpty();
    assertThat(base.entry("errors/E0382/no-such-entry")).isEmpty();
  }

  @Test
  void coverageCountsEntriesAndTheCodesThatHaveNone() {
    KnowledgeBase base =
        KnowledgeBase.of(
            List.of(
                entry("errors/E0382/a", "codes = [\"E0382\"]\nrewrite = \"x\""),
                entry("errors/uncoded/a", "codes = []\nmessage = \"m\""),
                entry("lints/unused_mut/a", "codes = [\"unused_mut\"]")));
    Coverage coverage = Coverage.of(base, Set.of("E0382", "E0308"));
    assertThat(coverage)
        .isEqualTo(new Coverage(2, 1, 1, 0, 0, 1, Set.of("E0382"), Set.of("E0308")));
  }

  @Test
  void theIdOfAFileIsItsPathFromItsCollectionOn() throws Exception {
    Path root = Files.createDirectories(folder.resolve("tasks/kb-data"));
    put(root.resolve("README.md"));
    put(root.resolve("LICENSE"));
    put(root.resolve("errors/E0382/clone-first.md"));
    put(root.resolve("errors/E0382/notes.txt"));
    put(root.resolve("lints/clippy__len_zero/use-is-empty.md"));
    assertThat(EntryFolder.read(root))
        .containsOnlyKeys("errors/E0382/clone-first", "lints/clippy__len_zero/use-is-empty");
    assertThat(EntryFolder.read(root.resolve("errors/E0382/clone-first.md")))
        .containsOnlyKeys("errors/E0382/clone-first");
    assertThat(EntryFolder.file(root, "errors/E0382/clone-first"))
        .isEqualTo(root.resolve("errors/E0382/clone-first.md"));
  }

  @Test
  void aNewEntryIsOneThatOnlyNeedsToBeFilledIn() throws Exception {
    Path error = NewEntry.write(folder, "E0382");
    assertThat(error).isEqualTo(folder.resolve("errors/E0382/new-entry.md"));
    assertThat(Files.readString(error)).contains("rust,compile_fail,E0382");
    Path lint = NewEntry.write(folder, "clippy::len_zero");
    assertThat(lint).isEqualTo(folder.resolve("lints/clippy__len_zero/new-entry.md"));
    assertThat(Files.readString(lint)).contains("rust,warns,clippy::len_zero");
    EntryFolder.read(folder)
        .forEach((id, text) -> assertThat(EntryReader.read(id, text).problems()).isEmpty());
    Assertions.assertThatThrownBy(() -> NewEntry.write(folder, "E0382"))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private static void put(Path file) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private static Entry entry(String id, String toml) {
    return EntryReader.read(id, "# Title\n\n```toml\n" + toml + "\n```\n").entry().orElseThrow();
  }

  private static Diagnostic said(String code, String message) {
    return new Diagnostic(
        Level.ERROR,
        Optional.of(code).filter(text -> !text.isEmpty()).map(DiagnosticCode::new),
        message,
        List.of(),
        List.of(),
        List.of(),
        message,
        new CrateId("app 0.1.0", "app", "bin"));
  }
}
