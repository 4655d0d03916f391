package dev.rustmend.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rustmend.courtesy.Power.Source;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerTest {
  @TempDir private Path folder;

  @Test
  void aNotebookWithoutItsCableRunsOnTheBattery() throws IOException {
    supply("AC", Map.of("type", "Mains", "online", "0"));
    supply("BAT0", Map.of("type", "Battery", "status", "Discharging"));
    assertThat(new LinuxPower(folder).source()).isEqualTo(Source.BATTERY);
  }

  @Test
  void withItsCableItDoesNot() throws IOException {
    supply("AC", Map.of("type", "Mains", "online", "1"));
    supply("BAT0", Map.of("type", "Battery", "status", "Discharging"));
    assertThat(new LinuxPower(folder).source()).isEqualTo(Source.MAINS);
  }

  @Test
  void aChargerOnUsbIsMains() throws IOException {
    supply("ucsi-1", Map.of("type", "USB", "online", "1"));
    supply("BAT1", Map.of("type", "Battery", "status", "Charging"));
    assertThat(new LinuxPower(folder).source()).isEqualTo(Source.MAINS);
  }

  @Test
  void theBatteryOfAMouseIsNotTheMachines() throws IOException {
    supply(
        "hidpp_battery_0", Map.of("type", "Battery", "status", "Discharging", "scope", "Device"));
    assertThat(new LinuxPower(folder).source()).isEqualTo(Source.MAINS);
  }

  @Test
  void aDesktopHasMains() {
    assertThat(new LinuxPower(folder).source()).isEqualTo(Source.MAINS);
  }

  @Test
  void aKernelWithoutSuppliesSaysNothing() {
    assertThat(new LinuxPower(folder.resolve("none")).source()).isEqualTo(Source.UNKNOWN);
  }

  @Test
  void macOsIsAskedAtMostOnceInTenSeconds() throws Exception {
    var nanos = new AtomicLong();
    var power = new MacPower(pmset("Now drawing from 'Battery Power'"), nanos::get);
    assertThat(power.source()).isEqualTo(Source.BATTERY);
    pmset("Now drawing from 'AC Power'");
    nanos.addAndGet(9_000_000_000L);
    assertThat(power.source()).as("remembered").isEqualTo(Source.BATTERY);
    nanos.addAndGet(2_000_000_000L);
    assertThat(power.source()).isEqualTo(Source.MAINS);
  }

  @Test
  void withoutItsProgramMacOsSaysNothing() throws Exception {
    var power = new MacPower(folder.resolve("pmset"), System::nanoTime);
    assertThat(power.source()).isEqualTo(Source.UNKNOWN);
  }

  /// A program that prints what macOS's does.
  private Path pmset(String line) throws IOException {
    assumeThat(File.separatorChar).as("a system with shell scripts").isEqualTo('/');
    Path program = folder.resolve("pmset");
    String battery =
        " -InternalBattery-0 (id=4653155)\t81%; discharging; 4:12 remaining present: true";
    Files.writeString(program, "#!/bin/sh\ncat <<'END'\n%s\n%s\nEND\n".formatted(line, battery));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private void supply(String name, Map<String, String> files) throws IOException {
    Path supply = Files.createDirectories(folder.resolve(name));
    for (var file : files.entrySet()) {
      Files.writeString(supply.resolve(file.getKey()), file.getValue() + "\n");
    }
  }
}
