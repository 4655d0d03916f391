package dev.rustmend.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final String ID = ((Event.Learned) Samples.learned(0)).recipes().getFirst().id();
  private static final String PROJECT = "/home/somebody/app";
  private static final long DAY = 86_400_000L;
  private final List<Event> events = new ArrayList<>();

  @Test
  void oneRepairIsNoHabitAndTwoDifferentOnesAre() {
    events.add(Samples.learned(1));
    assertThat(habit().word()).isEqualTo("once");
    Event.Learned first = (Event.Learned) Samples.learned(1);
    events.add(
        new Event.Learned(
            "again", 2, first.episode(), first.recipes(), first.hits(), List.of(), List.of()));
    assertThat(habit().word()).isEqualTo("once");
    events.add(Samples.learned(2));
    assertThat(habit().word()).isEqualTo("trusted");
  }

  @Test
  void whatPeopleDoNotFollowIsNoLongerTrustedAndThenMuted() {
    events.add(Samples.learned(1));
    events.add(Samples.learned(2));
    miss(3);
    assertThat(habit().word()).isEqualTo("established");
    for (int i = 4; i < 14; i++) {
      miss(i);
    }
    assertThat(habit().word()).isEqualTo("muted");
    assertThat(habits().about("E0308")).isEmpty();
  }

  @Test
  void notUsefulWeighsMoreThanOneRepair() {
    events.add(Samples.learned(1));
    judge(Event.Feedback.NOT_USEFUL);
    assertThat(habit().isMuted()).isTrue();
  }

  @Test
  void whatWasKeptSpeaksForItAndWhatWasTakenBackAgainst() {
    events.add(Samples.learned(1));
    events.add(Samples.learned(2));
    double before = habit().bound();
    judge(Event.Feedback.KEPT);
    double kept = habit().bound();
    judge(Event.Feedback.UNDONE);
    assertThat(kept).isGreaterThan(before);
    assertThat(habit().bound()).isLessThan(before);
  }

  @Test
  void evidenceFadesByHalfInNinetyDays() {
    assertThat(Evidence.weight(0, 90 * DAY)).isCloseTo(0.5, within(1e-9));
    assertThat(new Evidence(2, 0).bound()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(Evidence.NONE.bound()).isZero();
  }

  @Test
  void anotherProjectSeesNothingOfIt() {
    events.add(Samples.learned(1));
    assertThat(Habits.of(events, "/elsewhere"::equals, 10).all()).isEmpty();
  }

  @Test
  void whatIsForgottenIsGoneAndCanBeLearnedAgain() {
    events.add(Samples.learned(1));
    judge(Event.Feedback.TAKEN);
    events.add(new Event.Forgotten("f", 3, List.of(ID)));
    assertThat(habits().all()).isEmpty();
    assertThat(Compaction.of(events, 10)).isEmpty();
    events.add(Samples.learned(2));
    assertThat(habit().repairs()).hasSize(1);
    events.add(new Event.Forgotten("g", 4, List.of("project:" + PROJECT)));
    assertThat(habits().all()).isEmpty();
  }

  private void miss(int number) {
    Event.Learned other = (Event.Learned) Samples.learned(number);
    events.add(
        new Event.Learned(
            "m" + number, number, other.episode(), List.of(), List.of(), List.of(ID), List.of()));
  }

  private void judge(Event.Feedback feedback) {
    events.add(new Event.Judged("j" + events.size(), 2, PROJECT, ID, feedback));
  }

  private Habit habit() {
    return habits().find(ID).orElseThrow();
  }

  private Habits habits() {
    return Habits.of(events, PROJECT::equals, 10);
  }
}
