package dev.rustmend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.cargo.Tools;
import dev.rustmend.dependency.DependencyItems;
import dev.rustmend.kb.EntryFolder;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.operation.KnownCrates;
import dev.rustmend.operation.Operations;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Every entry of the knowledge base is proven by the compiler. What was proven is remembered in
/// `target`, so that only what changed is compiled again.
class KbVerifyTest {
  private static final Path SERVER = Path.of("").toAbsolutePath();
  private static final Path CLASSES = SERVER.resolve("target/classes/dev/rustmend");

  /// The packages that decide what an entry proposes.
  private static final List<String> JUDGING =
      List.of("text", "diagnostic", "syntax", "kb", "operation", "candidate");

  /// What rustc says of the examples, as it comes with the program.
  private static final Path MESSAGES =
      SERVER.resolve("src/main/resources/dev/rustmend/kb/messages.txt");

  private static final Path CACHE = SERVER.resolve("target/kb-proofs");
  private static final int JOBS = 2;

  @Test
  void theCompilerProvesEveryEntry() throws Exception {
    ToolchainFacts facts = facts();
    Map<String, String> files = EntryFolder.read(SERVER.resolveSibling("kb-data"));
    var prover =
        new Prover(
            CACHE,
            new Prover.Programs(new CargoProcess(System.getenv()), new Tools(System.getenv())),
            Operations.all(KnownCrates.none(), new DependencyItems(CACHE, System.getenv())),
            JOBS,
            new Prover.Judges(facts.identity(), program(), facts.documentation()));
    List<EntryProblem> problems = prover.problems(files, (_, _) -> {});
    assertThat(files).hasSizeGreaterThan(900);
    assertThat(problems)
        .as(
            "`rustmend kb verify` shows the same:%n%n%s",
            problems.stream().map(EntryProblem::rendered).collect(Collectors.joining("\n\n")))
        .isEmpty();
  }

  /// Another release of rustc says things in other words: what is recorded is that of the release
  /// that is named in its first line, and only that one is compared.
  @Test
  void whatRustcSaysOfTheExamplesIsRecorded() throws Exception {
    ToolchainFacts facts = facts();
    var recorder =
        new MessageRecorder(
            CACHE, new CargoProcess(System.getenv()), JOBS, facts.identity(), facts.release());
    Map<String, String> files = EntryFolder.read(SERVER.resolveSibling("kb-data"));
    RecordedMessages said = recorder.record(files, (_, _) -> {});
    if (Boolean.getBoolean("messages.write")) {
      Files.writeString(MESSAGES, said.text());
    }
    RecordedMessages kept = RecordedMessages.parse(Files.readString(MESSAGES));
    Assumptions.assumeThat(kept.release()).isEqualTo(facts.release());
    Set<String> ids = new TreeSet<>(said.byId().keySet());
    ids.addAll(kept.byId().keySet());
    assertThat(ids.stream().filter(id -> !said.of(id).equals(kept.of(id))))
        .as("run: mvn test -Dtest=KbVerifyTest -Dmessages.write=true")
        .isEmpty();
  }

  private static ToolchainFacts facts() throws InterruptedException {
    var probe = new ToolchainProbe(System.getenv()).probe(SERVER, CheckOptions.defaults());
    return ((ToolchainProbe.Usable) probe).facts();
  }

  /// What tells this build of the judging packages from others.
  private static String program() throws IOException {
    var hashes = new StringBuilder();
    for (String name : JUDGING) {
      try (var classes = Files.walk(CLASSES.resolve(name))) {
        for (Path file : classes.filter(Files::isRegularFile).sorted().toList()) {
          hashes.append(SourceText.of(Files.readAllBytes(file)).sha256());
        }
      }
    }
    return SourceText.of(hashes.toString()).sha256();
  }
}
