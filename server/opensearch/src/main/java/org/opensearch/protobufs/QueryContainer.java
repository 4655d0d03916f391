package org.opensearch.protobufs;

/// Stands for a message of OpenSearch's gRPC protocol that the k-NN plugin names; never made.
public final class QueryContainer {
  private QueryContainer() {}

  /// Stands for the kinds of queries.
  public enum QueryContainerCase {
    /// The only one, and not used.
    NONE
  }
}
