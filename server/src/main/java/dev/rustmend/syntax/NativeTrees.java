package dev.rustmend.syntax;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// tree-sitter's C functions, called without the binding in between: through JNI, which looks up
/// classes and fields by name in each call, copying a tree costs ten times what parsing does.
///
/// Restricted calls are what this class is for; the launcher allows them. The binding has loaded
/// the libraries before; the layouts are those of `tree_sitter/api.h`.
@SuppressWarnings("restricted")
final class NativeTrees {
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
  private static final ValueLayout.OfBoolean BOOL = ValueLayout.JAVA_BOOLEAN;
  private static final StructLayout NODE =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(4, INT), POINTER, POINTER);
  private static final StructLayout CURSOR =
      MemoryLayout.structLayout(
          POINTER, POINTER, MemoryLayout.sequenceLayout(3, INT), MemoryLayout.paddingLayout(4));
  private static final int UTF_8 = 0;

  private final SymbolLookup libraries = SymbolLookup.loaderLookup();
  private final Linker linker = Linker.nativeLinker();
  private final MethodHandle language = call("tree_sitter_rust", FunctionDescriptor.of(POINTER));
  private final MethodHandle parserNew = call("ts_parser_new", FunctionDescriptor.of(POINTER));
  private final MethodHandle parserDelete =
      call("ts_parser_delete", FunctionDescriptor.ofVoid(POINTER));
  private final MethodHandle setLanguage =
      call("ts_parser_set_language", FunctionDescriptor.of(BOOL, POINTER, POINTER));
  private final MethodHandle parse =
      call(
          "ts_parser_parse_string_encoding",
          FunctionDescriptor.of(POINTER, POINTER, POINTER, POINTER, INT, INT));
  private final MethodHandle treeDelete =
      call("ts_tree_delete", FunctionDescriptor.ofVoid(POINTER));
  private final MethodHandle rootNode =
      call("ts_tree_root_node", FunctionDescriptor.of(NODE, POINTER));
  private final MethodHandle cursorNew =
      call("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
  private final MethodHandle cursorDelete =
      call("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(POINTER));
  private final MethodHandle currentNode =
      step("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, POINTER));
  private final MethodHandle currentField =
      step("ts_tree_cursor_current_field_id", FunctionDescriptor.of(SHORT, POINTER));
  private final MethodHandle firstChild =
      step("ts_tree_cursor_goto_first_child", FunctionDescriptor.of(BOOL, POINTER));
  private final MethodHandle nextSibling =
      step("ts_tree_cursor_goto_next_sibling", FunctionDescriptor.of(BOOL, POINTER));
  private final MethodHandle parent =
      step("ts_tree_cursor_goto_parent", FunctionDescriptor.of(BOOL, POINTER));
  private final MethodHandle symbol = step("ts_node_symbol", FunctionDescriptor.of(SHORT, NODE));
  private final MethodHandle start = step("ts_node_start_byte", FunctionDescriptor.of(INT, NODE));
  private final MethodHandle end = step("ts_node_end_byte", FunctionDescriptor.of(INT, NODE));
  private final MethodHandle extra = step("ts_node_is_extra", FunctionDescriptor.of(BOOL, NODE));
  private final MethodHandle error = step("ts_node_is_error", FunctionDescriptor.of(BOOL, NODE));
  private final MethodHandle missing =
      step("ts_node_is_missing", FunctionDescriptor.of(BOOL, NODE));
  private final MethodHandle hasError =
      step("ts_node_has_error", FunctionDescriptor.of(BOOL, NODE));

  /// Which of the grammar's symbols are named, by their numbers.
  private final boolean[] named;

  /// `symbols` is how many there are.
  NativeTrees(int symbols) {
    named = new boolean[symbols];
    MethodHandle type = call("ts_language_symbol_type", FunctionDescriptor.of(INT, POINTER, SHORT));
    try {
      for (int id = 0; id < symbols; id++) {
        named[id] = (int) type.invokeExact(rust(), (short) id) == 0;
      }
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// The nodes of `utf8`.
  NodeArrays parse(byte[] utf8) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(Math.max(1, utf8.length));
      MemorySegment.copy(utf8, 0, text, ValueLayout.JAVA_BYTE, 0, utf8.length);
      var parser = (MemorySegment) parserNew.invokeExact();
      try {
        boolean fits = (boolean) setLanguage.invokeExact(parser, rust());
        if (!fits) {
          throw new IllegalStateException("the Rust grammar is not one of this tree-sitter");
        }
        var tree =
            (MemorySegment) parse.invokeExact(parser, MemorySegment.NULL, text, utf8.length, UTF_8);
        try {
          return nodes(tree, arena);
        } finally {
          treeDelete.invokeExact(tree);
        }
      } finally {
        parserDelete.invokeExact(parser);
      }
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private MemorySegment rust() throws Throwable {
    return (MemorySegment) language.invokeExact();
  }

  private NodeArrays nodes(MemorySegment tree, Arena arena) throws Throwable {
    var root = (MemorySegment) rootNode.invokeExact((SegmentAllocator) arena, tree);
    var cursor = (MemorySegment) cursorNew.invokeExact((SegmentAllocator) arena, root);
    try {
      return copy(root, cursor, SegmentAllocator.prefixAllocator(arena.allocate(NODE)));
    } finally {
      cursorDelete.invokeExact(cursor);
    }
  }

  /// Walks in pre-order without recursion: broken code can be nested very deeply. `place` gives the
  /// same memory to each node.
  private NodeArrays copy(MemorySegment root, MemorySegment cursor, SegmentAllocator place)
      throws Throwable {
    var nodes = new TreeRecorder();
    boolean broken = (boolean) hasError.invokeExact(root);
    while (true) {
      var node = (MemorySegment) currentNode.invokeExact(place, cursor);
      int id = (short) symbol.invokeExact(node) & 0xFFFF;
      nodes.open(
          id,
          (short) currentField.invokeExact(cursor),
          (int) start.invokeExact(node),
          (int) end.invokeExact(node),
          flags(id, node) | (broken ? trouble(node) : 0));
      if ((boolean) firstChild.invokeExact(cursor)) {
        continue;
      }
      nodes.close();
      while (!(boolean) nextSibling.invokeExact(cursor)) {
        if (!(boolean) parent.invokeExact(cursor)) {
          return nodes.nodes();
        }
        nodes.close();
      }
    }
  }

  private int flags(int id, MemorySegment node) throws Throwable {
    int flags = id < named.length && !named[id] ? 0 : NodeArrays.NAMED;
    return (boolean) extra.invokeExact(node) ? flags | NodeArrays.EXTRA : flags;
  }

  /// The flags that only a node of broken code has.
  private int trouble(MemorySegment node) throws Throwable {
    int flags = (boolean) missing.invokeExact(node) ? NodeArrays.MISSING : 0;
    if ((boolean) hasError.invokeExact(node)) {
      flags |= NodeArrays.HAS_ERROR;
      flags |= (boolean) error.invokeExact(node) ? NodeArrays.ERROR : 0;
    }
    return flags;
  }

  private MethodHandle call(String name, FunctionDescriptor descriptor) {
    return linker.downcallHandle(libraries.findOrThrow(name), descriptor);
  }

  /// A call so short that the JVM need not be told of it.
  private MethodHandle step(String name, FunctionDescriptor descriptor) {
    return linker.downcallHandle(
        libraries.findOrThrow(name), descriptor, Linker.Option.critical(false));
  }

  private static RuntimeException failure(Throwable e) {
    return switch (e) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException("tree-sitter failed", e);
    };
  }
}
