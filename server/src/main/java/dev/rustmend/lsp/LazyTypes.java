package dev.rustmend.lsp;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has Gson look at a type of the protocol when a message first holds a value of it. By itself it
/// looks at all types that a message could hold before it reads the first, and the capabilities of
/// a client and a server name hundreds.
final class LazyTypes implements TypeAdapterFactory {
  private static final String PROTOCOL = "org.eclipse.lsp4j.";

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    boolean ofTheProtocol = raw.getName().startsWith(PROTOCOL) && !raw.isEnum();
    return ofTheProtocol ? new Lazy<>(() -> gson.getDelegateAdapter(this, type)) : null;
  }

  /// The adapter of one type, found when it is needed. Two threads may find it at once: they find
  /// the same.
  private static final class Lazy<T> extends TypeAdapter<T> {
    private final Supplier<TypeAdapter<T>> search;
    private volatile @Nullable TypeAdapter<T> found;

    Lazy(Supplier<TypeAdapter<T>> search) {
      this.search = search;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      return adapter().read(in);
    }

    @Override
    public void write(JsonWriter out, @Nullable T value) throws IOException {
      if (value == null) {
        out.nullValue();
      } else {
        adapter().write(out, value);
      }
    }

    private TypeAdapter<T> adapter() {
      TypeAdapter<T> known = found;
      if (known == null) {
        known = search.get();
        found = known;
      }
      return known;
    }
  }
}
