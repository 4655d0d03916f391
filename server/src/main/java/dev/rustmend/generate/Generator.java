package dev.rustmend.generate;

import dev.rustmend.generate.Generated.By;
import dev.rustmend.generate.Generated.Declined;
import dev.rustmend.generate.Generated.Project;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.model.ModelException;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.repair.ModelHold;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.sandbox.ThrowAway;
import dev.rustmend.search.Embedder;
import dev.rustmend.submission.Permission;
import dev.rustmend.submission.RefusedException;
import dev.rustmend.submission.Sources;
import dev.rustmend.submission.Submission;
import dev.rustmend.submission.Submissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes new projects of templates. `base` has them, `embedder` compares meanings, `submissions`
/// says where and how things are compiled, and which model there is. Nothing is written but in a
/// throw-away folder. Safe to use from any thread.
public record Generator(
    Supplier<KnowledgeBase> base, Supplier<Optional<Embedder>> embedder, Submissions submissions) {
  private static final System.Logger LOG = System.getLogger(Generator.class.getName());
  private static final int NEAREST = 3;
  private static final int ROUNDS = 3;
  private static final Duration PROOF = Duration.ofMinutes(5);
  private static final String OWN = "the project is a template of rustmend's own";

  /// All templates, by id.
  public List<Guide> templates() {
    return base.get().guides().stream().filter(Guide::isTemplate).toList();
  }

  /// The template of this id, `templates/` before it or not.
  public Optional<Guide> template(String id) {
    String whole = id.startsWith("templates/") ? id : "templates/" + id;
    return base.get()
        .guide(whole)
        .or(() -> templates().stream().filter(one -> one.id().endsWith("/" + id)).findFirst());
  }

  /// Whether cargo would take `text` as the name of a package.
  public static boolean isName(String text) {
    return PackageName.of(text).isPresent();
  }

  /// Makes the project that is wanted; `progress` gets a phrase before each step. Blocks; an
  /// interrupt ends it. Throws [RefusedException] when the machine can not do it.
  public Generated generate(Wanted wanted, Consumer<String> progress) throws InterruptedException {
    if (wanted.description().isBlank() && wanted.template().isEmpty()) {
      return new Declined("There is no description; say in a sentence what to make.", List.of());
    }
    if (wanted.name().isPresent() && wanted.name().flatMap(PackageName::of).isEmpty()) {
      return new Declined(
          "`%s` is no name of a package; use lower case letters, digits and hyphens."
              .formatted(wanted.name().get()),
          List.of());
    }
    progress.accept("Choosing a template");
    return switch (choose(wanted)) {
      case Chosen.Nothing(Declined why) -> why;
      case Chosen.Template(Guide template) -> make(wanted, template, progress);
    };
  }

  /// Which template it is.
  private sealed interface Chosen {
    record Template(Guide guide) implements Chosen {}

    record Nothing(Declined why) implements Chosen {}
  }

  private Chosen choose(Wanted wanted) throws InterruptedException {
    if (wanted.template().isPresent()) {
      String id = wanted.template().get();
      return template(id)
          .<Chosen>map(Chosen.Template::new)
          .orElseGet(() ->
              new Chosen.Nothing(
                  new Declined(
                      "There is no template `%s`; `rustmend generate --template list` names all."
                          .formatted(id),
                      List.of())));
    }
    var choice = new TemplateChoice(templates(), embedder.get());
    List<Ranked> ranked = choice.ranked(wanted.text());
    Optional<Ranked> fitting = choice.fitting(ranked);
    Optional<Guide> found =
        fitting.isPresent()
            ? fitting.map(Ranked::template)
            : new TaskChoice(tasks(), embedder.get()).fitting(wanted.text());
    return found
        .<Chosen>map(Chosen.Template::new)
        .orElseGet(() ->
            new Chosen.Nothing(
                new Declined(
                    "No template fits this description well enough; name one with --template, or"
                        + " begin with `cargo new`.",
                    ranked.stream().limit(NEAREST).toList())));
  }

  /// The tasks, each of which is a small program or library with its tests.
  private List<Guide> tasks() {
    return base.get().guides().stream().filter(guide -> !guide.isTemplate()).toList();
  }

  private Generated make(Wanted wanted, Guide template, Consumer<String> progress)
      throws InterruptedException {
    String description = wanted.description().isBlank() ? template.title() : wanted.description();
    PackageName name =
        wanted.name().flatMap(PackageName::of).orElseGet(() -> PackageName.from(description));
    SortedMap<String, String> files = new Parameters(name, description).files(template);
    var notes = new ArrayList<String>();
    if (wanted.model() != ModelUse.NOT_ASKED && !submissions.settings().model().isNone()) {
      Optional<Proof.Result.Proven> adapted = adapted(wanted, template, files, notes, progress);
      if (adapted.isPresent()) {
        return project(name, adapted.get(), template, By.MODEL, notes);
      }
    }
    progress.accept("Compiling and testing the project");
    notes.add(
        "It is the %s `%s` with names filled in: what you asked for beyond that is not there yet."
            .formatted(template.isTemplate() ? "template" : "task", template.id()));
    return switch (proof(files, Sandbox.none(OWN))) {
      case Proof.Result.Proven proven -> project(name, proven, template, By.TEMPLATE, notes);
      case Proof.Result.Failed(String command, String output) ->
          new Declined("`%s` fails for this project:%n%s".formatted(command, output), List.of());
    };
  }

  private static Project project(
      PackageName name, Proof.Result.Proven proven, Guide template, By by, List<String> notes) {
    return new Project(name.text(), proven.files(), template.id(), by, proven.commands(), notes);
  }

  private Proof.Result proof(SortedMap<String, String> files, Sandbox sandbox)
      throws InterruptedException {
    try (var place =
        ThrowAway.make(
            submissions.cache(),
            submissions.environment(),
            sandbox,
            submissions.limits().within(PROOF))) {
      return new Proof(place, PROOF).of(files);
    }
  }

  /// What a model makes of the project, proven; empty, with a note, when that comes to nothing.
  private Optional<Proof.Result.Proven> adapted(
      Wanted wanted,
      Guide template,
      SortedMap<String, String> files,
      List<String> notes,
      Consumer<String> progress)
      throws InterruptedException {
    Sandbox sandbox = submissions.sandbox().get();
    if (!sandbox.isThere() && submissions.permission() == Permission.CONFINED_CODE) {
      notes.add(
          "The model was not asked: tests that it writes are run in a sandbox only, and %s."
              .formatted(sandbox.why()));
      return Optional.empty();
    }
    try (ModelHold hold = submissions.models().hold()) {
      var adaptation =
          new Adaptation(
              hold.of(submissions.settings().model()),
              submissions.settings().model().contextSize());
      Optional<Proof.Result.Proven> proven = rounds(adaptation, wanted, template, files, progress);
      if (proven.isEmpty()) {
        notes.add("What the model made of it did not compile and pass its tests.");
      }
      return proven;
    } catch (ModelException e) {
      LOG.log(System.Logger.Level.WARNING, e.sentence());
      notes.add("The model could not be used: %s.".formatted(e.sentence()));
      return Optional.empty();
    }
  }

  private Optional<Proof.Result.Proven> rounds(
      Adaptation adaptation,
      Wanted wanted,
      Guide template,
      SortedMap<String, String> files,
      Consumer<String> progress)
      throws InterruptedException {
    Duration patience = Duration.ofSeconds(submissions.settings().model().fixes().maxSeconds());
    long deadline = System.nanoTime() + patience.toNanos();
    boolean fits = adaptation.begin(wanted, template, files);
    SortedMap<String, String> state = files;
    for (int round = 1; fits && round <= ROUNDS; round++) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (!left.isPositive()) {
        return Optional.empty();
      }
      progress.accept("Asking the model, round %d of %d".formatted(round, ROUNDS));
      Optional<SortedMap<String, String>> answered = adaptation.next(state, left);
      if (answered.isEmpty()) {
        fits = adaptation.tell("reading your answer", "It holds no whole files with tests.");
        continue;
      }
      progress.accept("Compiling and testing what the model wrote");
      state = repaired(answered.get());
      switch (proof(state, submissions.sandbox().get())) {
        case Proof.Result.Proven proven -> {
          return Optional.of(proven);
        }
        case Proof.Result.Failed(String command, String output) ->
            fits = adaptation.tell(command, output);
      }
    }
    return Optional.empty();
  }

  /// The same with verified fixes, where there are any.
  private SortedMap<String, String> repaired(SortedMap<String, String> files)
      throws InterruptedException {
    try {
      var submission =
          new Submission(Sources.of(files), Submission.Aim.FIX, FixRequest.everything());
      return submissions.run(submission, _ -> {}).files();
    } catch (RefusedException e) {
      LOG.log(System.Logger.Level.DEBUG, e.sentence());
      return files;
    }
  }
}
