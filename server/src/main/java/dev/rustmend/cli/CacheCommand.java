package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.service.ReportJson;
import dev.rustmend.verify.CacheFolder;
import dev.rustmend.verify.CachedShadow;
import dev.rustmend.verify.FolderSize;
import dev.rustmend.verify.ShadowCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend cache`: what stands in the cache folder, and how to be rid of it.
final class CacheCommand implements Command {
  private static final String CLEAR = "--clear";
  private static final String UNUSED = "--unused-days";

  private final Wiring wiring;

  CacheCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "cache",
            ("Shows how much room the cache takes: a build of each workspace, the index and the"
                    + " like. Builds are deleted by themselves after %d days without use, a day after"
                    + " their workspace is gone, and beyond %s.")
                .formatted(ShadowCache.AGE.toDays(), size(ShadowCache.BYTES)));
    spec.addOption(Options.flag(CLEAR, "Delete the builds that no running rustmend uses.").build());
    spec.addOption(
        Options.number(UNUSED, "N", "Only the builds that were not used for N days (0)."));
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    Path folder = CacheFolder.locate(wiring.environment());
    try {
      var cache = new ShadowCache(folder);
      Instant limit =
          Instant.now().minus(Duration.ofDays(invocation.<Integer>value(UNUSED).orElse(0)));
      List<CachedShadow> shadows =
          cache.contents().stream().filter(one -> !one.lastUsed().isAfter(limit)).toList();
      return invocation.has(CLEAR)
          ? clear(invocation, cache, shadows)
          : show(invocation, folder, shadows);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "the cache in %s can not be read (%s); make it accessible, or set RUSTMEND_CACHE_DIR"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static Exit clear(Invocation invocation, ShadowCache cache, List<CachedShadow> shadows)
      throws IOException {
    var kept = new ArrayList<CachedShadow>();
    long freed = 0;
    for (CachedShadow shadow : shadows) {
      long bytes = cache.clear(shadow);
      freed += bytes;
      if (bytes == 0 && shadow.bytes() > 0) {
        kept.add(shadow);
      }
    }
    if (invocation.has(Options.JSON)) {
      var json = new JsonObject();
      json.addProperty("freedBytes", freed);
      json.add("kept", array(kept));
      invocation.print(ReportJson.document(json));
      return Exit.CLEAN;
    }
    invocation.print("%s freed".formatted(size(freed)));
    kept.forEach(shadow -> invocation.print("in use: %s".formatted(shadow.workspace())));
    return Exit.CLEAN;
  }

  private static Exit show(Invocation invocation, Path folder, List<CachedShadow> shadows)
      throws IOException {
    Map<String, Long> others = others(folder);
    if (invocation.has(Options.JSON)) {
      var json = new JsonObject();
      json.addProperty("folder", folder.toString());
      json.addProperty("limitBytes", ShadowCache.BYTES);
      json.addProperty("limitDays", ShadowCache.AGE.toDays());
      json.add("builds", array(shadows));
      var rest = new JsonObject();
      others.forEach(rest::addProperty);
      json.add("others", rest);
      invocation.print(ReportJson.document(json));
      return Exit.CLEAN;
    }
    invocation.print(folder.toString());
    for (CachedShadow shadow : shadows) {
      invocation.print(
          "%10s  used %s  %s%s"
              .formatted(
                  size(shadow.bytes()),
                  shadow.lastUsed().toString().substring(0, 10),
                  shadow.workspace(),
                  note(shadow)));
    }
    others.forEach((name, bytes) -> invocation.print("%10s  %s".formatted(size(bytes), name)));
    long all = shadows.stream().mapToLong(CachedShadow::bytes).sum();
    all += others.values().stream().mapToLong(Long::longValue).sum();
    invocation.print(
        "%10s  in all; builds may have %s, and go after %d days without use"
            .formatted(size(all), size(ShadowCache.BYTES), ShadowCache.AGE.toDays()));
    return Exit.CLEAN;
  }

  private static String note(CachedShadow shadow) {
    if (shadow.inUse()) {
      return " (in use)";
    }
    return shadow.isOrphan() ? " (no longer there)" : "";
  }

  private static JsonArray array(List<CachedShadow> shadows) {
    var array = new JsonArray();
    for (CachedShadow shadow : shadows) {
      var json = new JsonObject();
      json.addProperty("workspace", shadow.workspace().toString());
      json.addProperty("bytes", shadow.bytes());
      json.addProperty("lastUsed", shadow.lastUsed().toString());
      json.addProperty("inUse", shadow.inUse());
      array.add(json);
    }
    return array;
  }

  /// What stands beside the builds, by name.
  private static Map<String, Long> others(Path folder) throws IOException {
    var others = new TreeMap<String, Long>();
    if (Files.isDirectory(folder)) {
      try (var parts = Files.list(folder)) {
        for (Path part : parts.filter(Files::isDirectory).toList()) {
          if (!part.endsWith("shadow")) {
            others.put(String.valueOf(part.getFileName()), FolderSize.of(part));
          }
        }
      }
    }
    return others;
  }

  /// `1.5 GB`, in powers of ten as disks are sold.
  private static String size(long bytes) {
    if (bytes >= 1_000_000_000) {
      return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
