package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainTest {
  @TempDir Path folder;

  @Test
  void theFirstCargoOnThePathCounts() throws Exception {
    Path first = program("one/cargo");
    program("two/cargo");
    String path = String.join(File.pathSeparator, at("none"), at("one"), at("two"));
    assertThat(Toolchain.find(Map.of("PATH", path))).map(Toolchain::cargo).hasValue(first);
  }

  @Test
  void cargosHomeIsTheLastResort() throws Exception {
    Path installed = program("home/bin/cargo");
    var environment = Map.of("PATH", "", "CARGO_HOME", at("home"));
    assertThat(Toolchain.find(environment)).map(Toolchain::cargo).hasValue(installed);
  }

  @Test
  void aFileThatCanNotBeRunIsNoCargo() throws Exception {
    Path file = program("bin/cargo");
    assertThat(file.toFile().setExecutable(false)).isTrue();
    var environment = Map.of("PATH", at("bin"), "CARGO_HOME", at("nowhere"));
    assertThat(Toolchain.find(environment)).isEmpty();
  }

  @Test
  void theRealToolchainTellsWhatItIs() throws Exception {
    var probe = new ToolchainProbe(System.getenv());
    var usable = (ToolchainProbe.Usable) probe.probe(folder, CheckOptions.defaults());
    ToolchainFacts facts = usable.facts();
    assertThat(facts.cargo()).startsWith("cargo 1.");
    assertThat(facts.rustc()).startsWith("rustc " + facts.release());
    assertThat(facts.host()).contains("-");
    assertThat(facts.sysroot()).isDirectory();
    assertThat(facts.clippy().orElse("clippy")).startsWith("clippy");
  }

  @Test
  void aToolchainThatIsMissingIsAFailure() throws Exception {
    Files.writeString(folder.resolve("rust-toolchain"), "1.3.0\n");
    var variables = TestCrate.withEnvironment(Map.of("RUSTUP_AUTO_INSTALL", "0"));
    var result = new ToolchainProbe(System.getenv()).probe(folder, variables);
    assertThat(((ToolchainProbe.Unusable) result).failure().kind())
        .isEqualTo(CargoFailure.Kind.MISSING_TOOLCHAIN);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
