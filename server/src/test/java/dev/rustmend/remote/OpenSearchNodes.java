package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/// Real OpenSearch nodes with the k-NN plugin, each a process of its own that a test may kill. The
/// module `server/opensearch` lays their parts out; where they are missing a test is skipped.
final class OpenSearchNodes implements AutoCloseable {
  private static final Path PARTS = Path.of("opensearch", "target").toAbsolutePath();
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Path folder;
  private final List<String> settings;
  private final List<Integer> httpPorts = new ArrayList<>();
  private final List<Integer> transportPorts = new ArrayList<>();
  private final List<Process> nodes = new ArrayList<>();

  private OpenSearchNodes(Path folder, List<String> settings) {
    this.folder = folder;
    this.settings = List.copyOf(settings);
  }

  /// So many nodes in one cluster, all of them ready.
  static OpenSearchNodes start(Path folder, int count) throws IOException {
    return start(folder, count, List.of());
  }

  /// The same with more settings of each node, as `name=value`.
  static OpenSearchNodes start(Path folder, int count, List<String> settings) throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(PARTS.resolve("node").resolve("plugin")),
        "the parts of OpenSearch are not there; `mvn -Popensearch package -pl server/opensearch` fetches them");
    var cluster = new OpenSearchNodes(folder, settings);
    for (int i = 0; i < count; i++) {
      cluster.httpPorts.add(freePort());
      cluster.transportPorts.add(freePort());
    }
    for (int i = 0; i < count; i++) {
      cluster.nodes.add(cluster.launch(i));
    }
    for (int i = 0; i < count; i++) {
      cluster.awaitReady(i);
    }
    return cluster;
  }

  Process node(int number) {
    return nodes.get(number);
  }

  String address(int number) {
    return "http://127.0.0.1:" + httpPorts.get(number);
  }

  Access access(int number, Duration patience) {
    return new Access(
        ClusterAddress.of(address(number)),
        Optional.empty(),
        Optional.empty(),
        patience,
        Access.TEAM);
  }

  /// Ends a node as a power failure would.
  void kill(int number) throws InterruptedException {
    nodes.get(number).destroyForcibly().waitFor();
  }

  /// Starts a killed node again, with its data.
  void restart(int number) throws IOException {
    nodes.set(number, launch(number));
    awaitReady(number);
  }

  /// Waits until every copy of every shard is there.
  void awaitGreen(int number) throws InterruptedException {
    JsonObject health =
        send(
                number,
                "GET",
                "/_cluster/health?wait_for_status=green&wait_for_nodes=%d&wait_for_no_relocating_shards=true&timeout=110s"
                    .formatted(nodes.size()),
                "")
            .json();
    assertThat(health.getString("status", "")).isEqualTo("green");
  }

  /// Sends something that rustmend does not.
  Wire.Reply send(int number, String method, String path, String body) throws InterruptedException {
    try (Wire wire = new Wire(access(number, LONG))) {
      return wire.send(method, path, body, LONG);
    }
  }

  private Process launch(int number) throws IOException {
    Path home = folder.resolve("node-" + number);
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(
                    java.io.File.pathSeparator,
                    PARTS.resolve("classes").toString(),
                    PARTS.resolve("node/lib") + "/*",
                    PARTS.resolve("node/plugin") + "/*"),
                "dev.rustmend.opensearch.SearchNode",
                home.toString(),
                "cluster.name=rustmend-test",
                "node.name=n" + number,
                "http.port=" + httpPorts.get(number),
                "transport.port=" + transportPorts.get(number),
                "http.type=netty4",
                "transport.type=netty4",
                "network.host=127.0.0.1",
                "cluster.routing.allocation.disk.threshold_enabled=false"));
    command.addAll(discovery());
    command.addAll(settings);
    return new ProcessBuilder(command)
        .redirectError(folder.resolve("node-" + number + ".log").toFile())
        .start();
  }

  private List<String> discovery() {
    if (httpPorts.size() == 1) {
      return List.of("discovery.type=single-node");
    }
    String seeds =
        transportPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    String names =
        IntStream.range(0, httpPorts.size())
            .mapToObj(i -> "n" + i)
            .collect(Collectors.joining(","));
    return List.of(
        "discovery.seed_hosts=" + seeds,
        "cluster.initial_cluster_manager_nodes=" + names,
        // a node that was killed is missed soon
        "cluster.fault_detection.follower_check.interval=500ms",
        "cluster.fault_detection.follower_check.timeout=2s",
        "cluster.fault_detection.leader_check.interval=500ms",
        "cluster.fault_detection.leader_check.timeout=2s");
  }

  private void awaitReady(int number) throws IOException {
    var lines =
        new BufferedReader(
            new InputStreamReader(nodes.get(number).getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.equals("ready")) {
      line = lines.readLine();
    }
    assertThat(line).as(() -> log(number)).isEqualTo("ready");
  }

  private String log(int number) {
    try {
      return Files.readString(folder.resolve("node-" + number + ".log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    nodes.forEach(Process::destroyForcibly);
    for (Process node : nodes) {
      try {
        node.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
