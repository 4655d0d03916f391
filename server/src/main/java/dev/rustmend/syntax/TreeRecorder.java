package dev.rustmend.syntax;

import java.util.Arrays;

/// Records the nodes of a tree while it is walked in pre-order.
final class TreeRecorder {
  private int[] symbol = new int[256];
  private int[] field = new int[256];
  private int[] start = new int[256];
  private int[] end = new int[256];
  private int[] flags = new int[256];
  private int[] parent = new int[256];
  private int[] next = new int[256];
  private int size;
  private int current = -1;

  /// Appends a child of the open node and opens it.
  void open(int symbolId, int fieldId, int startByte, int endByte, int nodeFlags) {
    if (size == symbol.length) {
      grow();
    }
    symbol[size] = symbolId & 0xFFFF;
    field[size] = fieldId;
    start[size] = startByte;
    end[size] = endByte;
    flags[size] = nodeFlags;
    parent[size] = current;
    current = size++;
  }

  /// Closes the open node; its parent is open again.
  void close() {
    next[current] = size;
    current = parent[current];
  }

  /// What was recorded; nothing may be recorded any more.
  NodeArrays nodes() {
    return new NodeArrays(symbol, field, start, end, flags, parent, next);
  }

  private void grow() {
    int capacity = size * 2;
    symbol = Arrays.copyOf(symbol, capacity);
    field = Arrays.copyOf(field, capacity);
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    flags = Arrays.copyOf(flags, capacity);
    parent = Arrays.copyOf(parent, capacity);
    next = Arrays.copyOf(next, capacity);
  }
}
