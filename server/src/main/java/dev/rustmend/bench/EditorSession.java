package dev.rustmend.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// An editor on one project, as far as a benchmark needs one: opens and saves files, waits until
/// the server is done with them, asks for code actions and hovers.
final class EditorSession implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EditorSession.class.getName());
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// How long a server that shall end may take to answer.
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
  private static final String PUBLISHED = "textDocument/publishDiagnostics";
  private static final String STATUS = "experimental/serverStatus";

  /// How the titles of verified fixes begin.
  private static final Pattern PROVEN = Pattern.compile("[✓→] ");

  private final LspWire wire;
  private final Path root;
  private final Map<String, Integer> versions = new HashMap<>();

  private EditorSession(LspWire wire, Path root) {
    this.wire = wire;
    this.root = root;
  }

  /// Starts the server in `root` and returns when `initialize` is answered.
  static EditorSession start(List<String> server, Path root)
      throws IOException, TimeoutException, InterruptedException {
    return start(server, root, Map.of());
  }

  /// The same with variables on top of the environment.
  static EditorSession start(List<String> server, Path root, Map<String, String> variables)
      throws IOException, TimeoutException, InterruptedException {
    return start(server, root, variables, new JsonObject());
  }

  /// The same with `options` for the server.
  static EditorSession start(
      List<String> server, Path root, Map<String, String> variables, JsonObject options)
      throws IOException, TimeoutException, InterruptedException {
    LspWire wire = LspWire.start(server, root, variables);
    try {
      JsonObject params = EditorAbilities.initializeParams(root);
      params.add("initializationOptions", options);
      wire.request("initialize", params, LIMIT);
      wire.notify("initialized", new JsonObject());
      return new EditorSession(wire, root);
    } catch (IOException | TimeoutException | InterruptedException e) {
      wire.close();
      throw e;
    }
  }

  LspWire wire() {
    return wire;
  }

  /// Opens `files`, all of the folder's workspace, and waits until it has been checked. That
  /// happens once, and may have begun before: the server checks a folder when it is opened, and not
  /// again for a file that reads as it did.
  void open(Collection<String> files) throws IOException, TimeoutException, InterruptedException {
    for (String file : files) {
      open(file);
    }
    awaitQuiet();
  }

  /// Waits until the server says that it is done with what it does by itself, and opens `files`.
  void openWhenReady(Collection<String> files)
      throws IOException, TimeoutException, InterruptedException {
    wire.await(STATUS, params -> params.get("quiescent").getAsBoolean(), LIMIT);
    for (String file : files) {
      open(file);
    }
  }

  private void open(String file) throws IOException {
    var document = new JsonObject();
    document.addProperty("uri", uri(file));
    document.addProperty("languageId", "rust");
    document.addProperty("version", 1);
    document.addProperty("text", Files.readString(root.resolve(file)));
    versions.put(file, 1);
    var params = new JsonObject();
    params.add("textDocument", document);
    wire.notify("textDocument/didOpen", params);
  }

  /// A place in a text, zero-based.
  record Place(String file, int line, int character) {

    /// Where `needle` first stands in `text`.
    static Place of(String file, String text, String needle) {
      String before = text.substring(0, text.indexOf(needle));
      int line = (int) before.chars().filter(c -> c == '\n').count();
      return new Place(file, line, before.length() - before.lastIndexOf('\n') - 1);
    }
  }

  /// Seconds from a save until the server published an error of rustc's, if it did; until a
  /// verified fix was offered at one of the places that were watched, if any was; and until all
  /// were verified.
  record Saved(OptionalDouble diagnosed, OptionalDouble first, double all) {}

  /// Writes `files`, tells the server that they were changed and saved, and waits until it has
  /// verified all fixes. Returns the seconds from the first save.
  double save(SortedMap<String, String> files)
      throws IOException, TimeoutException, InterruptedException {
    long start = System.nanoTime();
    saveNow(files);
    awaitQuiet();
    return (System.nanoTime() - start) / 1e9;
  }

  /// The same, and asks for code actions at `places` all the time, as somebody would who waits for
  /// them.
  Saved save(SortedMap<String, String> files, List<Place> places)
      throws IOException, TimeoutException, InterruptedException {
    long start = System.nanoTime();
    try (LspWire.Watch errors = wire.watch(PUBLISHED, EditorSession::hasError)) {
      saveNow(files);
      Saved saved = awaitFixes(start, places);
      OptionalDouble diagnosed =
          errors.came().isPresent()
              ? OptionalDouble.of((errors.came().getAsLong() - start) / 1e9)
              : OptionalDouble.empty();
      return new Saved(diagnosed, saved.first(), saved.all());
    }
  }

  /// Types `files`, waits until the server has checked them by itself, and saves them. The seconds
  /// are those from the save; code actions are asked for as [#save] does.
  Saved saveAfterPause(SortedMap<String, String> files, List<Place> places)
      throws IOException, TimeoutException, InterruptedException {
    wire.forget();
    for (var file : files.entrySet()) {
      change(file.getKey(), file.getValue());
    }
    awaitQuiet();
    wire.forget();
    long start = System.nanoTime();
    for (var file : files.entrySet()) {
      store(file.getKey(), file.getValue());
    }
    OptionalDouble atOnce =
        offersVerified(places)
            ? OptionalDouble.of((System.nanoTime() - start) / 1e9)
            : OptionalDouble.empty();
    Saved saved = awaitFixes(start, places);
    return new Saved(
        OptionalDouble.empty(), atOnce.isPresent() ? atOnce : saved.first(), saved.all());
  }

  /// Saves, and waits until the server has published an error of rustc's. Returns the seconds.
  double saveUntilDiagnosed(SortedMap<String, String> files)
      throws IOException, TimeoutException, InterruptedException {
    long start = System.nanoTime();
    saveNow(files);
    wire.await(PUBLISHED, EditorSession::hasError, LIMIT);
    return (System.nanoTime() - start) / 1e9;
  }

  /// Saves, and waits until the server has published that the first of the files has no error of
  /// rustc's any more.
  void saveUntilClean(SortedMap<String, String> files)
      throws IOException, TimeoutException, InterruptedException {
    saveNow(files);
    String uri = uri(files.firstKey());
    wire.await(
        PUBLISHED,
        params -> params.get("uri").getAsString().equals(uri) && !hasError(params),
        LIMIT);
  }

  private static boolean hasError(JsonObject published) {
    return published.getAsJsonArray("diagnostics").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .anyMatch(one ->
            one.has("source")
                && one.get("source").getAsString().equals("rustc")
                && one.has("severity")
                && one.get("severity").getAsInt() == 1);
  }

  private Saved awaitFixes(long start, List<Place> places)
      throws IOException, TimeoutException, InterruptedException {
    wire.await(STATUS, params -> !params.get("quiescent").getAsBoolean(), LIMIT);
    OptionalDouble first = OptionalDouble.empty();
    while (System.nanoTime() - start < LIMIT.toNanos()) {
      if (first.isEmpty() && offersVerified(places)) {
        first = OptionalDouble.of((System.nanoTime() - start) / 1e9);
      }
      Duration time = first.isEmpty() ? LOOK_AGAIN : LIMIT;
      if (wire.poll(STATUS, params -> params.get("quiescent").getAsBoolean(), time).isPresent()) {
        double all = (System.nanoTime() - start) / 1e9;
        return new Saved(
            OptionalDouble.empty(),
            first.isEmpty() && offersVerified(places) ? OptionalDouble.of(all) : first,
            all);
      }
    }
    throw new TimeoutException("the server did not finish a check");
  }

  private boolean offersVerified(List<Place> places)
      throws IOException, TimeoutException, InterruptedException {
    for (Place place : places) {
      for (JsonElement action : codeActions(place.file(), place.line(), place.character())) {
        JsonElement title = action.getAsJsonObject().get("title");
        if (title != null && PROVEN.matcher(title.getAsString()).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  private void saveNow(SortedMap<String, String> files) throws IOException {
    wire.forget();
    for (var file : files.entrySet()) {
      if (!versions.containsKey(file.getKey())) {
        throw new IllegalStateException(file.getKey() + " is not open");
      }
      change(file.getKey(), file.getValue());
      store(file.getKey(), file.getValue());
    }
  }

  private void store(String file, String text) throws IOException {
    write(root.resolve(file), text);
    var saved = new JsonObject();
    saved.add("textDocument", identifier(file));
    wire.notify("textDocument/didSave", saved);
  }

  /// Tells the server that a file which is not open was changed on the disk, and waits until it has
  /// checked that.
  void changedOnDisk(String file) throws IOException, TimeoutException, InterruptedException {
    wire.forget();
    var event = new JsonObject();
    event.addProperty("uri", uri(file));
    event.addProperty("type", 2);
    var changes = new JsonArray();
    changes.add(event);
    var params = new JsonObject();
    params.add("changes", changes);
    wire.notify("workspace/didChangeWatchedFiles", params);
    awaitQuiet();
  }

  /// Asks the server to end, and waits until it has.
  private void end() {
    try {
      wire.request("shutdown", JsonNull.INSTANCE, FAREWELL);
      wire.notify("exit", JsonNull.INSTANCE);
      wire.awaitEnd();
    } catch (IOException | TimeoutException e) {
      LOG.log(System.Logger.Level.DEBUG, "the server has ended by itself", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The code actions at a zero-based line and character.
  JsonArray codeActions(String file, int line, int character)
      throws IOException, TimeoutException, InterruptedException {
    JsonObject params = at(file, line, character);
    JsonObject position = params.getAsJsonObject("position");
    params.remove("position");
    var range = new JsonObject();
    range.add("start", position);
    range.add("end", position);
    params.add("range", range);
    var context = new JsonObject();
    context.add("diagnostics", new JsonArray());
    params.add("context", context);
    JsonElement result = wire.request("textDocument/codeAction", params, LIMIT);
    return result.isJsonArray() ? result.getAsJsonArray() : new JsonArray();
  }

  /// The hover at a zero-based line and character; JSON null for none.
  JsonElement hover(String file, int line, int character)
      throws IOException, TimeoutException, InterruptedException {
    return wire.request("textDocument/hover", at(file, line, character), LIMIT);
  }

  /// Runs a command of the server's, and waits until it has ended.
  void command(String name, String argument)
      throws IOException, TimeoutException, InterruptedException {
    wire.forget();
    var arguments = new JsonArray();
    arguments.add(argument);
    var params = new JsonObject();
    params.addProperty("command", name);
    params.add("arguments", arguments);
    params.addProperty("workDoneToken", name);
    wire.request("workspace/executeCommand", params, LIMIT);
    wire.await("$/progress", progress -> isEnd(progress, name), LIMIT);
  }

  private static boolean isEnd(JsonObject progress, String token) {
    return progress.get("token").getAsString().equals(token)
        && progress.getAsJsonObject("value").get("kind").getAsString().equals("end");
  }

  @Override
  public void close() {
    end();
    wire.close();
  }

  /// The server says through rust-analyzer's status notification when it begins and has finished.
  private void awaitQuiet() throws IOException, TimeoutException, InterruptedException {
    wire.await(STATUS, params -> !params.get("quiescent").getAsBoolean(), LIMIT);
    wire.await(STATUS, params -> params.get("quiescent").getAsBoolean(), LIMIT);
  }

  private void change(String file, String text) throws IOException {
    int version = versions.merge(file, 1, Integer::sum);
    JsonObject document = identifier(file);
    document.addProperty("version", version);
    var whole = new JsonObject();
    whole.addProperty("text", text);
    var changes = new JsonArray();
    changes.add(whole);
    var params = new JsonObject();
    params.add("textDocument", document);
    params.add("contentChanges", changes);
    wire.notify("textDocument/didChange", params);
  }

  private JsonObject at(String file, int line, int character) {
    var position = new JsonObject();
    position.addProperty("line", line);
    position.addProperty("character", character);
    var params = new JsonObject();
    params.add("textDocument", identifier(file));
    params.add("position", position);
    return params;
  }

  private JsonObject identifier(String file) {
    var identifier = new JsonObject();
    identifier.addProperty("uri", uri(file));
    return identifier;
  }

  private String uri(String file) {
    return root.resolve(file).toUri().toString();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("can not write " + file, e);
    }
  }
}
