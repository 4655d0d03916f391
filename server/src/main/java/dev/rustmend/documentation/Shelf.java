package dev.rustmend.documentation;

import java.util.Set;
import java.util.regex.Pattern;

/// The parts of the documentation that are read. What is left out, and why, is in decision 025.
enum Shelf {
  BOOK("book"),
  RUST_BY_EXAMPLE("rust-by-example"),
  ERROR_CODES("error_codes"),
  REFERENCE("reference"),
  EDITION_GUIDE("edition-guide"),
  NOMICON("nomicon"),
  CARGO("cargo"),
  RUSTC("rustc"),
  RUSTDOC("rustdoc"),
  CLIPPY("clippy"),
  STYLE_GUIDE("style-guide"),
  EMBEDDED_BOOK("embedded-book"),
  STD("std");

  /// Changes when pages are read in another way, so that every page counts as changed.
  private static final int FORMAT = 1;

  private static final Set<String> NO_TEXT =
      Set.of("print.html", "toc.html", "all.html", "SUMMARY.html", "searchindex.html", "404.html");

  /// Old editions that only say where they went, translations, and clippy's notes for its authors.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "book/(first-edition|second-edition|2018-edition)/.*"
              + "|rust-by-example/(es|ja|ko|zh)/.*"
              + "|clippy/(development|continuous_integration)/.*"
              + "|rustc/(platform-support)/.*");

  /// Vendors' intrinsics, foreign systems, and what is the same for every number type.
  private static final Pattern OF_FEW =
      Pattern.compile(
          "std/(arch|simd|intrinsics|os|autodiff|f16|f128|primitive|prelude|portable_simd)/.*"
              + "|std/(i8|i16|i32|i64|i128|isize|u8|u16|u32|u64|u128|usize)/.*"
              + "|std/primitive\\.(i8|i16|i64|i128|isize|u16|u64|u128|f16|f128)\\.html"
              + "|std/sync/atomic/struct\\.Atomic(I|U)(8|16|32|64|128)\\.html"
              + "|std/sync/atomic/struct\\.AtomicIsize\\.html"
              + "|std/num/type\\.NonZero.*|std/.*/macro\\..*!\\.html|std/macro\\..*!\\.html");

  private final String folder;

  Shelf(String folder) {
    this.folder = folder;
  }

  /// The folder's name below the documentation's.
  String folder() {
    return folder;
  }

  int format() {
    return FORMAT;
  }

  /// Whether the page at `path` (with `/`, below the documentation's folder) is read.
  boolean hasUseFor(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !NO_TEXT.contains(name)
        && !ELSEWHERE.matcher(path).matches()
        && !OF_FEW.matcher(path).matches();
  }
}
