package dev.rustmend.cli;

import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryFolder;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.knowledge.ChosenEmbedder;
import dev.rustmend.knowledge.EntryPassages;
import dev.rustmend.learn.Contribution;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Learning;
import dev.rustmend.proof.Prover;
import dev.rustmend.remote.Provenance;
import dev.rustmend.remote.Publication;
import dev.rustmend.remote.RemoteFailure;
import dev.rustmend.remote.Team;
import dev.rustmend.remote.TeamPassage;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.search.PassageText;
import dev.rustmend.search.VectorSpace;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.CacheFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb publish`: gives entries and learned recipes to the team, after a person has seen
/// each of them as it leaves.
final class KbPublishCommand implements Command {
  private static final String LEARNED = "--learned";
  private static final String VERBATIM = "--verbatim";
  private static final String YES = "--yes";
  private static final String AS = "--as";
  private static final String REPLACE = "--replace";
  private static final String RENEW = "--renew";

  private final Wiring wiring;

  KbPublishCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "publish",
            "Gives learned recipes and entries to your team's knowledge base (`knowledge.remote`):"
                + " shows what would leave as a diff and asks first.");
    spec.addPositional(
        Options.optional("ID|PATH", "A learned recipe, or an entry's file or a folder of them."));
    spec.addOption(Options.flag(LEARNED, "All learned recipes that are established.").build());
    spec.addOption(
        Options.flag(VERBATIM, "Keep your own code as it is; it is asked for once more.").build());
    spec.addOption(
        Options.text(AS, "NAME", "Your name there; git's user.name unless given.").build());
    spec.addOption(
        Options.flag(REPLACE, "Also replace entries that the team has in another form.").build());
    spec.addOption(Options.flag(YES, "Do not ask.").build());
    spec.addOption(
        Options.flag(RENEW, "Make the team's index anew, with the vectors of your model.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Settings settings = wiring.settings(invocation);
    Team team = wiring.team().require(settings);
    try {
      return invocation.has(RENEW)
          ? renew(invocation, settings, team)
          : publish(invocation, settings, team);
    } catch (RemoteFailure | EmbedderException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, String.valueOf(e.getMessage()), e);
    }
  }

  private Exit renew(Invocation invocation, Settings settings, Team team)
      throws InterruptedException {
    int count = team.renew(embedder(settings));
    invocation.print("made the team's index anew with %s".formatted(Count.of(count, "passage")));
    return Exit.CLEAN;
  }

  private Exit publish(Invocation invocation, Settings settings, Team team)
      throws InterruptedException {
    List<TeamPassage> chosen = chosen(invocation);
    var review = new PublishReview(invocation);
    List<TeamPassage> leaving = review.leaving(chosen, team, others(invocation));
    if (leaving.isEmpty()) {
      invocation.print("there is nothing to publish that the team does not have");
      return chosen.isEmpty() ? Exit.REMAIN : Exit.CLEAN;
    }
    if (!invocation.has(YES) && !review.agreed(leaving.size(), wording(invocation), settings)) {
      invocation.tell("rustmend: nothing was published");
      return Exit.REMAIN;
    }
    if (invocation.has(REPLACE)) {
      team.retract(leaving.stream().map(passage -> passage.passage().id()).toList());
    }
    Embedder embedder = embedder(settings);
    Publication publication =
        team.publish(leaving, VectorSpace.of(embedder), vectors(leaving, embedder), _ -> {});
    invocation.print(
        "published %s, %d were there already"
            .formatted(Count.of(publication.acknowledged(), "entry"), publication.known()));
    publication
        .lacking()
        .forEach(id ->
            invocation.tell(
                "rustmend: %s was not taken: %s".formatted(id, publication.refused().get(id))));
    return publication.refused().isEmpty() ? Exit.CLEAN : Exit.REMAIN;
  }

  private static PublishReview.Others others(Invocation invocation) {
    return invocation.has(REPLACE) ? PublishReview.Others.ARE_REPLACED : PublishReview.Others.STAY;
  }

  private static Contribution.Wording wording(Invocation invocation) {
    return invocation.has(VERBATIM) ? Contribution.Wording.VERBATIM : Contribution.Wording.NEUTRAL;
  }

  private static Map<String, float[]> vectors(List<TeamPassage> passages, Embedder embedder)
      throws InterruptedException {
    List<float[]> made =
        embedder.embed(
            passages.stream().map(passage -> PassageText.of(passage.passage())).toList(),
            Embedder.Role.PASSAGE);
    var vectors = new HashMap<String, float[]>();
    for (int i = 0; i < made.size(); i++) {
      vectors.put(passages.get(i).passage().id(), made.get(i));
    }
    return vectors;
  }

  private Embedder embedder(Settings settings) throws InterruptedException {
    return ChosenEmbedder.of(
        settings.embedding(), CacheFolder.locate(wiring.environment()), wiring.environment());
  }

  /// What was named, as passages, proven by the compiler.
  private List<TeamPassage> chosen(Invocation invocation) throws InterruptedException {
    String named = invocation.parameter(0).orElse("");
    if (named.isEmpty() == !invocation.has(LEARNED)) {
      throw new CommandFailure(
          Exit.USAGE, "say what to publish: a learned recipe's id, a path, or --learned for all");
    }
    Prover prover = KbVerifyCommand.prover(wiring, invocation, 1);
    Path path = invocation.path(named);
    if (!named.isEmpty() && !Learned.isId(named) && Files.exists(path)) {
      return ofFiles(invocation, prover, path);
    }
    var habits = Learned.with(wiring, Learning::habits);
    List<Habit> learned =
        named.isEmpty() ? habits.established() : List.of(Learned.find(habits, named));
    return ofLearned(invocation, prover, learned);
  }

  private List<TeamPassage> ofFiles(Invocation invocation, Prover prover, Path path)
      throws InterruptedException {
    Map<String, String> files;
    try {
      files = EntryFolder.read(path);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.getMessage() + "; make it readable", e);
    }
    if (files.isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE,
          "there is no entry at %s; a file must stand below a folder `errors` or `lints`"
              .formatted(path));
    }
    var passages = new ArrayList<TeamPassage>();
    for (var file : files.entrySet()) {
      List<String> problems =
          KbExportCommand.proof(prover).problems(file.getKey(), file.getValue());
      if (problems.isEmpty()) {
        add(invocation, passages, file.getKey(), file.getValue(), 0);
      } else {
        problems.forEach(invocation::tell);
      }
    }
    return passages;
  }

  private List<TeamPassage> ofLearned(Invocation invocation, Prover prover, List<Habit> habits)
      throws InterruptedException {
    var contribution = new Contribution(KbExportCommand.proof(prover), wording(invocation));
    var passages = new ArrayList<TeamPassage>();
    for (Habit habit : habits) {
      switch (contribution.of(habit)) {
        case Contribution.Entry(String id, String markdown) ->
            add(invocation, passages, id, markdown, habit.repairs().size());
        case Contribution.Impossible(List<String> why) -> {
          invocation.tell(
              "rustmend: no example of %s stands alone, so it is not published:"
                  .formatted(habit.recipe().id()));
          why.forEach(invocation::tell);
        }
      }
    }
    return passages;
  }

  private void add(
      Invocation invocation, List<TeamPassage> passages, String id, String markdown, int repairs)
      throws InterruptedException {
    EntryReader.Result read = EntryReader.read(id, markdown);
    Entry entry = read.entry().orElse(null);
    if (entry == null || !read.problems().isEmpty()) {
      read.problems().forEach(problem -> invocation.tell(problem.rendered()));
      return;
    }
    var provenance =
        new Provenance(
            name(invocation),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            rustc(invocation),
            repairs);
    passages.add(
        TeamPassage.of(
            new EntryPassages(RecordedMessages.shipped()).of(entry), markdown, provenance));
  }

  private String name(Invocation invocation) throws InterruptedException {
    String given = invocation.<String>value(AS).orElse("").strip();
    if (!given.isEmpty()) {
      return given;
    }
    return new ToolOutput(invocation.path(""), wiring.environment())
        .line("git", "config", "user.name")
        .filter(name -> !name.isBlank())
        .orElseGet(() -> System.getProperty("user.name", "somebody"));
  }

  private String rustc(Invocation invocation) throws InterruptedException {
    return switch (new ToolchainProbe(wiring.environment())
        .probe(invocation.path(""), CheckOptions.defaults())) {
      case ToolchainProbe.Usable usable -> usable.facts().release();
      case ToolchainProbe.Unusable _ -> "";
    };
  }
}
