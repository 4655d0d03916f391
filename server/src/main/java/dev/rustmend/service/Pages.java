package dev.rustmend.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.service.ServiceFailure.Kind;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Long lists in pages: what does not fit into an answer is kept for whoever asks for the rest by
/// its cursor. Safe to use from any thread.
final class Pages {
  /// How many characters of JSON a page has at most, unless one item alone has more.
  static final int PAGE = 36_000;

  private static final int MOST_KEPT = 64;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Rest> kept = new LinkedHashMap<>();

  private record Rest(List<JsonElement> items, int from) {}

  /// A part of a list: the items, how many come after them, and the cursor of those; empty when
  /// there are none.
  record Page(JsonArray items, int left, String cursor) {
    /// Adds it to an answer as `name`, with `left` and `nextCursor` where there is more.
    void addTo(JsonObject answer, String name) {
      answer.add(name, items);
      if (left > 0) {
        answer.addProperty("left", left);
        answer.addProperty("nextCursor", cursor);
      }
    }
  }

  /// The first page.
  Page first(List<JsonElement> items, int most) {
    return page(new Rest(List.copyOf(items), 0), most);
  }

  /// The page that a cursor stands for; it can be asked for again. Throws [ServiceFailure] when it
  /// is not kept any more.
  Page next(String cursor, int most) {
    Rest rest;
    synchronized (this) {
      rest = kept.get(cursor);
    }
    if (rest == null) {
      throw new ServiceFailure(
          Kind.NOT_FOUND, "this cursor is not kept any more; ask again without a cursor");
    }
    return page(rest, most);
  }

  private Page page(Rest rest, int most) {
    var page = new JsonArray();
    int size = 0;
    int at = rest.from();
    for (; at < rest.items().size() && page.size() < most; at++) {
      JsonElement item = rest.items().get(at);
      size += ReportJson.line(item).length();
      if (size > PAGE && !page.isEmpty()) {
        break;
      }
      page.add(item);
    }
    int left = rest.items().size() - at;
    return new Page(page, left, left == 0 ? "" : keep(new Rest(rest.items(), at)));
  }

  private synchronized String keep(Rest rest) {
    byte[] name = new byte[9];
    random.nextBytes(name);
    String cursor = HexFormat.of().formatHex(name);
    kept.put(cursor, rest);
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return cursor;
  }
}
