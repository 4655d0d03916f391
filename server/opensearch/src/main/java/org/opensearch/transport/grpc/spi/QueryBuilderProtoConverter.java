package org.opensearch.transport.grpc.spi;

/// Stands for a type of OpenSearch's gRPC module, which is not published and not used here: the k-NN
/// plugin names it in a class that it makes when a node starts.
public interface QueryBuilderProtoConverter {}
