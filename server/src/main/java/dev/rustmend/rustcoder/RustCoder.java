package dev.rustmend.rustcoder;

import dev.rustmend.generate.Generated;
import dev.rustmend.generate.Generator;
import dev.rustmend.generate.Ranked;
import dev.rustmend.generate.Wanted;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.submission.FileMarkers;
import dev.rustmend.submission.RefusedException;
import dev.rustmend.submission.Submissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The service: one call for each request, whatever carries it. Blocks, but for projects that are
/// made in the background; an interrupt ends a call. Safe to use from any thread; how many calls
/// run at once is for the caller to say.
public final class RustCoder implements AutoCloseable {
  private static final int HTTP_ATTEMPTS = 10;
  private static final int TOOL_ATTEMPTS = 3;
  private static final int HITS = 3;
  private static final int MOST_HITS = 50;
  private static final Pattern PROJECT =
      Pattern.compile("/project/([^/]+)(?:/(download)|/files/(.+))?");

  private final Generator generator;
  private final Builds builds;
  private final Lookup lookup;
  private final ProjectShelf shelf;

  public RustCoder(Generator generator, Submissions submissions, RunRule rule, Lookup lookup) {
    this.generator = generator;
    this.builds = new Builds(submissions, rule);
    this.lookup = lookup;
    this.shelf = new ProjectShelf(generator);
  }

  /// Answers `POST path` with the JSON object `body`; the path is that behind the prefix of the
  /// service, such as `/compile`.
  public Reply post(String path, Map<String, ?> body) throws InterruptedException {
    return switch (path) {
      case "/generate" -> generate(body);
      case "/generate-sync" -> generateSync(body);
      case "/compile", "/mcp/compile" -> compile(body);
      case "/compile-and-fix", "/mcp/compile-and-fix" -> compileAndFix(body);
      default -> Body.failure(404, "Not Found");
    };
  }

  /// Answers `GET path`.
  public Reply get(String path) {
    Matcher project = PROJECT.matcher(path);
    if (!project.matches()) {
      return Body.failure(404, "Not Found");
    }
    Optional<ProjectState> state = shelf.state(project.group(1));
    if (state.isEmpty()) {
      return Body.failure(404, "Project not found");
    }
    if (project.group(2) != null) {
      return archive(state.get());
    }
    String file = project.group(3);
    if (file == null) {
      return new Reply.Json(200, state.get().body());
    }
    String text = state.get().files().get(file);
    return text == null ? Body.failure(404, "File not found") : new Reply.Text(200, text);
  }

  /// Calls the tool of that name: `generate`, `compile_and_fix`, `compile`, and the older names
  /// `compileAndFix` and `vectorSearch`; empty for any other.
  public Optional<ToolReply> tool(String name, Map<String, ?> arguments)
      throws InterruptedException {
    return switch (name) {
      case "generate" -> Optional.of(generateTool(arguments));
      case "compile" -> Optional.of(told(compile(arguments), "build_output"));
      case "compile_and_fix", "compileAndFix" ->
          Optional.of(
              Body.text(arguments, "code").isEmpty()
                  ? missing("code")
                  : told(
                      builds.compileAndFix(
                          Body.text(arguments, "code").orElse(""),
                          Body.number(arguments, "max_attempts").orElse(TOOL_ATTEMPTS)),
                      "combined_text"));
      case "vectorSearch" -> Optional.of(search(arguments));
      default -> Optional.empty();
    };
  }

  /// The sentence about a project that was made.
  static String message(Generated.Project project) {
    String notes = String.join(" ", project.notes());
    return "Project generated with %s. %s".formatted(project.template(), notes).strip();
  }

  @Override
  public void close() {
    shelf.close();
  }

  private Reply generate(Map<String, ?> body) {
    Optional<Wanted> wanted = wanted(body);
    if (wanted.isEmpty()) {
      return Body.invalid(body, "description");
    }
    return shelf
        .begin(wanted.get())
        .<Reply>map(state -> new Reply.Json(200, state.body()))
        .orElseGet(
            () -> Body.failure(503, "Too many projects are under way; try again in a minute."));
  }

