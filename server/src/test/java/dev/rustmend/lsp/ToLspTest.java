package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToLspTest {
  @TempDir private Path folder;
  private final OpenDocuments documents = new OpenDocuments();

  @ParameterizedTest
  @CsvSource({"UTF8, 6, 10", "UTF16, 3, 5", "UTF32, 2, 3"})
  void columnsCountWhatWasNegotiated(ColumnUnit unit, int start, int end) {
    var text = SourceText.of("\r\né𝄞🦀x");
    Range range = toLsp(unit).range(new TextRange(8, 12), text);
    assertThat(range).isEqualTo(new Range(new Position(1, start), new Position(1, end)));
  }

  @Test
  void openFilesWithManyEditsComeFirstAndClosedOnesHaveNoVersion() throws IOException {
    Path closed = Files.writeString(folder.resolve("a.rs"), "one\ntwo\n");
    Path open = folder.resolve("m.rs");
    Path many = folder.resolve("z.rs");
    open(open, 7, "fn open() {}");
    open(many, 9, "fn many() {}");
    var patch =
        new Patch(
            new TreeMap<>(
                Map.of(
                    closed, List.of(TextEdit.insert(4, "x")),
                    open, List.of(TextEdit.insert(0, "x")),
                    many, List.of(TextEdit.insert(0, "x"), TextEdit.insert(3, "y")))));
    WorkspaceEdit edit =
        toLsp(ColumnUnit.UTF16, Feature.DOCUMENT_CHANGES).edit(patch, documents.snapshot());
    assertThat(EditParts.of(edit))
        .extracting(EditParts.Part::uri, EditParts.Part::version)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(many.toUri().toString(), Optional.of(9)),
            org.assertj.core.groups.Tuple.tuple(open.toUri().toString(), Optional.of(7)),
            org.assertj.core.groups.Tuple.tuple(closed.toUri().toString(), Optional.empty()));
    assertThat(new MessageJsonHandler(Map.of()).getGson().toJson(edit))
        .as("the version must be there, even where it is null")
        .contains("\"version\":null", "\"version\":9");
  }

  @Test
  void withoutDocumentChangesTheEditsGoIntoChanges() {
    Path open = folder.resolve("m.rs");
    open(open, 7, "fn open() {}");
    Patch patch = Patch.of(open, TextEdit.insert(0, "pub "));
    WorkspaceEdit edit = toLsp(ColumnUnit.UTF16).edit(patch, documents.snapshot());
    assertThat(edit.getDocumentChanges()).isNull();
    assertThat(edit.getChanges()).containsOnlyKeys(open.toUri().toString());
  }

  @Test
  void anOpenDocumentKeepsTheNameThatTheClientGaveIt() {
    Path open = folder.resolve("m.rs");
    String spelled = "file://" + folder.toString().replace("/", "%2F").replace("%2Ftmp", "/tmp");
    documents.opened(open, spelled);
    documents.buffers().put(open, 1, SourceText.of("x"));
    Patch patch = Patch.of(open, TextEdit.insert(0, "y"));
    assertThat(toLsp(ColumnUnit.UTF16).edit(patch, documents.snapshot()).getChanges())
        .containsOnlyKeys(spelled);
    documents.closed(open);
    assertThat(documents.uri(open)).isEqualTo(open.toUri().toString());
  }

  private void open(Path file, int version, String text) {
    documents.opened(file, file.toUri().toString());
    documents.buffers().put(file, version, SourceText.of(text));
  }

  private ToLsp toLsp(ColumnUnit unit, Feature... features) {
    return new ToLsp(new ClientProfile("test", unit, Set.of(features)), documents);
  }

  @Test
  void aFileIsMadeByAResourceOperationWhereTheClientHasIt() {
    Path fresh = folder.resolve("new.rs");
    ToLsp able = toLsp(ColumnUnit.UTF16, Feature.DOCUMENT_CHANGES, Feature.CREATE_FILE);
    assertThat(able.canMake(Patch.creating(fresh, ""))).isTrue();
    WorkspaceEdit empty = able.edit(Patch.creating(fresh, ""), documents.snapshot());
    assertThat(empty.getDocumentChanges()).hasSize(1);
    assertThat(empty.getDocumentChanges().getFirst().getRight())
        .isEqualTo(new CreateFile(fresh.toUri().toString()));
    WorkspaceEdit filled = able.edit(Patch.creating(fresh, "x"), documents.snapshot());
    assertThat(filled.getDocumentChanges()).hasSize(2);
    assertThat(filled.getDocumentChanges().getLast().getLeft().getEdits()).hasSize(1);
    ToLsp unable = toLsp(ColumnUnit.UTF16, Feature.DOCUMENT_CHANGES);
    assertThat(unable.canMake(Patch.creating(fresh, ""))).isFalse();
    assertThat(unable.canMake(Patch.of(fresh, TextEdit.insert(0, "x")))).isTrue();
  }
}
