package dev.rustmend.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/// The JSON-RPC protocol of the worker process, as the worker sees it: what it can be asked.
///
/// The worker runs one model and answers one completion at a time. A request that fails has a
/// sentence for people as the message of its error.
public interface WorkerCalls {

  /// Loads the model. Fails when it can not be loaded, or when one is loaded already: a worker is
  /// for one model.
  @JsonRequest
  CompletableFuture<Loaded> load(Load order);

  /// Answers a conversation; the text goes out in pieces, by way of [News#text], before the answer
  /// to this request.
  @JsonRequest
  CompletableFuture<Completed> complete(Complete order);

  /// Ends the completion with this id, if it still runs; the answer comes when it has ended.
  @JsonRequest
  CompletableFuture<Cancelled> cancel(Cancel order);

  /// What the worker holds.
  @JsonRequest
  CompletableFuture<Info> info();

  /// Gives everything back: the worker ends.
  @JsonNotification
  void unload();

  /// What the worker tells by itself.
  interface News {

    /// A piece of an answer.
    @JsonNotification
    void text(Piece piece);
  }

  /// How to load a model. `gpuLayers` are as many layers as go to a GPU where there is one;
  /// `cacheType` is a [CacheType].
  record Load(
      String path,
      int contextSize,
      int batchSize,
      int threads,
      int gpuLayers,
      boolean flashAttention,
      CacheType cacheType) {}

  /// A loaded model: how long loading took.
  record Loaded(long millis) {}

  /// One message; `role` in lower case.
  record WireMessage(String role, String text) {}

  /// A conversation to continue; `grammar` is empty for none.
  record Complete(
      long id,
      List<WireMessage> messages,
      double temperature,
      double topP,
      int seed,
      int maxTokens,
      String grammar,
      List<String> stop) {}

  /// How a completion ended, with its cost; times in nanoseconds.
  record Completed(
      End end,
      int promptTokens,
      int reusedTokens,
      int generatedTokens,
      long firstTextNanos,
      long totalNanos) {}

  /// Why a completion ended.
  enum End {
    DONE,
    CUT_OFF,
    CANCELLED
  }

  record Cancel(long id) {}

  /// Whether there was something to cancel.
  record Cancelled(boolean ran) {}

  /// What the worker holds. `residentBytes` is what the system counts for its process, or 0 where
  /// it does not tell; `stuckThreads` wait in native code for answers to cancelled requests.
  record Info(boolean loaded, boolean busy, long residentBytes, int stuckThreads) {}

  record Piece(long id, String text) {}
}
