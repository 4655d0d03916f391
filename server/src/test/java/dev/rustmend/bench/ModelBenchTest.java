package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.bench.ModelBenchReport.Answer;
import dev.rustmend.bench.ModelBenchReport.Case;
import dev.rustmend.bench.ModelBenchReport.Fate;
import dev.rustmend.bench.ModelBenchReport.Nearness;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.Program;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.model.ChatEndpoint;
import dev.rustmend.model.ChatServer;
import dev.rustmend.model.EndpointModel;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Sessions;
import dev.rustmend.repair.TestModels;
import dev.rustmend.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole benchmark on programs of our own, with the real cargo and a model behind the protocol.
class ModelBenchTest {
  private static final RustToolchain TOOLCHAIN =
      new RustToolchain("rustc of this machine", "any", Path.of("doc"));

  /// rustc's only suggestion is right.
  private static final BrokenProgram CONVERSION =
      program("book/a#1", "let name: String = \"Ferris\"; println!(\"{name}\");");

  /// Nothing repairs it without knowing what was meant.
  private static final BrokenProgram MEANT =
      program("book/a#2", "let n: u32 = \"seven\";\nprintln!(\"{}\", n + 1);");

  private static final BrokenProgram SOUND = program("book/a#3", "let sound = 1;");

  @TempDir private Path folder;

  @Test
  void eachWayIsAskedAboutWhatNothingElseRepairsAndEachAnswerHasItsFate() throws Exception {
    ModelBenchReport report;
    try (ChatServer server = ChatServer.start()) {
      server
          .thenSay("I would not know.")
          .thenSay(numbered(with("\"seven\".len() as u32")))
          .thenSay(numbered(with("todo!()")))
          .thenSay(numbered(with("\"seven\".len()")))
          .thenSay(numbered(with("\"seven\".len()")))
          .thenSay(numbered(with("\"seven\".len()")))
          .thenSay(fenced(MEANT.source().replace("\"seven\"", "\"seven\".len() as u32")))
          .thenSay(fenced(with("\"seven\".len() as u32")));
      report = run(server, List.of(CONVERSION, MEANT, SOUND));
      assertThat(server.requests()).hasSize(10);
      assertThat(server.requests().get(2).toString()).doesNotContain("knowledge base");
      assertThat(server.requests().get(6).toString()).contains("#![allow(unused)]");
      assertThat(server.requests().get(7).toString()).doesNotContainPattern("Item \\d");
    }
    assertThat(report.looked()).isEqualTo(2);
    assertThat(report.model()).startsWith("coder at ");
    Case meant = report.cases().getFirst();
    assertThat(report.cases()).hasSize(1);
    assertThat(meant.id()).isEqualTo("book/a#2");
    assertThat(fates(meant, "usual")).containsExactly(Fate.NOT_PARSED, Fate.REPAIRED);
    assertThat(fates(meant, "no examples")).containsExactly(Fate.GUARDED, Fate.REFUSED);
    assertThat(fates(meant, "one item")).containsExactly(Fate.REFUSED, Fate.REPEATED);
    assertThat(fates(meant, "whole file")).containsExactly(Fate.REPAIRED);
    assertThat(fates(meant, "no numbers")).containsExactly(Fate.REPAIRED);
    assertThat(fates(meant, "no grammar")).containsExactly(Fate.NOT_PARSED, Fate.NOT_PARSED);
    assertThat(meant.outcome("usual").compiles()).isPositive();
    shownInFull(report);
  }

  private void shownInFull(ModelBenchReport report) throws IOException {
    Path markdown = new ModelBenchFiles(report).write(folder.resolve("out"));
    assertThat(markdown)
        .content()
        .contains(
            "2 programs of the toolchain's documentation were tried",
            "| usual | 1 | 2 | 1 | 0 | 0 | 0 | 0 | 1 | 100.0 % (20.7–100.0) | 200 | 40 | ",
            "| no examples | 1 | 2 | 2 | 0 | 1 | 1 | 0 | 0 | 0.0 % (0.0–79.3) | ",
            "| book/a#2 | E0308 | repaired | refused | refused | repaired | repaired | not parsed |");
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("out/model.json")))
            .getAsJsonObject();
    JsonObject usual = json.getAsJsonObject("summary").getAsJsonObject("usual");
    assertThat(usual.get("repaired").getAsInt()).isEqualTo(1);
    assertThat(usual.get("tokensWritten").getAsInt()).isEqualTo(40);
    assertThat(folder.resolve("out/model-answers.svg")).content().contains("no numbers");
  }

  @Test
  void aModelThatCanNotBeUsedIsASentenceAndNoReport() throws Exception {
    try (ChatServer server = ChatServer.start()) {
      server.thenAnswer(404, "{\"error\":{\"message\":\"no such model\"}}");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> run(server, List.of(MEANT)))
          .withMessageContaining("no such model");
    }
  }

  @Test
  void anExampleIsComparedWithTheProgramAndWithTheCodeOfItsPage() {
    KnowledgeBase base = new ShippedBase().get();
    Entry entry = base.entry("errors/E0382/clone-before-move").orElseThrow();
    String source = entry.examples().getFirst().broken().files().get(Program.MAIN);
    assertThat(nearness(entry, "book/ch04.html#1", String.valueOf(source)))
        .isEqualTo(Nearness.RESEMBLES);
    String other = "fn main() {\n    let a: u8 = 3;\n}\n";
    assertThat(nearness(entry, "error_codes/E0382.html#1", other)).isEqualTo(Nearness.SAME_CODE);
    assertThat(nearness(entry, "error_codes/E0308.html#1", other)).isEqualTo(Nearness.OTHER);
  }

  private static Nearness nearness(Entry entry, String id, String source) {
    BrokenProgram any = program(id, "");
    var program =
        new BrokenProgram(id, any.book(), any.named(), any.edition(), source, Optional.empty());
    return ClosedBook.look(entry.id(), program, new ShippedBase().get()).nearness();
  }

  private ModelBenchReport run(ChatServer server, List<BrokenProgram> programs)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("RUSTMEND_CACHE_DIR", folder.resolve("shadows").toString());
    Settings settings = Settings.defaults().with(TestModels.named("some.gguf", false));
    var models =
        new Models(_ ->
            Optional.of(
                EndpointModel.of(ChatEndpoint.of(server.address(), "coder", Optional.empty()))));
    try (var sessions = Sessions.create(settings, _ -> settings, environment, models)) {
      return new ModelBench(new CargoProcess(environment), sessions)
          .run(
              new ModelBenchRequest(Optional.empty(), 5, 1, 2, folder.resolve("bench")),
              TOOLCHAIN,
              programs,
              BenchListener.silent());
    }
  }

  private static List<Fate> fates(Case one, String variant) {
    return one.outcome(variant).answers().stream().map(Answer::fate).toList();
  }

  /// The function of the program with another value in the place of the text.
  private static String with(String value) {
    String repaired = MEANT.source().replace("\"seven\"", value);
    return repaired.substring(repaired.indexOf("fn main"));
  }

  private static String numbered(String code) {
    return "Item 1\n" + fenced(code);
  }

  private static String fenced(String code) {
    return "```rust\n%s\n```\n".formatted(code.strip());
  }

  private static BrokenProgram program(String id, String example) {
    return new BrokenProgram(
        id,
        Book.BOOK,
        new TreeSet<>(List.of()),
        Edition.E2024,
        ExampleProgram.of(example),
        Optional.empty());
  }
}
