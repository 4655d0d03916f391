package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationPageTest {

  @Test
  void readsHiddenLinesAndEntitiesOfMdBook() {
    List<CodeBlock> blocks =
        DocumentationPage.blocks(
            """
            <html lang="en"><body><p>Text with <code>inline</code>.</p>
            <pre class="playground"><code class="language-rust compile_fail E0382 edition2018"><span \
            class="boring">#![allow(unused)]
            </span><span class="boring">fn main() {
            </span>let s: Vec&lt;&amp;str&gt; = vec!["a\tb"];
            <span class="boring">}</span></code></pre>
            </body></html>
            """);

    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst().text())
        .isEqualTo("#![allow(unused)]\nfn main() {\nlet s: Vec<&str> = vec![\"a\tb\"];\n}");
    assertThat(blocks.getFirst().codes()).containsExactly("E0382");
    assertThat(blocks.getFirst().edition()).contains(Edition.E2018);
    assertThat(blocks.getFirst().isBroken()).isTrue();
  }

  @Test
  void takesTheWholeProgramOfRustdocFromThePlaygroundLink() {
    List<CodeBlock> blocks =
        DocumentationPage.blocks(
            """
            <div class="example-wrap compile_fail"><a href="#" class="tooltip">i</a>\
            <pre class="rust rust-example-rendered"><code><span class="kw">let </span>x = 1;</code></pre>\
            <a class="test-arrow" href="https://play.example/?code=fn+main()+%7B%0A++++let+x+%3D+1%3B%0A%7D\
            &amp;edition=2024"></a></div>
            <div class="example-wrap"><pre class="rust"><code>let y = 2;</code></pre></div>
            <div class="example-wrap"><pre class="language-text"><code>no Rust</code></pre></div>
            """);

    assertThat(blocks)
        .extracting(CodeBlock::text)
        .containsExactly("fn main() {\n    let x = 1;\n}", "let y = 2;");
    assertThat(blocks).extracting(CodeBlock::isBroken).containsExactly(true, false);
    assertThat(blocks.getFirst().edition()).contains(Edition.E2024);
    assertThat(blocks.get(1).isSound()).isTrue();
  }

  @Test
  void leavesOutOtherLanguagesAndKnowsTheBooksOwnLabel() {
    List<CodeBlock> blocks =
        DocumentationPage.blocks(
            """
            <pre><code class="language-toml">[package]</code></pre>
            <pre><code class="language-rust ignore does_not_compile">let x: i32 = "a";</code></pre>
            <pre><code class="language-compile_fail">let x = y;</code></pre>
            <pre><code class="language-rust ignore">let z</code></pre>
            """);

    assertThat(blocks).extracting(CodeBlock::isBroken).containsExactly(true, true, false);
    assertThat(blocks).extracting(CodeBlock::isSound).containsExactly(false, false, false);
  }
}
