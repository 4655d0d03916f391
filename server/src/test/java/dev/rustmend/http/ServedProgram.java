package dev.rustmend.http;

import dev.rustmend.service.ServiceUnderTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `rustmend serve` in a process of its own, on the classes of this test run; `told` is what it
/// writes to stderr.
public record ServedProgram(Process process, int port, Queue<String> told, HttpClient client)
    implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("serves http://127\\.0\\.0\\.1:(\\d+)");

  /// Starts it with the folder `root` to use, and folders of its own below `folder`.
  public static ServedProgram start(Path folder, Path root, String... more) throws IOException {
    var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--root", root.toString()));
    arguments.addAll(List.of(more));
    ProcessBuilder builder = builder(folder, arguments);
    builder.environment().put("RUSTMEND_TOKEN", ServerUnderTest.TOKEN);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
    int port = port(errors);
    var told = new ConcurrentLinkedQueue<String>();
    Thread.ofVirtual().name("told").start(() -> read(errors, told));
    return new ServedProgram(process, port, told, HttpClient.newHttpClient());
  }

  /// How `rustmend ARGUMENTS` is started.
  public static ProcessBuilder builder(Path folder, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.rustmend.cli.Main"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(ServiceUnderTest.environment(folder));
    return builder;
  }

  /// Posts JSON with the token.
  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send(
        path,
        it -> it.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  /// Gets with the token.
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(path, UnaryOperator.identity());
  }

  /// Sends a request with the token.
  public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    return client.send(more.apply(request(path)).build(), BodyHandlers.ofString());
  }

  /// A request with the token.
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
        .header("Authorization", "Bearer " + ServerUnderTest.TOKEN);
  }

  /// Whether it has answered a request for this path.
  public boolean hasAnswered(String path) {
    return told.stream().anyMatch(line -> line.contains("\"path\":\"%s\"".formatted(path)));
  }

  /// Ends it as a crash would.
  public void crash() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
  }

  /// Until the process has ended.
  private static void read(BufferedReader errors, Queue<String> told) {
    try {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        told.add(line);
      }
    } catch (IOException e) {
      told.add("(no more can be read)");
    }
  }

  private static int port(BufferedReader told) throws IOException {
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
    throw new AssertionError("the server has not begun to listen");
  }
}
