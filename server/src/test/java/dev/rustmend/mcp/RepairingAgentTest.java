package dev.rustmend.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rustmend.http.ServerUnderTest;
import dev.rustmend.service.ServiceUnderTest;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An agent without any knowledge of Rust repairs ten programs with nothing but the tools: half of
/// them by `fix_project`, half by making the edits that `check_project` gives.
@Timeout(600)
class RepairingAgentTest {
  private static final int MOST_STEPS = 5;

  @TempDir private Path folder;

  private static Map<String, String> programs() {
    var programs = new LinkedHashMap<String, String>();
    programs.put("e0382", "fn main() { let a = vec![1]; let b = a; println!(\"{a:?} {b:?}\"); }\n");
    programs.put(
        "e0384", "fn main() { let n = 1; println!(\"{n}\"); n = 2; println!(\"{n}\"); }\n");
    programs.put(
        "e0308", "fn name() -> String { \"Ada\" }\nfn main() { println!(\"{}\", name()); }\n");
    programs.put(
        "e0433", "fn main() { let m: HashMap<u8, u8> = HashMap::new(); println!(\"{m:?}\"); }\n");
    programs.put("e0596", "fn main() { let v = Vec::new(); v.push(1); println!(\"{v:?}\"); }\n");
    programs.put("e0425", "fn main() { let total = 3; println!(\"{}\", totl); }\n");
    programs.put("e0277", "struct P;\nfn main() { let p = P; println!(\"{:?}\", p); }\n");
    programs.put(
        "e0106",
        "struct Line { text: &str }\nfn main() { println!(\"{}\", Line { text: \"a\" }.text); }\n");
    programs.put(
        "e0599",
        "#[derive(Debug)]\nstruct P(u8);\nfn main() { let p = P(1); let q = p.clone(); println!(\"{p:?} {q:?}\"); }\n");
    programs.put(
        "e0004",
        """
        enum C { Red, Blue }
        fn show(c: C) -> u8 { match c { C::Red => 1 } }
        fn main() { println!("{} {}", show(C::Red), show(C::Blue)); }
        """);
    return programs;
  }

  @Test
  void tenBrokenProjectsAreRepairedWithTheToolsAlone() throws IOException {
    try (var server = ServerUnderTest.in(folder);
        McpSyncClient agent = server.agent(server.place().root())) {
      var left = new ArrayList<String>();
      int number = 0;
      for (Map.Entry<String, String> program : programs().entrySet()) {
        Path crate =
            ServiceUnderTest.crate(server.place().root(), program.getKey(), program.getValue());
        boolean clean = number++ % 2 == 0 ? byFixProject(agent, crate) : byEdits(agent, crate);
        if (!clean || !check(agent, crate).get("success").getAsBoolean()) {
          left.add(program.getKey() + ": " + check(agent, crate));
        }
      }
      assertThat(left).isEmpty();
    }
  }

  /// What was withheld is looked at and chosen: a person's part.
  private static boolean byFixProject(McpSyncClient agent, Path crate) {
    JsonObject fixed = call(agent, "fix_project", Map.of("dir", crate.toString()));
    if (!fixed.get("success").getAsBoolean() && !fixed.getAsJsonArray("withheld").isEmpty()) {
      String id = fixed.getAsJsonArray("withheld").get(0).getAsJsonObject().get("id").getAsString();
      fixed = call(agent, "fix_project", Map.of("dir", crate.toString(), "fixes", List.of(id)));
    }
    return fixed.get("success").getAsBoolean();
  }

  private static boolean byEdits(McpSyncClient agent, Path crate) throws IOException {
    for (int step = 0; step < MOST_STEPS; step++) {
      JsonObject check = check(agent, crate);
      if (check.get("success").getAsBoolean()) {
        return true;
      }
      var fixes = check.getAsJsonArray("problems").get(0).getAsJsonObject().getAsJsonArray("fixes");
      if (fixes.isEmpty()) {
        return false;
      }
      apply(fixes.get(0).getAsJsonObject());
    }
    return false;
  }

  /// Makes the edits of a fix, the last one in a file first.
  private static void apply(JsonObject fix) throws IOException {
    List<JsonObject> edits =
        fix.getAsJsonArray("edits").asList().stream()
            .map(edit -> edit.getAsJsonObject())
            .sorted(
                Comparator.comparingInt((JsonObject it) -> it.get("start").getAsInt()).reversed())
            .toList();
    for (JsonObject edit : edits) {
      Path file = Path.of(edit.get("file").getAsString());
      byte[] old = Files.readAllBytes(file);
      int start = edit.get("start").getAsInt();
      int end = edit.get("end").getAsInt();
      String made =
          new String(old, 0, start, StandardCharsets.UTF_8)
              + edit.get("newText").getAsString()
              + new String(old, end, old.length - end, StandardCharsets.UTF_8);
      Files.writeString(file, made);
    }
  }

  private static JsonObject check(McpSyncClient agent, Path crate) {
    return call(agent, "check_project", Map.of("dir", crate.toString()));
  }

  private static JsonObject call(McpSyncClient agent, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        agent.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    assertThat(result.isError()).as("%s", result.content()).isFalse();
    @SuppressWarnings("unchecked") // the protocol has an object here
    var content = (Map<String, Object>) result.structuredContent();
    return JsonMaps.json(content);
  }
}
