package org.juntos.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Choice;
import org.juntos.content.Choice.QuietHours;
import org.juntos.content.Choice.QuietUntil;
import org.juntos.content.ConversationId;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.Quiet;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.notice.NoticeRules.Arrival;
import org.juntos.ui.notice.NoticeRules.Circumstances;
import org.juntos.ui.notice.NoticeRules.Why;

class NoticeRulesTest {
  private static final ConversationId HERE = Samples.ANA.conversation();
  private static final ConversationId THERE = Samples.contact("Tom").conversation();
  private static final Quiet QUIET =
      new Quiet(QuietHours.OFF, new QuietUntil(true, Choice.FOREVER));

  private static ChosenView chosen(Instant mutedUntil, Notices notices) {
    return new ChosenView(mutedUntil, notices, NoticeSound.USUAL, false, 0, false, Set.of());
  }

  private static Arrival arrival(ChosenView chosen) {
    return new Arrival(HERE, Standing.ACCEPTED, chosen, false, false, false, false);
  }

  private static Circumstances in(Quiet quiet, boolean on, @Nullable ConversationId looking) {
    return new Circumstances(Samples.NOON, ZoneOffset.UTC, quiet, on, looking);
  }

  private static final Circumstances PLAIN = in(Quiet.NONE, true, null);

  @Test
  void a_message_of_a_contact_is_told() {
    assertEquals(Why.TOLD, NoticeRules.judge(arrival(ChosenView.NONE), PLAIN));
    assertEquals(
        Why.TOLD, NoticeRules.judge(arrival(ChosenView.NONE), in(Quiet.NONE, true, THERE)));
  }

  @Test
  void each_reason_alone_keeps_it_quiet() {
    var plain = arrival(ChosenView.NONE);
    assertEquals(Why.OFF, NoticeRules.judge(plain, in(Quiet.NONE, false, null)));
    assertEquals(Why.QUIET, NoticeRules.judge(plain, in(QUIET, true, null)));
    assertEquals(Why.LOOKED_AT, NoticeRules.judge(plain, in(Quiet.NONE, true, HERE)));
    assertEquals(Why.MUTED, judge(chosen(Choice.FOREVER, Notices.ALL)));
    assertEquals(Why.UNWANTED, judge(chosen(Instant.EPOCH, Notices.NOTHING)));
    assertEquals(Why.UNWANTED, judge(chosen(Instant.EPOCH, Notices.MENTIONS)));
    assertEquals(Why.OWN, judge(Standing.ACCEPTED, true, false, false));
    assertEquals(Why.SEEN, judge(Standing.ACCEPTED, false, true, false));
    assertEquals(Why.SILENT, judge(Standing.ACCEPTED, false, false, true));
    assertEquals(Why.STRANGER, judge(Standing.ASKING, false, false, false));
    assertEquals(Why.STRANGER, judge(Standing.BLOCKED, false, false, false));
    assertEquals(Why.TOLD, judge(Standing.MEMBER, false, false, false));
  }

  private static Why judge(ChosenView chosen) {
    return NoticeRules.judge(arrival(chosen), PLAIN);
  }

  private static Why judge(Standing standing, boolean own, boolean seen, boolean silent) {
    var arrival = new Arrival(HERE, standing, ChosenView.NONE, own, seen, false, silent);
    return NoticeRules.judge(arrival, PLAIN);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_is_told_nothing_speaks_against(long seed) {
    var random = new Random(seed);
    int told = 0;
    for (int i = 0; i < 20_000; i++) {
      var muted = Samples.NOON.plusSeconds(random.nextInt(-5, 6));
      var notices = any(random, Notices.values());
      boolean addressed = random.nextBoolean();
      var standing = any(random, Standing.values());
      boolean own = random.nextInt(4) == 0;
      boolean seen = random.nextInt(4) == 0;
      boolean silent = random.nextInt(4) == 0;
      var arrival =
          new Arrival(HERE, standing, chosen(muted, notices), own, seen, addressed, silent);
      var quiet = random.nextInt(4) == 0 ? QUIET : Quiet.NONE;
      var looking = random.nextInt(4) == 0 ? HERE : random.nextBoolean() ? THERE : null;
      boolean on = random.nextInt(8) != 0;
      if (NoticeRules.judge(arrival, in(quiet, on, looking)) == Why.TOLD) {
        told++;
        assertFalse(own || seen || silent || quiet.equals(QUIET) || HERE.equals(looking));
        assertTrue(on && !muted.isAfter(Samples.NOON));
        assertTrue(notices == Notices.ALL || (notices == Notices.MENTIONS && addressed));
        assertTrue(
            Set.of(Standing.ACCEPTED, Standing.MEMBER, Standing.REQUESTED).contains(standing));
      }
    }
    assertTrue(told > 100, "only " + told + ", seed " + seed);
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void notices_that_follow_each_other_at_once_sound_once() {
    assertEquals(NoticeSound.DROP, NoticeRules.sound(NoticeSound.DROP, null, Samples.NOON));
    assertEquals(
        NoticeSound.SILENT,
        NoticeRules.sound(NoticeSound.DROP, Samples.NOON, Samples.NOON.plusSeconds(2)));
    assertEquals(
        NoticeSound.DROP,
        NoticeRules.sound(NoticeSound.DROP, Samples.NOON, Samples.NOON.plusSeconds(3)));
    assertEquals(
        NoticeSound.DROP,
        NoticeRules.sound(NoticeSound.DROP, Samples.NOON, Samples.NOON.minusSeconds(900)),
        "a clock that was put back");
  }
}
