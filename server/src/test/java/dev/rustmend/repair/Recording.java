package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.RecordedLines;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the compiler said of one fixture and of all that was proposed for it, so that the fixture
/// can be run without one.
///
/// It stands beside the fixture's file, `moves.md` has `moves.recorded`: for each test a line with
/// its name and the hash of its sources, then the lines of cargo's JSON, then a line of JSON for
/// each verdict, under the hash of the patch.
record Recording(String sources, List<String> lines, Map<String, Verdict> verdicts) {
  private static final String ROOT = "$ROOT";
  private static final String TEST = "# ";

  /// The recordings for the tests of one file, by name.
  static Map<String, Recording> of(Path fixtures) throws IOException {
    Path file = beside(fixtures);
    var all = new LinkedHashMap<String, Recording>();
    if (!Files.exists(file)) {
      return all;
    }
    Recording current = new Recording("", new ArrayList<>(), new LinkedHashMap<>());
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(TEST)) {
        int space = line.indexOf(' ', TEST.length());
        String hash = line.substring(TEST.length(), space);
        current = new Recording(hash, new ArrayList<>(), new LinkedHashMap<>());
        all.put(line.substring(space + 1), current);
      } else if (line.startsWith("{\"patch\"")) {
        JsonObject said = JsonParser.parseString(line).getAsJsonObject();
        current.verdicts.put(said.get("patch").getAsString(), verdict(said));
      } else {
        current.lines.add(line);
      }
    }
    return all;
  }

  static void write(Path fixtures, Map<String, Recording> all) throws IOException {
    var text = new StringBuilder();
    all.forEach((name, recording) -> {
      text.append(TEST).append(recording.sources).append(' ').append(name).append('\n');
      recording.lines.forEach(line -> text.append(line).append('\n'));
      new TreeMap<>(recording.verdicts)
          .forEach((patch, verdict) -> text.append(json(patch, verdict)).append('\n'));
    });
    Files.writeString(beside(fixtures), text.toString());
  }

  /// Beside `imports/missing.md` it is `imports/missing.recorded`.
  private static Path beside(Path fixtures) {
    String name = String.valueOf(fixtures.getFileName()).replace(".md", ".recorded");
    return fixtures.resolveSibling(name);
  }

  /// Runs cargo once more, in `root`, for its very words, and takes the verdicts from `report`.
  static Recording make(Fixture fixture, Path root, Report report)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("cargo", "check", "--offline", "-q", "--message-format=json")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    process.environment().put("CARGO_TARGET_DIR", root.resolve("../recording").toString());
    Process cargo = process.start();
    String said = new String(cargo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    cargo.waitFor();
    List<String> lines =
        said.lines()
            .filter(line ->
                line.contains("\"compiler-message\"") || line.contains("\"build-finished\""))
            .map(line -> line.replace(root.toString(), ROOT))
            .toList();
    var verdicts = new LinkedHashMap<String, Verdict>();
    for (Problem problem : report.problems()) {
      problem.fixes().forEach(fix -> verdicts.put(key(root, fix.patch()), fix.verdict()));
      problem
          .rejections()
          .forEach(each -> verdicts.put(key(root, each.candidate().patch()), each.verdict()));
    }
    return new Recording(hash(fixture), lines, verdicts);
  }

  /// What cargo said, as if it had run in `root`.
  CheckOutcome.Checked checked(Path root) {
    List<String> here = lines.stream().map(line -> line.replace(ROOT, root.toString())).toList();
    return switch (RecordedLines.outcome(root, here)) {
      case CheckOutcome.Checked checked -> checked;
      case CheckOutcome.Failed failed -> throw new AssertionError(failed);
    };
  }

  Optional<Verdict> verdict(Path root, Patch patch) {
    return Optional.ofNullable(verdicts.get(key(root, patch)));
  }

  /// That the sources are still those that were recorded.
  void assertIsOf(Fixture fixture) {
    assertThat(sources)
        .as("the sources of “%s”; -Dfixtures.write=true records them anew", fixture.name())
        .isEqualTo(hash(fixture));
  }

  /// That the compiler still says what was recorded.
  void assertIsLike(Report report) {
    assertThat(checked(report.root()).diagnostics())
        .as("what cargo says; -Dfixtures.write=true records it anew")
        .extracting(Diagnostic::headline)
        .isEqualTo(report.problems().stream().map(p -> p.diagnostic().headline()).toList());
    for (Problem problem : report.problems()) {
      for (Fix fix : problem.fixes()) {
        assertThat(verdict(report.root(), fix.patch()))
            .as("the recorded verdict on “%s”", fix.title())
            .contains(fix.verdict());
      }
    }
  }

  private static String hash(Fixture fixture) {
    return SourceText.of(new TreeMap<>(fixture.program().files()).toString())
        .sha256()
        .substring(0, 16);
  }

  private static String key(Path root, Patch patch) {
    var text = new StringBuilder();
    for (Map.Entry<Path, List<TextEdit>> file : patch.edits().entrySet()) {
      text.append(root.relativize(file.getKey()).toString().replace('\\', '/')).append('\n');
      file.getValue().forEach(edit -> text.append(edit).append('\n'));
    }
    return SourceText.of(text.toString()).sha256().substring(0, 16);
  }

  private static String json(String patch, Verdict verdict) {
    var object = new JsonObject();
    object.addProperty("patch", patch);
    object.addProperty("verdict", verdict.word());
    switch (verdict) {
      case Verdict.Compiles(int before, int after, _) -> {
        object.addProperty("before", before);
        object.addProperty("after", after);
      }
      case Verdict.Advances(int before, int after) -> {
        object.addProperty("before", before);
        object.addProperty("after", after);
      }
      case Verdict.Rejected(String why) -> object.addProperty("why", why);
      case Verdict.Unknown(String why) -> object.addProperty("why", why);
    }
    return object.toString();
  }

  private static Verdict verdict(JsonObject said) {
    return switch (said.get("verdict").getAsString()) {
      case "compiles" ->
          new Verdict.Compiles(said.get("before").getAsInt(), said.get("after").getAsInt());
      case "advances" ->
          new Verdict.Advances(said.get("before").getAsInt(), said.get("after").getAsInt());
      case "rejected" -> new Verdict.Rejected(said.get("why").getAsString());
      default -> new Verdict.Unknown(said.get("why").getAsString());
    };
  }
}
