package dev.rustmend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.kb.EntryFolder;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.operation.Operations;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every entry of the knowledge base is proven by the compiler. What was proven is remembered in
/// `target`, so that only what changed is compiled again.
class KbVerifyTest {
  private static final Path SERVER = Path.of("").toAbsolutePath();
  private static final Path CLASSES = SERVER.resolve("target/classes/dev/rustmend");

  /// The packages that decide what an entry proposes.
  private static final List<String> JUDGING =
      List.of("text", "diagnostic", "syntax", "kb", "operation", "candidate");

  @Test
  void theCompilerProvesEveryEntry() throws Exception {
    var probe = new ToolchainProbe(System.getenv()).probe(SERVER, CheckOptions.defaults());
    ToolchainFacts facts = ((ToolchainProbe.Usable) probe).facts();
    Map<String, String> files = EntryFolder.read(SERVER.resolveSibling("kb-data"));
    var prover =
        new Prover(
            SERVER.resolve("target/kb-proofs"),
            new CargoProcess(System.getenv()),
            Operations.all(),
            2,
            new Prover.Judges(facts.identity(), program(), facts.documentation()));
    List<EntryProblem> problems = prover.problems(files, (_, _) -> {});
    assertThat(files).hasSizeGreaterThan(900);
    assertThat(problems)
        .as(
            "`rustmend kb verify` shows the same:%n%n%s",
            problems.stream().map(EntryProblem::rendered).collect(Collectors.joining("\n\n")))
        .isEmpty();
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
