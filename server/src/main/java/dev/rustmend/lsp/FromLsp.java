package dev.rustmend.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.LineIndex;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/// Turns what a client sends into our own values. Nothing is believed: a position outside of the
/// text is moved to the nearest one inside, a range that ends before it starts is turned around.
final class FromLsp {
  private static final String SCHEME = "file:";

  private FromLsp() {}

  /// The path of a `file` URI, absolute and without `..`; empty for any other URI and for one that
  /// names a host. Characters that should have been percent-encoded are taken as they are.
  static Optional<Path> path(@Nullable String uri) {
    if (uri == null || !uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String rest = uri.substring(SCHEME.length());
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      String host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      if (slash < 0 || !(host.isEmpty() || host.equalsIgnoreCase("localhost"))) {
        return Optional.empty();
      }
      rest = rest.substring(slash);
    }
    return localPath(decoded(rest));
  }

  /// The byte offset of a position.
  static int offset(Position position, SourceText text, ColumnUnit unit) {
    int line = Math.max(0, position.getLine());
    int column = Math.max(0, position.getCharacter());
    LineIndex lines = text.lines();
    return line >= lines.lineCount() ? text.length() : lines.offset(line, column, unit);
  }

  /// The byte range of an LSP range.
  static TextRange range(Range range, SourceText text, ColumnUnit unit) {
    int start = offset(require(range.getStart(), "range.start"), text, unit);
    int end = offset(require(range.getEnd(), "range.end"), text, unit);
    return new TextRange(Math.min(start, end), Math.max(start, end));
  }

  /// `text` after the changes of one notification, each made on the text that the one before left.
  static SourceText changed(
      SourceText text, List<TextDocumentContentChangeEvent> changes, ColumnUnit unit) {
    SourceText now = text;
    for (TextDocumentContentChangeEvent change : changes) {
      String newText = change.getText() == null ? "" : change.getText();
      if (change.getRange() == null) {
        now = SourceText.of(newText);
      } else {
        now = edited(now, new TextEdit(range(change.getRange(), now, unit), newText));
      }
    }
    return now;
  }

  /// Whether the changes can be made without knowing the text before: one replaces all of it.
  static boolean replaceAll(List<TextDocumentContentChangeEvent> changes) {
    return changes.stream().anyMatch(change -> change.getRange() == null);
  }

  /// A JSON object as plain maps, lists, strings, numbers and booleans; empty for anything else.
  /// Members that are `null` are left out.
  static Optional<Map<String, Object>> object(@Nullable Object json) {
    return json instanceof JsonObject object ? Optional.of(members(object)) : Optional.empty();
  }

  /// The object inside `object` under `name`; empty when there is none.
  static Optional<Map<String, Object>> object(Map<String, Object> object, String name) {
    if (!(object.get(name) instanceof Map<?, ?> nested)) {
      return Optional.empty();
    }
    var members = new LinkedHashMap<String, Object>();
    nested.forEach((key, value) -> members.put(String.valueOf(key), value));
    return Optional.of(members);
  }

  /// A JSON string; empty for anything else.
  static Optional<String> text(@Nullable Object json) {
    return json instanceof JsonPrimitive primitive && primitive.isString()
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  /// `value`, or a refusal of the request when the client left it out.
  static <T> T require(@Nullable T value, String name) {
    if (value == null) {
      throw Refusal.invalidParams("`" + name + "` is missing");
    }
    return value;
  }

  private static SourceText edited(SourceText text, TextEdit edit) {
    Path any = Path.of("buffer");
    return Patch.of(any, edit).apply(any, text);
  }

  private static Optional<Path> localPath(String path) {
    boolean drive = path.length() > 2 && path.charAt(0) == '/' && path.charAt(2) == ':';
    try {
      Path local = Path.of(drive ? path.substring(1) : path);
      return local.isAbsolute() ? Optional.of(local.normalize()) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// Percent-decoding that leaves a `%` without two hexadecimal digits alone.
  private static String decoded(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      bytes.write(low >= 0 ? high * 16 + low : raw[i]);
      i += low >= 0 ? 2 : 0;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> members(JsonObject object) {
    var members = new LinkedHashMap<String, Object>();
    for (var member : object.entrySet()) {
      value(member.getValue()).ifPresent(value -> members.put(member.getKey(), value));
    }
    return members;
  }

  private static Optional<Object> value(JsonElement element) {
    return switch (element) {
      case JsonObject object -> Optional.of(members(object));
      case JsonArray array -> {
        var list = new ArrayList<Object>();
        array.forEach(item -> value(item).ifPresent(list::add));
        yield Optional.of(list);
      }
      case JsonPrimitive primitive -> Optional.of(scalar(primitive));
      case JsonElement _ -> Optional.empty();
    };
  }

  /// Whole numbers become `Long`, so that `600` and `600.0` are the same setting.
  private static Object scalar(JsonPrimitive primitive) {
    if (primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    if (primitive.isNumber()) {
      double number = primitive.getAsDouble();
      if (number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE) {
        return (long) number;
      }
      return number;
    }
    return primitive.getAsString();
  }
}
