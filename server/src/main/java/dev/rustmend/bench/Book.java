package dev.rustmend.bench;

/// A part of the toolchain's documentation that holds broken programs.
///
/// Each is a folder of `share/doc/rust/html` in the toolchain. `edition` is the one that a code
/// block without a class such as `edition2018` is tested with: rustdoc's own default for the error
/// index, lint-docs' for the lint listings of the rustc book, and `rust.edition` of `book.toml` for
/// the others. Pages of rustdoc carry the edition in the link to the playground.
public enum Book {
  ERROR_CODES("error_codes", Edition.E2015),
  BOOK("book", Edition.E2024),
  REFERENCE("reference", Edition.E2024),
  NOMICON("nomicon", Edition.E2024),
  RUST_BY_EXAMPLE("rust-by-example", Edition.E2021),
  EDITION_GUIDE("edition-guide", Edition.E2024),
  RUSTC("rustc", Edition.E2021),
  STD("std", Edition.E2024),
  CORE("core", Edition.E2024),
  ALLOC("alloc", Edition.E2024);

  private final String folder;
  private final Edition edition;

  Book(String folder, Edition edition) {
    this.folder = folder;
    this.edition = edition;
  }

  /// The folder below `share/doc/rust/html`; also the first part of a program's id.
  public String folder() {
    return folder;
  }

  /// The edition of a code block that names none.
  public Edition edition() {
    return edition;
  }
}
