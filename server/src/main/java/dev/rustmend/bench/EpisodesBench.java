package dev.rustmend.bench;

import dev.rustmend.learn.Episode;
import dev.rustmend.learn.Event;
import dev.rustmend.learn.LearnedLog;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// `bench episodes`: histories of seeded breaks, repairs, and everything else that ends an error,
/// in an editor with the real server, the real cargo and git; each recorded episode is compared
/// with what the script did.
public final class EpisodesBench {
  private static final List<String> NAMES =
      List.of("harbor", "orchard", "quarry", "mill", "foundry", "granary", "weir");
  private static final List<String> STYLES =
      List.of("text(%s)", "%s.to_string()", "String::from(%s)", "%s.into()", "%s.to_owned()");
  private static final int KEY = 10;

  private final List<String> program;

  /// `program` is the command line that starts rustmend.
  public EpisodesBench(List<String> program) {
    this.program = List.copyOf(program);
  }

  private record Played(Scene scene, long begin, List<Truth> truths) {
    /// Whether the episode is a repair of this scene. Every changed line of a script has a number,
    /// so that no other scene has the same one; what is recorded comes a moment later.
    boolean made(Event.Learned event) {
      return event.at() >= begin && truth(event.episode()).isPresent();
    }

    Optional<Truth> truth(Episode episode) {
      return truths.stream().filter(each -> each.fits(episode)).findFirst();
    }
  }

  /// Plays `histories` of them; of each scene's kind as many as `rounds`. Throws [IOException] when
  /// a program can not be run, [TimeoutException] when the server does not finish.
  public EpisodesReport run(long seed, int histories, int rounds, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    var reports = new ArrayList<EpisodesReport.History>();
    var episodes = new ArrayList<EpisodesReport.Recorded>();
    for (int i = 0; i < histories; i++) {
      ScriptedProject project =
          ScriptedProject.of(NAMES.get(i % NAMES.size()) + (i / NAMES.size() + 1), i % 2 == 1);
      // not in the cache folder: a repository around it may ignore it, and then nothing is learned
      Path home = Files.createTempDirectory("rustmend-" + project.name()).toRealPath();
      try {
        List<Scene> scenes = scenes(STYLES.get(i % STYLES.size()), rounds, new Random(seed + i));
        List<Played> played = play(project, home, scenes, seed + i, listener);
        compare(project.name(), played, home, reports, episodes);
      } finally {
        WholeFolder.delete(home);
      }
    }
    return new EpisodesReport(RustToolchain.compiler(), seed, reports, episodes);
  }

  private static List<Scene> scenes(String style, int rounds, Random random) {
    var repairs = new RepairScenes(style);
    var scenes = new ArrayList<Scene>();
    for (int round = 0; round < rounds; round++) {
      scenes.addAll(repairs.all());
      scenes.addAll(new OtherScenes(repairs).all());
    }
    Collections.shuffle(scenes, random);
    return List.copyOf(scenes);
  }

  private List<Played> play(
      ScriptedProject project, Path home, List<Scene> scenes, long seed, BenchListener listener)
      throws IOException, TimeoutException, InterruptedException {
    var played = new ArrayList<Played>();
    try (HistoryDesk desk = HistoryDesk.open(project, home, program, seed)) {
      for (Scene scene : scenes) {
        listener.progress(project.name(), played.size(), scenes.size(), scene.name());
        long begin = System.currentTimeMillis();
        List<Truth> truths = scene.play().on(desk);
        desk.breathe();
        played.add(new Played(scene, begin, truths));
        if (desk.random().nextInt(4) == 0) {
          desk.commit();
        }
      }
    }
    return played;
  }

  private static void compare(
      String name,
      List<Played> played,
      Path home,
      List<EpisodesReport.History> reports,
      List<EpisodesReport.Recorded> all) {
    Set<Truth> found = new HashSet<>();
    Set<String> said = new HashSet<>();
    for (Event event : new LearnedLog(home.resolve("learned")).read().events()) {
      if (event instanceof Event.Learned learned) {
        Optional<Played> made = played.stream().filter(each -> each.made(learned)).findFirst();
        made.flatMap(each -> each.truth(learned.episode())).ifPresent(found::add);
        // rustc's same words about the same place twice are one repair, recorded twice
        boolean fresh = said.add(learned.episode().told() + "\n" + learned.episode().after());
        String scene = made.map(each -> each.scene().name()).orElseGet(() -> at(played, learned));
        all.add(recorded(name, scene, learned, made.isPresent() && fresh));
      }
    }
    List<String> missed =
        played.stream()
            .flatMap(each ->
                each.truths().stream()
                    .filter(truth -> !found.contains(truth))
                    .map(truth -> each.scene().name() + " " + truth.codes()))
            .toList();
    reports.add(
        new EpisodesReport.History(
            name,
            played.size(),
            (int) played.stream().filter(each -> each.truths().isEmpty()).count(),
            played.stream().mapToInt(each -> each.truths().size()).sum(),
            missed));
  }

  /// The scene that was played when an episode was recorded that is none of its repairs.
  private static String at(List<Played> played, Event.Learned event) {
    return "during or after: "
        + played.stream()
            .filter(each -> each.begin() <= event.at())
            .max(Comparator.comparingLong(Played::begin))
            .map(each -> each.scene().name())
            .orElse("");
  }

  private static EpisodesReport.Recorded recorded(
      String history, String scene, Event.Learned event, boolean isTrue) {
    Episode episode = event.episode();
    var gone = new ArrayList<String>();
    var come = new ArrayList<String>();
    Stream.concat(
            Stream.of(new Episode.Part(episode.file(), episode.before(), episode.after())),
            episode.others().stream())
        .map(part -> Truth.Lines.between(part.before(), part.after()))
        .forEach(lines -> {
          gone.addAll(lines.gone());
          come.addAll(lines.come());
        });
    String key =
        SourceText.of(
                String.join(
                    "\n",
                    history,
                    episode.told().code(),
                    episode.told().message(),
                    "" + gone,
                    "" + come))
            .sha256()
            .substring(0, KEY);
    return new EpisodesReport.Recorded(
        key,
        history,
        scene,
        isTrue,
        episode.told().code(),
        episode.told().message(),
        episode.file(),
        gone,
        come,
        event.recipes().size(),
        episode.taken());
  }
}
