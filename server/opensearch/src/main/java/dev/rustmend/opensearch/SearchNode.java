package dev.rustmend.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.Plugin;

/// One real OpenSearch node with the k-NN plugin: `SearchNode HOME setting=value …`. Prints `ready`
/// when it answers, and ends when its standard input does, so that no test leaves one behind.
public final class SearchNode {
  private static final List<String> PLUGINS =
      List.of(
          "org.opensearch.transport.Netty4ModulePlugin",
          "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
          "org.opensearch.painless.PainlessModulePlugin",
          "org.opensearch.index.reindex.ReindexModulePlugin",
          "org.opensearch.knn.plugin.KNNPlugin");

  private SearchNode() {}

  public static void main(String[] arguments)
      throws IOException, NodeValidationException, ClassNotFoundException {
    Path home = Path.of(arguments[0]);
    Files.createDirectories(home.resolve("config"));
    Settings.Builder settings = Settings.builder().put("path.home", home.toString());
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      int equals = argument.indexOf('=');
      String value = argument.substring(equals + 1);
      settings.put(argument.substring(0, equals), value);
    }
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), home.resolve("config"), () -> "rustmend");
    var node = new OpenSearchRunnerNode(environment, plugins());
    node.start();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // what is written there means nothing
    }
    node.close();
    System.exit(0);
  }

  private static List<Class<? extends Plugin>> plugins() throws ClassNotFoundException {
    var plugins = new ArrayList<Class<? extends Plugin>>();
    for (String name : PLUGINS) {
      plugins.add(Class.forName(name).asSubclass(Plugin.class));
    }
    return plugins;
  }
}
