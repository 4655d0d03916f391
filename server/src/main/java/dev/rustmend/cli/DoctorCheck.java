package dev.rustmend.cli;

/// One thing that `doctor` looked at. `remedy` says what to do; it may be there although the check
/// is `ok`, when something useful but not needed is missing, and is empty otherwise.
record DoctorCheck(String name, boolean ok, String detail, String remedy) {

  static DoctorCheck fine(String name, String detail) {
    return new DoctorCheck(name, true, detail, "");
  }

  /// Works without it, but would be better with it.
  static DoctorCheck advice(String name, String detail, String remedy) {
    return new DoctorCheck(name, true, detail, remedy);
  }

  static DoctorCheck broken(String name, String detail, String remedy) {
    return new DoctorCheck(name, false, detail, remedy);
  }
}
