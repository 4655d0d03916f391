package dev.rustmend.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rustmend.cargo.Courteous;
import dev.rustmend.cargo.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoxTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Sandbox.Kind.class,
      names = {"UNSHARE", "BUBBLEWRAP"})
  void onlyTheOwnFolderIsThere(Sandbox.Kind kind) throws Exception {
    Path own = own();
    Files.writeString(own.resolve("in"), "text");
    assumeTrue(run(kind, own, Limits.defaults(), "true").succeeded(), "not on this machine");
    Path beside = Files.writeString(folder.toRealPath().resolve("beside"), "secret");
    Tools.Run run =
        run(
            kind,
            own,
            Limits.defaults(),
            "cat in; echo x > out; ls %s %s/.. /root /home; id -u; ls /proc | grep -c '^[0-9]'"
                .formatted(beside, own));
    assertThat(run.output()).contains("text").doesNotContain("secret");
    assertThat(own.resolve("out")).hasContent("x\n");
    assertThat(run(kind, own, Limits.defaults(), "touch /usr/x || touch /x").succeeded()).isFalse();
    assertThat(run(kind, own, Limits.defaults(), "cat /proc/net/dev").output())
        .contains("lo:")
        .doesNotContain("eth");
  }

  @Test
  void aFileMayNotGrowWithoutEnd() throws Exception {
    Limits small = new Limits(Duration.ofSeconds(20), 1L << 30, 4 << 20, 100, 1 << 20, 100);
    assertThat(run(Sandbox.Kind.NONE, own(), small, "head -c 3000000 /dev/zero > big").succeeded())
        .isFalse();
  }

  @Test
  void aThrowAwayFolderIsNobodyElses() throws Exception {
    try (var place =
        ThrowAway.make(folder, System.getenv(), Sandbox.none("test"), Limits.defaults())) {
      Path own = place.project().resolve("../..").normalize();
      assertThat(Files.getPosixFilePermissions(own)).hasSize(3);
      assertThat(place.environment()).doesNotContainKey("AWS_SECRET_ACCESS_KEY");
      Files.createSymbolicLink(place.project().resolve("out"), folder.resolve("kept"));
      Files.writeString(folder.resolve("kept"), "kept");
    }
    assertThat(folder.resolve("kept")).hasContent("kept");
    assertThat(folder.resolve("throw-away")).isEmptyDirectory();
  }

  private Path own() throws IOException {
    return Files.createDirectories(folder.toRealPath().resolve("own"));
  }

  private static Tools.Run run(Sandbox.Kind kind, Path own, Limits limits, String script)
      throws InterruptedException {
    var courteous = Courteous.of(System.getenv());
    var box = new Box(new Sandbox(kind, ""), own, List.of(), limits, new Breach(), courteous);
    return new Tools(System.getenv(), box)
        .run(own, List.of("sh", "-c", script), Map.of(), Duration.ofSeconds(20));
  }
}
