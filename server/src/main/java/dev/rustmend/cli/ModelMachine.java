package dev.rustmend.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.rustmend.model.ApiKey;
import dev.rustmend.model.CacheType;
import dev.rustmend.model.ChatEndpoint;
import dev.rustmend.model.EndpointModel;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.WorkerSetup;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How the settings become a language model on this machine. `directory` is what relative paths
/// count from, `memory` the bytes of this machine or of its container.
record ModelMachine(
    Path directory, Map<String, String> environment, Path cache, int processors, long memory) {

  static ModelMachine of(Path directory, Map<String, String> environment) {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return new ModelMachine(
        directory,
        Map.copyOf(environment),
        CacheFolder.locate(environment),
        Runtime.getRuntime().availableProcessors(),
        memory);
  }

  /// The model that the settings ask for; no process is started and nothing is sent before somebody
  /// asks it. Empty when they ask for none. Throws [ModelException] when it can not be used.
  Optional<LanguageModel> open(Settings.Model settings) {
    if (settings.service().endpoint().isPresent()) {
      return Optional.of(EndpointModel.of(endpoint(settings.service())));
    }
    return settings.path().map(path -> worker(settings, path(path)));
  }

  /// The model in `file`, to be run in a worker process.
  ModelWorker worker(Settings.Model settings, Path file) {
    return ModelWorker.of(
        new WorkerSetup(
            command(settings.library()),
            cache.resolve("model"),
            file,
            settings.contextSize(),
            settings.threads().orElse(threads()),
            settings.gpuLayers().map(OptionalInt::of).orElse(OptionalInt.empty()),
            settings.flashAttention(),
            CacheType.valueOf(settings.cacheType().name()),
            memoryLimit(settings),
            Duration.ofMinutes(settings.idleMinutes())));
  }

  /// The bytes that a model's process may have.
  long memoryLimit(Settings.Model settings) {
    return settings
        .memoryLimitMebibytes()
        .map(mebibytes -> (long) mebibytes << 20)
        .orElse(memory / 10 * 9);
  }

  /// A path of the settings, made absolute; `~/` is the user's home.
  Path path(String given) {
    return given.startsWith("~/")
        ? Path.of(System.getProperty("user.home")).resolve(given.substring(2))
        : directory.resolve(given).normalize();
  }

  /// Half of the processors, since two of them mostly share one core; of a few processors more.
  private int threads() {
    return Math.clamp(processors / 2, Math.min(2, processors), 16);
  }

  private ChatEndpoint endpoint(Settings.ModelService service) {
    if (service.apiKeyEnv().isPresent() && service.apiKeyFile().isPresent()) {
      throw new ModelException(
          "`model.apiKeyEnv` and `model.apiKeyFile` exclude each other; remove one of them");
    }
    Optional<ApiKey> key =
        service
            .apiKeyEnv()
            .map(name -> ApiKey.ofVariable(name, environment))
            .or(() -> service.apiKeyFile().map(file -> ApiKey.ofFile(path(file))));
    return ChatEndpoint.of(service.endpoint().orElseThrow(), service.model().orElse(""), key);
  }

  /// A worker needs a small heap of Java: the model is outside of it. A crash in native code leaves
  /// its report in the cache folder and not in the user's.
  private List<String> command(Optional<String> library) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + cache.resolve("model").resolve("crash.log"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            Main.class.getName(),
            ModelWorkerCommand.NAME,
            ModelWorkerCommand.CACHE,
            cache.toString()));
    library.ifPresent(folder -> {
      command.add(ModelWorkerCommand.LIBRARY);
      command.add(path(folder).toString());
    });
    return command;
  }

  /// The class path of this process, absolute: a worker runs in another folder.
  private static String classPath() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getProperty("java.class.path"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
