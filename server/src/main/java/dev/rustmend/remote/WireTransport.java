package dev.rustmend.remote;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonpDeserializer;
import org.opensearch.client.json.JsonpMapper;
import org.opensearch.client.json.NdJsonpSerializable;
import org.opensearch.client.opensearch._types.ErrorResponse;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.Endpoint;
import org.opensearch.client.transport.JsonEndpoint;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.TransportOptions;
import org.opensearch.client.transport.endpoints.BooleanEndpoint;
import org.opensearch.client.transport.endpoints.BooleanResponse;
import org.opensearch.client.util.MissingRequiredPropertyException;

/// The official client's requests over a [Wire]: blocking, without a pool of threads and without
/// another HTTP library. A request takes as long as `patience` at most.
///
/// Requests throw [RemoteFailure] when nothing comes back, and [OpenSearchException] with what the
/// cluster says.
final class WireTransport implements OpenSearchTransport {
  private final Wire wire;
  private final Duration patience;
  private final PlainMapper mapper = new PlainMapper();

  WireTransport(Wire wire, Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  @Override
  public <Q, A, E> A performRequest(
      Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options)
      throws IOException {
    byte[] body = endpoint.hasRequestBody() ? body(request) : new byte[0];
    String type = request instanceof NdJsonpSerializable ? Wire.LINES : Wire.JSON;
    try {
      Wire.Reply reply =
          wire.send(
              endpoint.method(request),
              endpoint.requestUrl(request) + parameters(endpoint.queryParameters(request)),
              type,
              body,
              patience);
      return answer(endpoint, reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private <Q, A, E> A answer(Endpoint<Q, A, E> endpoint, Wire.Reply reply) throws IOException {
    if (endpoint.isError(reply.status())) {
      throw error(endpoint, reply);
    }
    if (endpoint instanceof BooleanEndpoint<?> truth) {
      @SuppressWarnings("unchecked")
      A answer = (A) new BooleanResponse(truth.getResult(reply.status()));
      return answer;
    }
    if (endpoint instanceof JsonEndpoint<Q, A, E> json) {
      return read(json.responseDeserializer(), reply);
    }
    throw new IOException("the client has an endpoint of a new kind: " + endpoint.getClass());
  }

  private <E> RuntimeException error(Endpoint<?, ?, E> endpoint, Wire.Reply reply)
      throws IOException {
    var known = wire.failure(reply);
    if (known.isPresent()) {
      return known.get();
    }
    JsonpDeserializer<E> form = endpoint.errorDeserializer(reply.status());
    if (form == null) {
      return unreadable(reply, new IOException("there is no form for it"));
    }
    try {
      E error = read(form, reply);
      if (error instanceof ErrorResponse response) {
        return new OpenSearchException(response);
      }
    } catch (RuntimeException e) {
      return unreadable(reply, e);
    }
    return unreadable(reply, new IOException("not an error's form"));
  }

  private RemoteFailure unreadable(Wire.Reply reply, Exception e) {
    return new RemoteFailure(
        RemoteFailure.Kind.LASTING,
        "the team's knowledge base at %s answers with status %d and no reason; is there a proxy before it?"
            .formatted(wire.access().address(), reply.status()),
        e);
  }

  /// Throws [RemoteFailure] for what the client can not read: it wants more of some answers than a
  /// cluster says while it loses a node, so that asking again helps.
  private <T> T read(JsonpDeserializer<T> reader, Wire.Reply reply) {
    try (JsonParser parser = mapper.jsonProvider().createParser(new StringReader(reply.body()))) {
      return reader.deserialize(parser, mapper);
    } catch (JsonException | MissingRequiredPropertyException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.PASSING,
          "an answer of the team's knowledge base at %s can not be read (%s)"
              .formatted(wire.access().address(), e.getMessage()),
          e);
    }
  }

  private byte[] body(Object request) {
    var out = new ByteArrayOutputStream();
    if (request instanceof NdJsonpSerializable lines) {
      writeLines(lines, out);
    } else {
      write(request, out);
    }
    return out.toByteArray();
  }

  @SuppressWarnings("ReferenceEquality") // a request names itself to say that it is a line as well
  private void writeLines(NdJsonpSerializable lines, ByteArrayOutputStream out) {
    for (Iterator<?> each = lines._serializables(); each.hasNext(); ) {
      Object line = each.next();
      if (line instanceof NdJsonpSerializable some && line != lines) {
        writeLines(some, out);
      } else {
        write(line, out);
        out.write('\n');
      }
    }
  }

  private void write(Object value, ByteArrayOutputStream out) {
    try (JsonGenerator generator = mapper.jsonProvider().createGenerator(out)) {
      mapper.serialize(value, generator);
    }
  }

  private static String parameters(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public <Q, A, E> CompletableFuture<A> performRequestAsync(
      Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options) {
    throw new UnsupportedOperationException("requests block here; call them on a thread");
  }

  @Override
  public JsonpMapper jsonpMapper() {
    return mapper;
  }

  @Override
  public TransportOptions options() {
    return TransportOptions.builder().build();
  }

  /// Nothing: the wire belongs to whoever opened it.
  @Override
  public void close() {}
}
