package dev.rustmend.syntax;

/// The nodes of one tree in pre-order, a column per property. The children of a node begin right
/// behind it; its `next` is the first node after its whole subtree. The columns are longer than the
/// tree and nobody writes to them.
final class NodeArrays {
  static final int NAMED = 1;
  static final int ERROR = 2;
  static final int MISSING = 4;
  static final int EXTRA = 8;
  static final int HAS_ERROR = 16;

  /// tree-sitter's number for an ERROR node, which is in no table.
  static final int ERROR_SYMBOL = 0xFFFF;

  final int[] symbol;
  final int[] field;
  final int[] start;
  final int[] end;
  final int[] flags;
  final int[] parent;
  final int[] next;

  NodeArrays(
      int[] symbol, int[] field, int[] start, int[] end, int[] flags, int[] parent, int[] next) {
    this.symbol = symbol;
    this.field = field;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.parent = parent;
    this.next = next;
  }
}
