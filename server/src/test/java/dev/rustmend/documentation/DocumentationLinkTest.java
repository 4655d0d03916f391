package dev.rustmend.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentationLinkTest {
  private static final Path HTML = Path.of("/doc/rust/html");

  @Test
  void aPassageIsFoundOnTheSiteOfItsReleaseAndOnTheDisk() {
    assertThat(
            DocumentationLink.of(
                "doc:book/ch04-01-what-is-ownership.html#the-string-type~2", "1.95.0", HTML))
        .get()
        .satisfies(link -> {
          assertThat(link.web())
              .isEqualTo(
                  URI.create(
                      "https://doc.rust-lang.org/1.95.0/book/ch04-01-what-is-ownership.html#the-string-type"));
          assertThat(link.local().getPath())
              .endsWith("/doc/rust/html/book/ch04-01-what-is-ownership.html");
          assertThat(link.local().getFragment()).isEqualTo("the-string-type");
        });
  }

  @Test
  void betasAndNightliesHaveAddressesOfTheirOwn() {
    assertThat(web("1.97.0-nightly")).isEqualTo("https://doc.rust-lang.org/nightly/std/index.html");
    assertThat(web("1.96.0-beta.3")).isEqualTo("https://doc.rust-lang.org/beta/std/index.html");
    assertThat(web("of this toolchain"))
        .isEqualTo("https://doc.rust-lang.org/stable/std/index.html");
  }

  @Test
  void otherIdsHaveNoLink() {
    assertThat(DocumentationLink.of("errors/E0382/clone-first", "1.95.0", HTML)).isEmpty();
    assertThat(DocumentationLink.of("doc:../../secret.html", "1.95.0", HTML)).isEmpty();
    assertThat(DocumentationLink.of("doc:a b.html", "1.95.0", HTML)).isEmpty();
  }

  private static String web(String release) {
    return DocumentationLink.of("doc:std/index.html", release, HTML).orElseThrow().web().toString();
  }
}
