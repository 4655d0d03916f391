package dev.rustmend.sandbox;

import dev.rustmend.cargo.Confinement;
import dev.rustmend.cargo.Courteous;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The confinement of builds in the folder `own`, which they may write; `readable` is what they may
/// read besides the system's programs and libraries. Paths are absolute and without symbolic links
/// in `own`. `courteous` lowers their priority.
record Box(
    Sandbox sandbox,
    Path own,
    List<Path> readable,
    Limits limits,
    Breach breach,
    Courteous courteous)
    implements Confinement {
  /// A block of `ulimit -f`, in bytes, and one of `ulimit -v`.
  private static final long FILE_BLOCK = 512;

  private static final long MEMORY_BLOCK = 1024;

  /// The first numbers of a namespace, which Linux gives out only once.
  private static final int RESERVED = 300;

  private static final String TEMPORARY_BYTES = "268435456";

  private static final List<Path> SYSTEM =
      Stream.of(
              "/usr",
              "/bin",
              "/sbin",
              "/lib",
              "/lib32",
              "/lib64",
              "/libx32",
              "/opt",
              "/nix/store",
              "/etc/alternatives",
              "/etc/ld.so.cache",
              "/etc/ld.so.conf",
              "/etc/ld.so.conf.d",
              "/etc/localtime")
          .map(Path::of)
          .toList();

  Box {
    readable = List.copyOf(readable);
  }

  @Override
  public List<String> line(List<String> command, Path directory) {
    List<String> limited = limited(command);
    List<String> boxed =
        switch (sandbox.kind()) {
          case UNSHARE -> unshare(limited, directory);
          case BUBBLEWRAP -> bubblewrap(limited, directory);
          case NONE -> limited;
        };
    return courteous.line(boxed, directory);
  }

  @Override
  public Guard guard(ProcessHandle process) {
    return Watch.start(process, this);
  }

  /// The command behind a shell that sets the limits of its process. How many processes a user may
  /// have is limited only where a namespace counts them apart from all others.
  private List<String> limited(List<String> command) {
    if (File.separatorChar == '\\') {
      return command;
    }
    var line = new ArrayList<>(List.of("sh", "-c", script("limits.sh"), "limits"));
    line.add(String.valueOf(limits.memory() / MEMORY_BLOCK));
    line.add(String.valueOf(limits.fileSize() / FILE_BLOCK));
    line.add(String.valueOf(limits.time().toSeconds() + 1));
    line.add(sandbox.isThere() ? String.valueOf(kernelsProcesses()) : "");
    line.addAll(command);
    return line;
  }

  private List<String> unshare(List<String> command, Path directory) {
    var line = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount"));
    line.addAll(List.of("--pid", "--fork", "--kill-child", "--net", "--ipc", "--uts"));
    line.addAll(List.of("--propagation", "private", "sh", "-c", script("unshare.sh"), "box"));
    line.addAll(List.of(own.toString(), directory.toString()));
    line.add(String.valueOf(RESERVED + kernelsProcesses()));
    visible().forEach(path -> line.add(path.toString()));
    line.add("--");
    line.addAll(command);
    return line;
  }

  private List<String> bubblewrap(List<String> command, Path directory) {
    var line = new ArrayList<>(List.of("bwrap", "--unshare-all", "--die-with-parent"));
    line.addAll(List.of("--new-session", "--cap-drop", "ALL"));
    for (Path path : visible()) {
      line.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }
    line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    line.addAll(List.of("--size", TEMPORARY_BYTES, "--tmpfs", "/tmp"));
    line.addAll(List.of("--bind", own.toString(), own.toString()));
    line.addAll(List.of("--remount-ro", "/", "--chdir", directory.toString(), "--"));
    line.addAll(command);
    return line;
  }

  /// How many processes the kernel itself allows: more than the limit, so that the watch sees that
  /// a build goes beyond it and ends it, instead of letting it try again and again until its time
  /// is over.
  private int kernelsProcesses() {
    return 2 * limits.processes();
  }

  private List<Path> visible() {
    return Stream.concat(SYSTEM.stream(), readable.stream())
        .filter(Files::exists)
        .distinct()
        .toList();
  }

  private static String script(String name) {
    try (InputStream in = Box.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .readAllAsString();
    } catch (IOException e) {
      throw new UncheckedIOException("a script in the program can not be read", e);
    }
  }
}
