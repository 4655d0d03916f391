package dev.rustmend.proof;

import dev.rustmend.kb.Program;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes holes of the names that rustc repeats from one program. `names` are those of the program
/// that neither the language nor its library gives, and `folder` is where the program was compiled.
record MessageHoles(Set<String> names, Path folder) {
  private static final Pattern NAME = Pattern.compile("'?[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern TICKED = Pattern.compile("`[^`]*`");
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
  private static final Pattern STANDARD_PATH =
      Pattern.compile("\\b(?:std|core|alloc)(?:::\\w+|::\\{[^}]*})+");
  private static final Pattern FILE_OF_THE_DISK = Pattern.compile("(?:^|\\s)(?:/\\w|[A-Z]:\\\\)");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String HOLES = "xyzuvw";

  /// What every Rust program may say without having defined it.
  private static final Set<String> GIVEN =
      Arrays.stream(
              """
              as async await break const continue crate dyn else enum extern false fn for gen if impl
              in let loop match mod move mut pub ref return self Self static struct super trait true
              type union unsafe use where while yield macro_rules _ raw safe
              i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char str
              'static '_ main test derive cfg allow warn deny forbid expect inline repr must_use
              default C transparent std core alloc feature target_os unix windows debug_assertions
              Option Some None Result Ok Err String Vec Box Rc Arc Weak Cell RefCell OnceCell Mutex
              RwLock HashMap HashSet BTreeMap BTreeSet VecDeque BinaryHeap LinkedList Cow Pin Path
              PathBuf OsStr OsString CStr CString Duration Instant SystemTime Ordering Range
              PhantomData NonNull ManuallyDrop MaybeUninit NonZero Wrapping Error File Arguments
              Formatter Layout Thread JoinHandle Sender Receiver Waker Context Poll TypeId Any
              Copy Clone Debug Display Default Drop Deref DerefMut Eq PartialEq Ord PartialOrd Hash
              Iterator IntoIterator DoubleEndedIterator ExactSizeIterator FromIterator Extend Index
              IndexMut Add Sub Mul Div Rem Neg Not AddAssign SubAssign MulAssign From Into TryFrom
              TryInto AsRef AsMut Borrow ToOwned ToString FromStr Fn FnMut FnOnce Future Send Sync
              Sized Unpin Read Write BufRead Seek Termination Item Output Target Rhs
              println print eprintln eprint format write writeln panic assert assert_eq assert_ne
              debug_assert todo unimplemented unreachable vec dbg matches concat stringify env
              include_str line file column module_path option_env compile_error thread_local
              clone to_string to_owned into from try_from try_into as_ref as_mut as_str as_bytes
              iter iter_mut into_iter next map filter collect fold len is_empty push push_str pop
              insert remove get get_mut entry unwrap expect unwrap_or unwrap_or_default ok_or take
              replace fmt eq cmp partial_cmp hash drop deref deref_mut index add sub mul div borrow
              borrow_mut lock read spawn join send recv new size_of transmute copied cloned
              """
                  .strip()
                  .split("\\s+", -1))
          .collect(Collectors.toUnmodifiableSet());

  MessageHoles {
    names = Set.copyOf(names);
  }

  /// The names of `program`, which was compiled in `folder`.
  static MessageHoles of(Program program, Path folder) {
    String source = String.join("\n", program.files().values());
    String code = STANDARD_PATH.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
    Set<String> names =
        NAME.matcher(code)
            .results()
            .map(MatchResult::group)
            .filter(name -> !GIVEN.contains(name))
            .collect(Collectors.toSet());
    return new MessageHoles(names, folder);
  }

  /// `text` on one line, with the names between back-ticks as holes, the same name as the same
  /// hole; empty for a text that tells nothing of the error: a place on the disk, an address, the
  /// level of a lint.
  Optional<String> opened(String text) {
    if (text.contains(folder.toString())
        || FILE_OF_THE_DISK.matcher(text).find()
        || text.contains("https://")
        || text.contains("on by default")
        || text.contains("full name for the type")
        || text.contains("full type name has been written")
        || text.startsWith("consider using `--verbose`")) {
      return Optional.empty();
    }
    Map<String, String> holes = new HashMap<>();
    String line = SPACE.matcher(text.strip()).replaceAll(" ");
    String opened =
        TICKED
            .matcher(line)
            .replaceAll(ticked -> Matcher.quoteReplacement(opened(ticked.group(), holes)));
    return Optional.of(opened).filter(result -> !result.isEmpty());
  }

  private String opened(String ticked, Map<String, String> holes) {
    return NAME.matcher(ticked)
        .replaceAll(match -> {
          String name = match.group();
          if (!names.contains(name)) {
            return Matcher.quoteReplacement(name);
          }
          String next = hole(holes.size());
          holes.putIfAbsent(name, next);
          return Matcher.quoteReplacement(holes.getOrDefault(name, next));
        });
  }

  private static String hole(int number) {
    return "$" + (number < HOLES.length() ? HOLES.charAt(number) : "x" + number);
  }
}