  private Reply generateSync(Map<String, ?> body) throws InterruptedException {
    Optional<Wanted> wanted = wanted(body);
    if (wanted.isEmpty()) {
      return Body.invalid(body, "description");
    }
    try {
      return new Reply.Json(200, answer(generator.generate(wanted.get(), _ -> {})));
    } catch (RefusedException e) {
      return Body.failure(500, e.sentence());
    }
  }

  private static Optional<Wanted> wanted(Map<String, ?> body) {
    Object requirements = body.get("requirements");
    return Body.text(body, "description")
        .filter(text -> requirements == null || requirements instanceof String)
        .map(description ->
            new Wanted(
                description,
                Body.text(body, "requirements").orElse(""),
                Optional.empty(),
                Optional.empty(),
                ModelUse.ASKED_LAST));
  }

  private static Map<String, @Nullable Object> answer(Generated made) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    switch (made) {
      case Generated.Project project -> {
        answer.put("success", true);
        answer.put("message", message(project));
        answer.put("combined_text", FileMarkers.text(project.files()));
        answer.put("files", project.files());
        answer.put("build_output", null);
        answer.put("build_success", true);
        answer.put("verified", true);
        answer.put("template", project.template());
        answer.put("by", project.by().word());
        answer.put("proof", project.proof());
        answer.put("notes", project.notes());
      }
      case Generated.Declined declined -> {
        answer.put("success", false);
        answer.put("message", declined.sentence());
        answer.put("combined_text", "");
        answer.put("files", Map.of());
        answer.put("build_output", null);
        answer.put("build_success", false);
        answer.put("stop_reason", "no template fits");
        answer.put("nearest", declined.nearest().stream().map(Ranked::id).toList());
      }
    }
    return answer;
  }

  private Reply compile(Map<String, ?> body) throws InterruptedException {
    Optional<String> code = Body.text(body, "code");
    return code.isEmpty() ? Body.failure(400, "Missing 'code' field") : builds.compile(code.get());
  }

  private Reply compileAndFix(Map<String, ?> body) throws InterruptedException {
    Optional<String> code = Body.text(body, "code");
    if (code.isEmpty() || Body.text(body, "description").isEmpty()) {
      return Body.failure(400, "Missing required fields");
    }
    return builds.compileAndFix(
        code.get(), Body.number(body, "max_attempts").orElse(HTTP_ATTEMPTS));
  }

  private ToolReply generateTool(Map<String, ?> arguments) throws InterruptedException {
    for (String required : List.of("description", "requirements")) {
      if (Body.text(arguments, required).isEmpty()) {
        return missing(required);
      }
    }
    return told(generateSync(arguments), "combined_text");
  }

  private ToolReply search(Map<String, ?> arguments) throws InterruptedException {
    Optional<String> query = Body.text(arguments, "query");
    if (query.isEmpty()) {
      return missing("query");
    }
    int limit = Math.clamp(Body.number(arguments, "limit").orElse(HITS), 1, MOST_HITS);
    List<Map<String, Object>> hits = lookup.search(query.get(), limit);
    var lines = new StringBuilder();
    hits.forEach(hit ->
        lines.append(hit.get("title")).append('\n').append(hit.get("snippet")).append("\n\n"));
    return new ToolReply(lines.toString().strip(), Body.of("hits", hits), false);
  }

  private static ToolReply missing(String argument) {
    String why = "The argument `%s` is missing; give a text.".formatted(argument);
    return new ToolReply(why, Body.of("detail", why), true);
  }

  /// The member that the original returns; where that says nothing, the reason.
  private static ToolReply told(Reply reply, String member) {
    if (!(reply instanceof Reply.Json(int status, var body))) {
      throw new IllegalStateException("a tool answers with JSON");
    }
    boolean success = status == 200 && Boolean.TRUE.equals(body.get("success"));
    String text = body.get(member) instanceof String given ? given : "";
    if (text.isBlank() && !success) {
      text = String.valueOf(body.getOrDefault("message", body.get("detail")));
    }
    return new ToolReply(text, body, !success);
  }

  private static Reply archive(ProjectState state) {
    SortedMap<String, String> files = state.files();
    if (files.isEmpty()) {
      return Body.failure(404, "Project not found");
    }
    return new Reply.Archive(200, "project-%s.zip".formatted(state.id()), files);
  }
}
