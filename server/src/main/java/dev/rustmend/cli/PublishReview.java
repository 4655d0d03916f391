package dev.rustmend.cli;

import dev.rustmend.learn.Contribution;
import dev.rustmend.remote.Team;
import dev.rustmend.remote.TeamPassage;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.UnifiedDiff;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows a person what would leave the machine, every line of it, and asks.
record PublishReview(Invocation invocation) {
  /// What becomes of entries that the team has in another form.
  enum Others {
    STAY,
    ARE_REPLACED
  }

  /// What the team does not have in this form; what it has in another form only when it is to be
  /// replaced. Prints the difference for each.
  List<TeamPassage> leaving(List<TeamPassage> chosen, Team team, Others others)
      throws InterruptedException {
    Map<String, TeamPassage> there = new HashMap<>();
    team.find(chosen.stream().map(passage -> passage.passage().id()).toList())
        .forEach(found -> there.putIfAbsent(found.passage().id(), found));
    var leaving = new ArrayList<TeamPassage>();
    for (TeamPassage passage : chosen) {
      TeamPassage other = there.get(passage.passage().id());
      if (other != null && other.identity().equals(passage.identity())) {
        continue;
      }
      if (other != null && others == Others.STAY) {
        invocation.tell(
            "rustmend: the team has %s in another form, %s; --replace takes yours"
                .formatted(passage.passage().id(), other.provenanceWords()));
        continue;
      }
      show(passage, other == null ? "" : other.markdown());
      leaving.add(passage);
    }
    return leaving;
  }

  private void show(TeamPassage passage, String before) {
    String name = passage.passage().id() + ".md";
    invocation.print("as %s:".formatted(passage.provenanceWords()));
    SourceText now = SourceText.of(passage.markdown());
    List<String> lines =
        before.isEmpty()
            ? UnifiedDiff.ofNewFile(name, now)
            : UnifiedDiff.lines(name, SourceText.of(before), now);
    lines.forEach(invocation::print);
  }

  /// Whether a person at a terminal agrees; where code leaves as it was written, twice.
  boolean agreed(int count, Contribution.Wording wording, Settings settings) {
    if (!invocation.terminal().isInteractive(Terminal.Channel.IN)) {
      invocation.tell("rustmend: nobody can be asked here; --yes publishes what was shown");
      return false;
    }
    var answers =
        new BufferedReader(
            new InputStreamReader(invocation.terminal().in(), StandardCharsets.UTF_8));
    String where = settings.knowledge().remote().address().orElse("");
    return isYes(
            answers, "Publish %s to %s? [y]es, [n]o: ".formatted(Count.of(count, "entry"), where))
        && (wording == Contribution.Wording.NEUTRAL
            || isYes(answers, "Your code leaves as you wrote it. Is that meant? [y]es, [n]o: "));
  }

  private boolean isYes(BufferedReader answers, String question) {
    invocation.terminal().out().print(question);
    invocation.terminal().out().flush();
    try {
      String line = answers.readLine();
      return line != null && line.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
