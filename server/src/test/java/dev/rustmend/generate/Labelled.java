package dev.rustmend.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A description with the ids that fit it, of which any is right; none where it is to be declined.
record Labelled(String half, List<String> fitting, String description) {

  /// Those of one half in a file beside this class; of both for empty text.
  static List<Labelled> all(String file, String half) throws IOException {
    try (InputStream in = Labelled.class.getResourceAsStream(file)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.startsWith(half))
          .map(Labelled::read)
          .toList();
    }
  }

  boolean isRight(Optional<Ranked> chosen) {
    return chosen.map(one -> fitting.contains(one.id())).orElse(fitting.isEmpty());
  }

  private static Labelled read(String line) {
    List<String> parts = Pattern.compile(" \\| ").splitAsStream(line).toList();
    List<String> ids =
        parts.get(1).equals("none")
            ? List.of()
            : Pattern.compile(",").splitAsStream(parts.get(1)).toList();
    return new Labelled(parts.get(0), ids, parts.get(2));
  }
}
