package dev.rustmend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the launchers name is what the build packs: names are written in six files of five
/// languages, and one that differs would only show on somebody else's machine.
class LauncherTest {
  private static final Path PROGRAM =
      SourceTree.ROOT.resolve("release/src/main/java/dev/rustmend/release");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release/launcher/rustmend",
        "release/launcher/rustmend.cmd",
        "release/launcher/rustmend.ps1",
        "docker/rustmend",
        "rustmend",
        "vscode-client/src/runtime.ts",
        "vscode-client/scripts/package.mjs"
      })
  void eachLauncherNamesTheJarAndTheOptionsThatArePacked(String launcher) throws IOException {
    String text = Files.readString(SourceTree.ROOT.resolve(launcher));
    assertThat(names(text, "[a-z-]+\\.jar\\b")).containsExactly(constant("Image", "JAR"));
    assertThat(names(text, "[a-z]+\\.options\\b")).allMatch(constant("Image", "OPTIONS")::equals);
  }

  @Test
  void theJarIsTheOneThatTheServersBuildMakes() throws IOException {
    String pom = Files.readString(SourceTree.ROOT.resolve("server/pom.xml"));
    assertThat(names(pom, "(?<=<finalName>)[^<]+"))
        .containsExactly(constant("Image", "JAR").replace(".jar", ""));
    assertThat(names(pom, "(?<=<classpathPrefix>)[^<]+"))
        .containsExactly(constant("Image", "LIBRARIES") + "/");
    assertThat(SourceTree.ROOT.resolve("release/launcher").resolve(constant("Image", "OPTIONS")))
        .exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rustmend", "rustmend.cmd", "rustmend.ps1"})
  void eachLauncherOfAReleaseKnowsEachArchiveOfClasses(String launcher) throws IOException {
    String text = Files.readString(SourceTree.ROOT.resolve("release/launcher").resolve(launcher));
    List<String> trainings = names(source("Tree"), "(?<=TRAININGS = List\\.of\\()[^)]+");
    List<String> words = names(trainings.getFirst(), "[a-z]+");
    assertThat(words)
        .isNotEmpty()
        .allSatisfy(word -> assertThat(text).containsPattern("\\b" + word + "\\b"));
    assertThat(text).containsPattern("classes\\W{0,3}\\.aot");
  }

  @Test
  void installShMovesNothingThatIsNotMade() throws IOException {
    String script = Files.readString(SourceTree.ROOT.resolve("release/launcher/install.sh"));
    String made = source("Tree");
    Stream.of("share/man/man1/rustmend.1", "share/zsh/site-functions/_rustmend")
        .forEach(file -> {
          assertThat(script).contains(file);
          assertThat(made).contains(file);
        });
    names(script, "share/(bash|zsh|fish|man)[\\w./-]+")
        .forEach(file -> assertThat(made).contains(file));
  }

  /// The value of a constant of the program that makes releases.
  private static String constant(String type, String name) throws IOException {
    return names(source(type), "(?<= " + name + " = \")[^\"]+").getFirst();
  }

  private static String source(String type) throws IOException {
    return Files.readString(PROGRAM.resolve(type + ".java"));
  }

  private static List<String> names(String text, String pattern) {
    var names = new TreeSet<String>();
    Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).forEach(names::add);
    return List.copyOf(names);
  }
}
