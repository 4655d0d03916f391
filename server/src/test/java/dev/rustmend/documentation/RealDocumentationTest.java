package dev.rustmend.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.search.Passage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// On the documentation of this machine's toolchain; skipped where there is none.
class RealDocumentationTest {

  @Test
  void everyPassageHasTextAUniqueIdAndAPlaceThatExists() throws Exception {
    DocumentationFolder folder = folder();
    var ids = new HashSet<String>();
    var codes = new TreeSet<String>();
    int count = 0;
    for (DocumentationPage page : folder.pages()) {
      List<Passage> passages = folder.read(page);
      Set<String> places = places(page);
      for (Passage passage : passages) {
        assertThat(ids.add(passage.id())).as(passage.id()).isTrue();
        assertThat(passage.body()).as(passage.id()).isNotBlank();
        assertThat(passage.title()).as(passage.id()).isNotBlank();
        String fragment = fragment(passage.id());
        assertThat(fragment.isEmpty() || places.contains(fragment)).as(passage.id()).isTrue();
        codes.addAll(passage.codes());
      }
      count += passages.size();
    }
    assertThat(count).isGreaterThan(8_000);
    assertThat(codes).hasSizeGreaterThan(400).contains("E0382", "E0499", "unused_variables");
    assertThat(ids)
        .contains(
            "doc:book/ch04-01-what-is-ownership.html#the-string-type",
            "doc:std/vec/struct.Vec.html#method.push",
            "doc:std/iter/trait.Iterator.html#method.map",
            "doc:error_codes/E0382.html#error-code-e0382");
  }

  private static DocumentationFolder folder() throws InterruptedException {
    ToolchainProbe.Result result =
        new ToolchainProbe(System.getenv())
            .probe(Path.of("").toAbsolutePath(), CheckOptions.defaults());
    assumeThat(result).as("a toolchain").isInstanceOf(ToolchainProbe.Usable.class);
    ToolchainFacts facts = ((ToolchainProbe.Usable) result).facts();
    DocumentationFolder.Search search = DocumentationFolder.find(facts);
    assumeThat(search)
        .as("the documentation of %s: %s", facts.rustc(), search)
        .isInstanceOf(DocumentationFolder.Found.class);
    return ((DocumentationFolder.Found) search).folder();
  }

  /// What stands in quotes after `id=` anywhere in the page.
  private static Set<String> places(DocumentationPage page) throws IOException {
    String text = new String(Files.readAllBytes(page.file()), StandardCharsets.UTF_8);
    var places = new HashSet<String>();
    for (int at = text.indexOf(" id=\""); at >= 0; at = text.indexOf(" id=\"", at + 1)) {
      places.add(text.substring(at + 5, text.indexOf('"', at + 5)).replace("&lt;", "<"));
    }
    return places;
  }

  private static String fragment(String id) {
    int hash = id.indexOf('#');
    return hash < 0 ? "" : id.substring(hash + 1).replaceFirst("~\\d+$", "");
  }
}
