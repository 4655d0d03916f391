package dev.rustmend.http;

import dev.rustmend.service.Jobs;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// What the server counts, for Prometheus. Addresses appear as the paths of routes only, so that
/// nobody can make up labels. Safe to use from any thread.
final class Metrics {
  static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("rustmend_http_requests_total")
          .help("Requests, by route and status.")
          .labelNames("method", "route", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("rustmend_http_request_seconds")
          .help("How long requests took.")
          .labelNames("route")
          .classicUpperBounds(0.005, 0.02, 0.1, 0.5, 1, 5, 20, 60, 300)
          .classicOnly()
          .register(registry);

  Metrics(Jobs jobs) {
    GaugeWithCallback.builder()
        .name("rustmend_jobs_running")
        .help("Calls that are being answered.")
        .callback(callback -> callback.call((double) jobs.running()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("rustmend_memory_bytes")
        .help("Memory of the Java heap in use.")
        .callback(callback ->
            callback.call(
                (double) (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())))
        .register(registry);
  }

  /// Counts a request that is answered.
  void count(String method, String route, int status, long nanos) {
    requests.labelValues(method, route, String.valueOf(status)).inc();
    seconds.labelValues(route).observe(nanos / 1e9);
  }

  /// Everything in Prometheus' text format.
  byte[] text() throws IOException {
    var out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, registry.scrape());
    return out.toByteArray();
  }
}
