package dev.rustmend.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedLogTest {
  @TempDir private Path folder;

  @Test
  void whatWasAppendedIsReadInOrder() {
    var log = new LearnedLog(folder.resolve("new/folder"));
    assertThat(log.read()).isEqualTo(LogContents.EMPTY);
    log.append(List.of(Samples.learned(1), Samples.learned(2)));
    log.append(
        List.of(
            new Event.Judged("j", 3, "/home", "learned/E0308/1", Event.Feedback.UNDONE),
            new Event.Forgotten("f", 4, List.of("learned/E0308/1")),
            new Event.Written("w", 5, List.of("00ff")),
            new Event.Imported("i", 6, new Recipe("E0308", "at primary $a => $a", 1), "T", "# T")));
    LogContents contents = log.read();
    assertThat(contents.problems()).isEmpty();
    assertThat(contents.events()).hasSize(6);
    assertThat(contents.events().get(1)).isEqualTo(Samples.learned(2));
    assertThat(contents.events().get(4)).isEqualTo(new Event.Written("w", 5, List.of("00ff")));
  }

  @Test
  void onlyItsOwnerCanReadIt() throws Exception {
    var log = new LearnedLog(folder);
    log.append(List.of(Samples.learned(1)));
    log.compact(events -> events);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aTornADoubledAndAForeignLineAreLeftOutAndToldOf() throws Exception {
    var log = new LearnedLog(folder);
    log.append(List.of(Samples.learned(1), Samples.learned(2)));
    List<String> lines = Files.readAllLines(log.file());
    String later = LogLine.of("{\"kind\":\"dreamt\",\"id\":\"d\"}");
    write(log, lines.getFirst() + "\n", "a shopping list\n", later + "\n");
    write(log, lines.getLast().substring(0, 90)); // torn: no line break either
    log.append(List.of(Samples.learned(3)));
    LogContents contents = log.read();
    assertThat(contents.events()).extracting(Event::id).containsExactly("e1", "e2", "e3");
    assertThat(contents.problems())
        .satisfiesExactly(
            doubled -> assertThat(doubled).contains("line 3", "twice"),
            foreign -> assertThat(foreign).contains("line 4", "a shopping list"),
            newer -> assertThat(newer).contains("line 5", "another version"),
            torn -> assertThat(torn).contains("line 6", "torn"));
    log.compact(events -> events.subList(1, 3));
    assertThat(log.read().events()).extracting(Event::id).containsExactly("e2", "e3");
    assertThat(log.read().problems()).singleElement().asString().contains("another version");
    assertThat(Files.readString(log.file())).contains(later);
  }

  @Test
  void aChangedByteIsNoticed() throws Exception {
    var log = new LearnedLog(folder);
    log.append(List.of(Samples.learned(1)));
    Files.writeString(log.file(), Files.readString(log.file()).replace("parser.rs", "Parser.rs"));
    assertThat(log.read().events()).isEmpty();
    assertThat(log.read().problems()).hasSize(1);
  }

  @Test
  void theFolderIsWhereThePlatformKeepsData() {
    assertThat(LearnedLog.locate(Map.of("RUSTMEND_LEARNED_DIR", "/x"))).isEqualTo(Path.of("/x"));
    assertThat(LearnedLog.locate(Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/rustmend/learned"));
    assertThat(LearnedLog.locate(Map.of("XDG_DATA_HOME", "relative")))
        .isAbsolute()
        .endsWithRaw(Path.of("rustmend/learned"));
  }

  private static void write(LearnedLog log, String... texts) throws Exception {
    Files.writeString(log.file(), String.join("", texts), StandardOpenOption.APPEND);
  }

  @Test
  void anEpisodeOfAnEarlierVersionIsRead() {
    Event event = Samples.learned(1);
    String old = EventJson.of(event).replace(",\"others\":[],\"commit\":\"\"", "");
    assertThat(old).doesNotContain("commit");
    assertThat(EventJson.read(old)).contains(event);
  }
}
