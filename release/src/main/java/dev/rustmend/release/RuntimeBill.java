package dev.rustmend.release;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Java runtime in the bill of materials. Maven's plugin lists what Maven knows, and the
/// runtime is none of that.
///
/// `runtime` is the folder that jlink has made: its file `release` names version and modules.
record RuntimeBill(Path runtime) {
  /// The list of parts at the top of the document; the tools that wrote it have another one, deeper
  /// in it.
  private static final Pattern PARTS = Pattern.compile("(?m)^  \"components\" : \\[\\R");

  /// The text of the bill in `json` with the runtime as its first part.
  String added(Path json) throws IOException {
    String bill = Files.readString(json);
    Matcher parts = PARTS.matcher(bill);
    if (!parts.find()) {
      throw new ReleaseFailure(
          "%s has another form than expected: no list of parts".formatted(json));
    }
    return bill.substring(0, parts.end()) + part() + bill.substring(parts.end());
  }

  private String part() throws IOException {
    var release = new Properties();
    try (Reader reader = Files.newBufferedReader(runtime.resolve("release"))) {
      release.load(reader);
    }
    String version = value(release, "JAVA_VERSION");
    return """
        {
          "type" : "platform",
          "bom-ref" : "pkg:generic/openjdk@%1$s",
          "name" : "OpenJDK",
          "version" : "%1$s",
          "description" : "The Java runtime in lib/rustmend/runtime, made by jlink",
          "licenses" : [
            {
              "expression" : "GPL-2.0-only WITH Classpath-exception-2.0"
            }
          ],
          "purl" : "pkg:generic/openjdk@%1$s",
          "properties" : [
            {
              "name" : "rustmend:modules",
              "value" : "%2$s"
            },
            {
              "name" : "rustmend:vendor",
              "value" : "%3$s"
            }
          ]
        },
    """
        .formatted(version, value(release, "MODULES"), System.getProperty("java.vendor"));
  }

  private String value(Properties release, String name) {
    String value = release.getProperty(name);
    if (value == null) {
      throw new ReleaseFailure("%s names no %s".formatted(runtime.resolve("release"), name));
    }
    return value.replace("\"", "");
  }
}
