package dev.rustmend.learn;

import dev.rustmend.operation.Proposal;
import dev.rustmend.operation.Rewriting;
import dev.rustmend.operation.Site;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Makes recipes of an episode. Whatever it makes has been tried: our own engine turns the
/// episode's broken text into what the user made of it. Safe to use from any thread.
final class RecipeMaker {
  private static final int MOST_CHANGES = 3;
  private static final int LEVELS = 4;

  private final Rewriting rewriting = new Rewriting();

  /// How an engine of recipes sees an episode: its site, its changes with the anchor of each.
  record Seen(Episode episode, Site site, List<Anchored> changes) {
    Seen {
      changes = List.copyOf(changes);
    }
  }

  /// A change and how a recipe can say where it is.
  record Anchored(Change change, String anchor) {}

  /// The recipes that say the same as the user did, from the most special to the most general; none
  /// where the repair can not be said as one: a recipe is about one file.
  List<Recipe> of(Episode episode) {
    return seen(episode).map(this::recipes).orElse(List.of());
  }

  private List<Recipe> recipes(Seen seen) {
    var recipes = new ArrayList<Recipe>();
    new RecipeLines(seen, new Holes()).verbatim().ifPresent(recipes::add);
    new RecipeLines(seen, new Holes()).holding().ifPresent(recipes::add);
    recipes.removeIf(recipe -> !repairs(recipe, seen.episode()));
    return recipes.stream().filter(distinct()).toList();
  }

  private static Predicate<Recipe> distinct() {
    var ids = new HashSet<String>();
    return recipe -> ids.add(recipe.id());
  }

  /// What becomes of the broken text of `episode` by `recipe`; empty where it stays silent.
  Optional<String> applied(Recipe recipe, Episode episode) {
    return episode
        .told()
        .site(episode.before())
        .flatMap(site -> applied(recipe, site))
        .map(patch -> patch.apply(Told.NOWHERE, SourceText.of(episode.before())).string());
  }

  private Optional<Patch> applied(Recipe recipe, Site site) {
    return recipe
        .rewrite()
        .flatMap(rewrite -> rewriting.proposal(rewrite, site))
        .map(Proposal::patch)
        .filter(patch -> patch.files().equals(Set.of(Told.NOWHERE)));
  }

  /// What two episodes have in common as a recipe, which repairs both; empty where they have
  /// nothing in common that can be said as one.
  Optional<Recipe> common(Episode one, Episode other) {
    if (!one.told().code().equals(other.told().code()) || one.repeats(other)) {
      return Optional.empty();
    }
    Optional<Seen> first = seen(one);
    Optional<Seen> second = seen(other);
    return first
        .flatMap(left -> second.flatMap(right -> new AntiUnification(left, right).recipe()))
        .filter(recipe -> repairs(recipe, one) && repairs(recipe, other));
  }

  /// Whether `recipe` makes of the episode's broken text what the user made of it.
  boolean repairs(Recipe recipe, Episode episode) {
    return applied(recipe, episode)
        .filter(_ -> episode.others().isEmpty())
        .filter(made -> SameCode.same(made, episode.after()))
        .isPresent();
  }

  /// The episode with its changes, each at a place that an anchor finds.
  Optional<Seen> seen(Episode episode) {
    Optional<Site> site = episode.told().site(episode.before());
    Optional<List<Change>> changes = Changes.between(episode.before(), episode.after());
    if (site.isEmpty()
        || !episode.others().isEmpty()
        || changes.isEmpty()
        || changes.get().isEmpty()
        || changes.get().size() > MOST_CHANGES
        || (episode.before() + episode.after()).contains("$")) {
      return Optional.empty();
    }
    var anchored = new ArrayList<Anchored>();
    var seen = new HashSet<Change>();
    for (Change change : changes.get()) {
      Optional<Anchored> found = anchored(change, episode, site.get());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (seen.add(found.get().change())) {
        anchored.add(found.get());
      }
    }
    return Optional.of(new Seen(episode, site.get(), anchored));
  }

  /// The change, widened until an anchor finds its place.
  private Optional<Anchored> anchored(Change change, Episode episode, Site site) {
    Optional<Change> next = Optional.of(change);
    for (int level = 0; level < LEVELS && next.isPresent(); level++) {
      Change tried = next.get();
      for (String anchor : AnchorNames.of(tried, episode.told())) {
        var anchored = new Anchored(tried, anchor);
        if (isAlone(anchored, episode, site)) {
          return Optional.of(anchored);
        }
      }
      next =
          tried instanceof Change.Replaced replaced
              ? Changes.wider(replaced, episode.before(), episode.after())
              : Optional.empty();
    }
    return Optional.empty();
  }

  /// Whether the step with this anchor makes this change and no other.
  private boolean isAlone(Anchored anchored, Episode episode, Site site) {
    var seen = new Seen(episode, site, List.of(anchored));
    TextEdit alone = anchored.change().alone();
    SourceText before = SourceText.of(episode.before());
    String wanted = Patch.of(Told.NOWHERE, alone).apply(Told.NOWHERE, before).string();
    return new RecipeLines(seen, new Holes())
        .verbatim()
        .flatMap(recipe -> applied(recipe, site))
        .map(patch -> patch.apply(Told.NOWHERE, before).string())
        .filter(made -> SameCode.same(made, wanted))
        .isPresent();
  }
}
