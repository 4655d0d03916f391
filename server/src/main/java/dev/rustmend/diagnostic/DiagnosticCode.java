package dev.rustmend.diagnostic;

import java.util.regex.Pattern;

/// An error code such as `E0382`, or a lint's name such as `unused_variables` or
/// `clippy::needless_borrow`, tool prefix included.
public record DiagnosticCode(String value) implements Comparable<DiagnosticCode> {
  private static final Pattern ERROR_CODE = Pattern.compile("E\\d{4}");

  /// Whether it is an error code with a page in rustc's error index, and not a lint.
  public boolean isErrorCode() {
    return ERROR_CODE.matcher(value).matches();
  }

  @Override
  public int compareTo(DiagnosticCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
