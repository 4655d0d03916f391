package dev.rustmend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say of the code is so: names exist, links lead somewhere, nothing that must
/// not be published is in them.
///
/// `mvn test -Dtest=DocumentsTest -Ddocs.write=true` writes the generated tables.
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");
  private static final Pattern CLASS_NAME = Pattern.compile("`([a-z]+)\\.([A-Z]\\w+)(\\.\\w+)*`");
  private static final Pattern NAME_OF_A_TYPE = Pattern.compile("`([A-Z][a-z]+\\w*)`");

  /// Written in pieces, so that this file does not hold them.
  private static final List<String> REGISTRY_HOSTS =
      List.of(
          "crates" + ".io",
          "npmjs" + ".org",
          "pypi" + ".org",
          "repo.maven." + "apache.org",
          "repo1.maven" + ".org",
          "npmjs" + ".com",
          "pythonhosted" + ".org",
          "open-vsx" + ".org");

  private static final List<String> PATHS_OF_ONE_MACHINE = List.of("/" + "work/", "/" + "root/");

  @Test
  void theTablesInTheReadmeAreWhatTheCodeSays() throws IOException {
    Path readme = SourceTree.ROOT.resolve("README.md");
    String document = Files.readString(readme);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(readme, GeneratedTables.rewritten(document));
      return;
    }
    GeneratedTables.all()
        .forEach((name, table) ->
            assertThat(GeneratedTables.written(document, name))
                .as("%s: run mvn test -Dtest=DocumentsTest -Ddocs.write=true", name)
                .isEqualTo(table));
  }

  @Test
  void theSettingsOfTheExtensionForVsCodeAreThoseOfTheServer() throws IOException {
    String manifest = Files.readString(VsCodeManifest.FILE);
    String rewritten = VsCodeManifest.rewritten(manifest);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(VsCodeManifest.FILE, rewritten);
      return;
    }
    assertThat(manifest)
        .as("package.json: run mvn test -Dtest=DocumentsTest -Ddocs.write=true")
        .isEqualTo(rewritten);
  }

  @Test
  void everyClassThatADocumentNamesExists() throws IOException {
    var missing = new TreeSet<String>();
    for (Path document : documents()) {
      for (MatchResult name : matches(CLASS_NAME, document)) {
        Path source = source(name.group(1), name.group(2));
        if (!Files.exists(source)) {
          missing.add(SourceTree.ROOT.relativize(document) + ": " + name.group());
        }
      }
    }
    assertThat(missing).as("classes that documents name and nobody wrote").isEmpty();
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    var broken = new ArrayList<String>();
    for (Path document : documents()) {
      for (MatchResult link : matches(LINK, document)) {
        boolean rustdoc = link.group(1).contains("::");
        if (!rustdoc && !Files.exists(document.resolveSibling(link.group(1)).normalize())) {
          broken.add(SourceTree.ROOT.relativize(document) + ": " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theGlossaryHasTheWordsThatCarryThePipeline() throws IOException {
    Set<String> said = new TreeSet<>();
    matches(NAME_OF_A_TYPE, SourceTree.SERVER.resolve("GLOSSARY.md"))
        .forEach(name -> said.add(name.group(1)));
    assertThat(said)
        .contains("Diagnostic", "Level", "Span", "Note", "Suggestion", "Applicability")
        .contains("Candidate", "Origin", "Patch", "Trial", "Verdict", "Fix", "Problem")
        .contains("Buffer", "Snapshot", "Report", "Oracle", "Fidelity");
  }

  @Test
  void everyPackageSaysWhatItNeverDoes() throws IOException {
    var silent = new ArrayList<Path>();
    for (Path file : SourceTree.mainJavaFiles()) {
      if (file.endsWith("package-info.java") && !Files.readString(file).contains("/// Never: ")) {
        silent.add(file);
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void theChangelogHasAPlaceForTheNextChange() throws IOException {
    assertThat(Files.readAllLines(SourceTree.ROOT.resolve("CHANGELOG.md")))
        .contains("## Unreleased");
  }

  @Test
  void noFileNamesARegistryOrThePathOfOneMachine() throws IOException {
    var found = new ArrayList<String>();
    for (Path file : SourceTree.trackedTextFiles()) {
      String text = Files.readString(file);
      Stream.concat(REGISTRY_HOSTS.stream(), PATHS_OF_ONE_MACHINE.stream())
          .filter(text::contains)
          .forEach(word -> found.add(SourceTree.ROOT.relativize(file) + " holds " + word));
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    return SourceTree.trackedTextFiles().stream()
        .filter(file -> file.toString().endsWith(".md"))
        .filter(file -> !file.startsWith(SourceTree.SERVER.resolve("src")))
        .toList();
  }

  private static List<MatchResult> matches(Pattern pattern, Path document) throws IOException {
    return pattern.matcher(Files.readString(document)).results().toList();
  }

  private static Path source(String packageName, String className) {
    return SourceTree.SERVER.resolve(
        "src/main/java/dev/rustmend/%s/%s.java".formatted(packageName, className));
  }
}
