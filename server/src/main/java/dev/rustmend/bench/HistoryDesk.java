package dev.rustmend.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.cargo.Tools;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/// Somebody at work on a scripted project: an editor with the real server, the real cargo and git,
/// and a log of what was learned that is only theirs.
final class HistoryDesk implements AutoCloseable {
  /// Longer than the second after which an error counts as read.
  private static final Duration READING = Duration.ofMillis(1100);

  private static final Duration BREATH = Duration.ofMillis(250);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Map<String, String> AUTHOR =
      Map.of(
          "GIT_AUTHOR_NAME", "somebody",
          "GIT_AUTHOR_EMAIL", "somebody@example.org",
          "GIT_COMMITTER_NAME", "somebody",
          "GIT_COMMITTER_EMAIL", "somebody@example.org");

  private final ScriptedProject project;
  private final Path root;
  private final List<String> program;
  private final Map<String, String> variables;
  private final EditorSession editor;
  private final Random random;
  private Map<String, ScriptedFile> files = new LinkedHashMap<>();
  private int scenes;

  private HistoryDesk(
      ScriptedProject project,
      Path root,
      List<String> program,
      Map<String, String> variables,
      EditorSession editor,
      Random random) {
    this.project = project;
    this.root = root;
    this.program = List.copyOf(program);
    this.variables = Map.copyOf(variables);
    this.editor = editor;
    this.random = random;
  }

  /// Makes the project below `home` and opens it; `program` is the command line of rustmend.
  static HistoryDesk open(ScriptedProject project, Path home, List<String> program, long seed)
      throws IOException, TimeoutException, InterruptedException {
    Path root = Files.createDirectories(home.resolve(project.name())).toRealPath();
    for (var file : project.fixed().entrySet()) {
      write(root.resolve(file.getKey()), file.getValue());
    }
    write(root.resolve(project.model()), ScriptedProject.PRELUDE);
    write(root.resolve(project.report()), ScriptedProject.PRELUDE);
    write(root.resolve(project.generated()), "");
    var variables = new HashMap<String, String>();
    variables.put("RUSTMEND_LEARNED_DIR", home.resolve("learned").toString());
    variables.put("RUSTMEND_CACHE_DIR", home.resolve("cache").toString());
    var command = new ArrayList<>(program);
    command.add("lsp");
    git(root, "init", "-q", "-b", "main");
    EditorSession editor = EditorSession.start(command, root, variables);
    var desk = new HistoryDesk(project, root, program, variables, editor, new Random(seed));
    desk.files.put(project.model(), ScriptedFile.beginningWith(ScriptedProject.PRELUDE));
    desk.files.put(project.report(), ScriptedFile.beginningWith(ScriptedProject.PRELUDE));
    desk.commit();
    editor.open(List.of(project.model(), project.report()));
    return desk;
  }

  ScriptedProject project() {
    return project;
  }

  Random random() {
    return random;
  }

  /// A number that no other scene has.
  int number() {
    return ++scenes;
  }

  /// One of the two files.
  String anyFile() {
    return random.nextBoolean() ? project.model() : project.report();
  }

  ScriptedFile file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /// The code of the item `name` of a file.
  String item(String file, String name) {
    return Objects.requireNonNull(file(file).items().get(name), name);
  }

  /// All files as they are, to come back to.
  Map<String, ScriptedFile> state() {
    return Map.copyOf(files);
  }

  /// The files are `state` again, on the disk already, and the editor shows and checks them.
  void reload(Map<String, ScriptedFile> state)
      throws IOException, TimeoutException, InterruptedException {
    var changed = new ArrayList<String>();
    state.forEach((name, file) -> {
      if (!file.text().equals(file(name).text())) {
        changed.add(name);
      }
    });
    files = new LinkedHashMap<>(state);
    save(changed.toArray(String[]::new));
  }

  /// Writes the item `name` of `file`, in the editor only.
  void put(String file, String name, String code) {
    ScriptedFile old = file(file);
    files.put(file, old.with(name, code, random.nextInt(old.order().size() + 1)));
  }

  void drop(String file, String name) {
    files.put(file, file(file).without(name));
  }

  void addImport(String file, String declaration) {
    files.put(file, file(file).importing(declaration));
  }

