package dev.rustmend.cargo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The toolchain's index of error codes, as its documentation has it: one page for each code.
public final class ErrorIndex {
  private static final Pattern PAGE = Pattern.compile("(E\\d{4})\\.html");
  private static final Pattern BLOCK =
      Pattern.compile("<code class=\"language-rust ([^\"]*)\">(.*?)</code>", Pattern.DOTALL);

  private ErrorIndex() {}

  /// The codes that a stable compiler of this toolchain emits: those whose page has an example that
  /// must fail with just this code and that asks for no unstable feature. Empty where there is no
  /// documentation. Throws [UncheckedIOException] when it can not be read.
  public static Set<String> emitted(Path documentation) {
    Path folder = documentation.resolve("error_codes");
    var codes = new TreeSet<String>();
    if (!Files.isDirectory(folder)) {
      return codes;
    }
    for (Path page : pages(folder)) {
      Matcher name = PAGE.matcher(page.getFileName().toString());
      if (name.matches() && isEmitted(read(page), name.group(1))) {
        codes.add(name.group(1));
      }
    }
    return codes;
  }

  private static boolean isEmitted(String page, String code) {
    if (page.contains("no longer emitted")) {
      return false;
    }
    List<String> failing = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      List<String> words = Pattern.compile(" ").splitAsStream(block.group(1)).toList();
      if (words.contains("compile_fail") && words.contains(code)) {
        failing.add(block.group(2));
      }
    }
    return failing.stream().anyMatch(source -> !source.contains("#![feature("));
  }

  private static List<Path> pages(Path folder) {
    try (Stream<Path> pages = Files.list(folder)) {
      return pages.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the error index in " + folder + " can not be read", e);
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the page " + page + " can not be read", e);
    }
  }
}
