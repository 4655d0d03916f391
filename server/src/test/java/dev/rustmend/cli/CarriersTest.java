package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CarriersTest {
  @Test
  void threadsThatComputeKeepNoOtherWaiting() throws IOException, InterruptedException {
    assertThat(third("prepared", 60)).isEqualTo("ran");
  }

  /// That the test above can fail: this is what the JVM does by itself.
  @Test
  void withoutItTheyDo() throws IOException, InterruptedException {
    assertThat(third("plain", 2)).isEqualTo("waited");
  }

  private static String third(String how, int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:ActiveProcessorCount=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CarriersProcess.class.getName(),
                    how,
                    String.valueOf(seconds)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }
}