  /// Saves, and waits until the server is done with it.
  void save(String... names) throws IOException, TimeoutException, InterruptedException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String name : names) {
      texts.put(name, file(name).text());
    }
    if (!texts.isEmpty()) {
      editor.save(texts);
    }
  }

  /// Saves something broken and reads what the editor says.
  void saveAndRead(String... names) throws IOException, TimeoutException, InterruptedException {
    save(names);
    editor.wire().idle(READING);
  }

  /// Lets the server write down what it has learned.
  void breathe() throws InterruptedException {
    editor.wire().idle(BREATH);
  }

  /// Writes a file that is not open, and tells the server that the disk has changed.
  void generate(String text) throws IOException, TimeoutException, InterruptedException {
    write(root.resolve(project.generated()), text);
    editor.changedOnDisk(project.generated());
    editor.wire().idle(READING);
  }

  void commit() throws IOException, InterruptedException {
    git(root, "add", "-A");
    git(root, "commit", "-q", "--allow-empty", "-m", "work");
  }

  void git(String... arguments) throws IOException, InterruptedException {
    git(root, arguments);
  }

  /// Runs `rustmend fix` beside the editor, and shows what it wrote. The item `name` of `file` is
  /// the one that was broken.
  void fix(String file, String name) throws IOException, TimeoutException, InterruptedException {
    var command = new ArrayList<>(program);
    command.addAll(List.of("fix", "--allow-dirty", root.toString()));
    run(root, command, variables);
    String before = file(file).text();
    String after = Files.readString(root.resolve(file));
    String item = item(file, name);
    int start = before.indexOf(item);
    int behind = before.length() - start - item.length();
    files.put(file, file(file).with(name, after.substring(start, after.length() - behind), 0));
    if (!file(file).text().equals(after)) {
      throw new IOException("fix has changed more than " + name);
    }
    save(file);
  }

  /// The item `name` after the first fix that is offered where `marked` stands in it; empty where
  /// none is, or one that changes more.
  Optional<String> offered(String file, String name, String marked)
      throws IOException, TimeoutException, InterruptedException {
    SourceText text = SourceText.of(file(file).text());
    String item = item(file, name);
    int at = text.string().indexOf(item) + item.indexOf(marked);
    LineIndex lines = text.lines();
    int line = lines.line(at);
    JsonArray actions = editor.codeActions(file, line, at - lines.start(line));
    for (JsonElement action : actions) {
      Optional<String> made =
          edits(action.getAsJsonObject(), file).map(edits -> applied(text, edits));
      if (made.isPresent()) {
        int start = text.string().indexOf(item);
        int behind = text.string().length() - start - item.length();
        return Optional.of(made.get().substring(start, made.get().length() - behind));
      }
    }
    return Optional.empty();
  }

  private Optional<JsonArray> edits(JsonObject action, String file) {
    if (!action.has("edit")
        || !action.has("kind")
        || !action.get("kind").getAsString().equals("quickfix")) {
      return Optional.empty();
    }
    JsonObject edit = action.getAsJsonObject("edit");
    String uri = root.resolve(file).toUri().toString();
    if (edit.has("changes")) {
      JsonObject changes = edit.getAsJsonObject("changes");
      return changes.size() == 1 && changes.has(uri)
          ? Optional.of(changes.getAsJsonArray(uri))
          : Optional.empty();
    }
    JsonArray documents = edit.getAsJsonArray("documentChanges");
    return documents != null && documents.size() == 1
        ? Optional.of(documents.get(0).getAsJsonObject().getAsJsonArray("edits"))
        : Optional.empty();
  }

  /// The texts of scripts are ASCII, so that characters are bytes.
  private static String applied(SourceText text, JsonArray edits) {
    String made = text.string();
    var sorted = new ArrayList<JsonObject>();
    edits.forEach(edit -> sorted.add(edit.getAsJsonObject()));
    sorted.sort(
        (one, other) -> Integer.compare(offset(text, other, "start"), offset(text, one, "start")));
    for (JsonObject edit : sorted) {
      made =
          made.substring(0, offset(text, edit, "start"))
              + edit.get("newText").getAsString()
              + made.substring(offset(text, edit, "end"));
    }
    return made;
  }

  private static int offset(SourceText text, JsonObject edit, String end) {
    JsonObject at = edit.getAsJsonObject("range").getAsJsonObject(end);
    return text.lines().start(at.get("line").getAsInt()) + at.get("character").getAsInt();
  }

  /// Ends the server as an editor does, so that everything is written down.
  @Override
  public void close() {
    editor.close();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void git(Path root, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    if (!run(root, command, AUTHOR).succeeded()) {
      throw new IOException(command + " failed; is git installed?");
    }
  }

  private static Tools.Run run(Path root, List<String> command, Map<String, String> variables)
      throws InterruptedException {
    return new Tools(System.getenv()).run(root, command, variables, LIMIT);
  }
}
