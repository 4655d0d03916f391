package dev.rustmend.remote;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import org.eclipse.parsson.JsonProviderImpl;
import org.opensearch.client.json.JsonpDeserializer;
import org.opensearch.client.json.JsonpMapper;
import org.opensearch.client.json.JsonpMapperBase;
import org.opensearch.client.json.JsonpSerializable;
import org.opensearch.client.json.JsonpSerializer;

/// Documents as JSON values, and the client's own types; nothing is bound to classes of ours.
final class PlainMapper extends JsonpMapperBase {
  static final JsonProvider JSON = new JsonProviderImpl();

  PlainMapper() {}

  private PlainMapper(PlainMapper other) {
    super(other);
  }

  @Override
  public JsonProvider jsonProvider() {
    return JSON;
  }

  @Override
  public <T> void serialize(T value, JsonGenerator generator) {
    JsonpSerializer<T> known = findSerializer(value);
    if (known != null) {
      known.serialize(value, generator, this);
      return;
    }
    switch (value) {
      case JsonpSerializable own -> own.serialize(generator, this);
      case JsonValue json -> generator.write(json);
      case String text -> generator.write(text);
      case Integer number -> generator.write(number);
      case Long number -> generator.write(number);
      case Boolean truth -> generator.write(truth);
      default ->
          throw new IllegalArgumentException("no JSON is made of " + value.getClass().getName());
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  protected <T> JsonpDeserializer<T> getDefaultDeserializer(Class<T> type) {
    if (!JsonValue.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException("nothing is read into " + type.getName());
    }
    return (JsonpDeserializer<T>) JsonpDeserializer.jsonValueDeserializer();
  }

  @Override
  public <T> JsonpMapper withAttribute(String name, T value) {
    return new PlainMapper(this).addAttribute(name, value);
  }
}
