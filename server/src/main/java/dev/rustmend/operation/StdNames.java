package dev.rustmend.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The well-known items of the standard library by name, with the paths to import them from; where
/// a name has several, the commonest first.
final class StdNames {
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private static final String TABLE =
      """
      std alloc any array ascii borrow boxed cell char clone cmp collections convert default env error f32 f64 ffi fmt fs future hash hint i32 i64 io iter marker mem net num ops option os panic path pin process ptr rc result slice str string sync task thread time u32 u64 usize vec
      std::collections HashMap HashSet BTreeMap BTreeSet VecDeque BinaryHeap LinkedList hash_map btree_map hash_set btree_set vec_deque binary_heap
      std::cmp Ordering Reverse PartialEq Eq PartialOrd Ord max min
      std::fmt Display Debug Formatter Write Binary LowerHex UpperHex Octal LowerExp Arguments Pointer
      std::mem swap replace take size_of size_of_val align_of forget discriminant ManuallyDrop MaybeUninit drop
      std::collections::hash_map DefaultHasher Entry RandomState OccupiedEntry VacantEntry
      std::fs File OpenOptions Metadata DirEntry ReadDir read_dir read_to_string create_dir create_dir_all remove_file remove_dir rename metadata write
      std::io BufRead BufReader BufWriter Read Write Seek SeekFrom Stdin Stdout Stderr Cursor ErrorKind stdin stdout stderr LineWriter copy read_to_string Lines IsTerminal prelude
      std::rc Rc Weak
      std::sync Arc Mutex RwLock MutexGuard RwLockReadGuard RwLockWriteGuard Condvar Barrier Once OnceLock LazyLock PoisonError Weak mpsc atomic
      std::sync::mpsc Sender Receiver SyncSender channel sync_channel SendError RecvError TryRecvError
      std::sync::atomic AtomicBool AtomicI32 AtomicI64 AtomicIsize AtomicU8 AtomicU16 AtomicU32 AtomicU64 AtomicUsize AtomicPtr Ordering fence
      std::cell Cell RefCell Ref RefMut OnceCell LazyCell UnsafeCell
      std::time Duration Instant SystemTime UNIX_EPOCH
      std::path Path PathBuf Component MAIN_SEPARATOR
      std::env args Args var vars current_dir current_exe temp_dir set_var
      std::process Command Stdio Child ExitCode ExitStatus Output exit abort
      std::thread JoinHandle Thread Builder sleep spawn scope current yield_now ThreadId LocalKey
      std::net TcpListener TcpStream UdpSocket IpAddr Ipv4Addr Ipv6Addr SocketAddr SocketAddrV4 SocketAddrV6 ToSocketAddrs AddrParseError Shutdown
      std::str FromStr Utf8Error Chars Split from_utf8
      std::string FromUtf8Error String ToString
      std::ops Add AddAssign Sub SubAssign Mul MulAssign Div DivAssign Rem RemAssign Neg Not BitAnd BitAndAssign BitOr BitOrAssign BitXor BitXorAssign Shl ShlAssign Shr ShrAssign Index IndexMut Deref DerefMut Range RangeInclusive RangeFrom RangeTo RangeFull RangeBounds Bound ControlFlow Fn FnMut FnOnce Drop
      std::iter FromIterator IntoIterator Iterator Peekable Sum Product DoubleEndedIterator ExactSizeIterator FusedIterator Enumerate Zip Rev Map Filter Take Skip Chain Cycle StepBy once repeat empty from_fn successors zip repeat_with
      std::convert TryFrom TryInto From Into AsRef AsMut Infallible
      std::borrow Cow Borrow BorrowMut ToOwned
      std::any Any TypeId type_name
      std::num ParseIntError ParseFloatError TryFromIntError IntErrorKind NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize NonZeroI32 NonZero Wrapping Saturating
      std::hash Hash Hasher BuildHasher DefaultHasher RandomState
      std::error Error
      std::marker PhantomData Send Sync Copy Sized Unpin PhantomPinned
      std::pin Pin pin
      std::task Context Poll Waker Wake RawWaker
      std::future Future IntoFuture ready pending
      std::boxed Box
      std::vec Vec IntoIter
      std::option Option
      std::result Result
      std::default Default
      std::clone Clone
      std::ptr NonNull null null_mut
      std::ffi CStr CString OsStr OsString c_char c_int c_void
      std::array from_fn
      std::f64::consts PI TAU E SQRT_2 LN_2
      std::slice Iter IterMut Chunks
      std::panic catch_unwind
      std::alloc Layout GlobalAlloc
      """;

  private static final Set<String> PRELUDE =
      Set.of(
          "Box",
          "String",
          "ToString",
          "Vec",
          "Option",
          "Result",
          "Default",
          "Clone",
          "Send",
          "Sync",
          "Copy",
          "Sized",
          "Unpin",
          "From",
          "Into",
          "AsRef",
          "AsMut",
          "TryFrom",
          "TryInto",
          "FromIterator",
          "IntoIterator",
          "Iterator",
          "DoubleEndedIterator",
          "ExactSizeIterator",
          "Fn",
          "FnMut",
          "FnOnce",
          "Drop",
          "PartialEq",
          "Eq",
          "PartialOrd",
          "Ord",
          "ToOwned",
          "drop",
          "Future",
          "IntoFuture",
          "size_of",
          "size_of_val",
          "align_of");

  private static final Map<String, List<String>> PATHS = read();

  private StdNames() {}

  /// Every name of the table.
  static Collection<String> names() {
    return PATHS.keySet();
  }

  /// The full paths of the items with this name.
  static List<String> paths(String name) {
    return PATHS.getOrDefault(name, List.of());
  }

  /// The names of the items of the table that stand directly in the module.
  static List<String> in(String module) {
    return PATHS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(module + "::" + entry.getKey()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// Whether every program knows the name without an import.
  static boolean isPrelude(String name) {
    return PRELUDE.contains(name);
  }

  private static Map<String, List<String>> read() {
    var paths = new TreeMap<String, List<String>>();
    for (String line : TABLE.lines().toList()) {
      List<String> words = BLANK.splitAsStream(line.strip()).toList();
      String module = words.getFirst();
      for (String word : words.subList(1, words.size())) {
        paths.computeIfAbsent(word, _ -> new ArrayList<>()).add(module + "::" + word);
      }
    }
    paths.replaceAll((_, list) -> List.copyOf(list));
    return Map.copyOf(paths);
  }
}
