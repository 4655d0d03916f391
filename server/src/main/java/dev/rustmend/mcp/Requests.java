package dev.rustmend.mcp;

import dev.rustmend.service.Job;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The calls of tools that clients wait for, so that a client can cancel one by the id of its
/// request. Mutable. Safe to use from any thread.
public final class Requests {
  private final Map<Key, Job> jobs = new ConcurrentHashMap<>();

  private record Key(String client, String request) {}

  /// `job` answers the request until [#end].
  void begin(String client, String request, Job job) {
    jobs.put(new Key(client, request), job);
  }

  void end(String client, String request) {
    jobs.remove(new Key(client, request));
  }

  /// Ends the job of a request, if there is one.
  void cancel(String client, String request) {
    Optional.ofNullable(jobs.get(new Key(client, request))).ifPresent(Job::cancel);
  }
}
