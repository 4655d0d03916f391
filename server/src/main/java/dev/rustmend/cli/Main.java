package dev.rustmend.cli;

/// The entry point of the program.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(2);
  }
}
