package org.juntos.relay.limit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.wire.Bytes;
import org.juntos.wire.Work;

class WorkChallengesTest {
  private static final int BITS = 8;
  private static final String REQUEST = "POST /v1/accounts";
  private static final byte[] BODY = "body".getBytes(StandardCharsets.US_ASCII);

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final WorkChallenges challenges = new WorkChallenges(clock, new Random(1));

  /// Solves a challenge with exactly, or at least, so many bits.
  private static String solved(String challenge, byte[] body, int least, int most) {
    var work = new Work(Bytes.of(Base64.getUrlDecoder().decode(challenge)), body);
    long number = 0;
    while (work.bits(number) < least || work.bits(number) > most) {
      number++;
    }
    return String.format(Locale.ROOT, "%s.%016x", challenge, number);
  }

  private static String solved(String challenge) {
    return solved(challenge, BODY, BITS, 64);
  }

  private boolean accepts(String solution) {
    return challenges.accepts(solution, REQUEST, BODY, BITS);
  }

  @Test
  void a_solution_serves_once() {
    var solution = solved(challenges.challenge(REQUEST, BITS));
    assertTrue(accepts(solution));
    assertFalse(accepts(solution), "a replay");
    assertTrue(accepts(solved(challenges.challenge(REQUEST, BITS))));
  }

  @Test
  void another_number_does_not_make_a_used_challenge_new() {
    var challenge = challenges.challenge(REQUEST, 1);
    assertTrue(challenges.accepts(solved(challenge, BODY, 1, 1), REQUEST, BODY, 1));
    assertFalse(challenges.accepts(solved(challenge, BODY, 2, 2), REQUEST, BODY, 1));
  }

  @Test
  void a_solution_is_of_one_body_and_one_request() {
    var solution = solved(challenges.challenge(REQUEST, BITS));
    var other = "other".getBytes(StandardCharsets.US_ASCII);
    int wrong = 0;
    for (int i = 0; i < 8; i++) { // one in 256 fits by chance
      var each = solved(challenges.challenge(REQUEST, BITS));
      wrong += challenges.accepts(each, REQUEST, other, BITS) ? 1 : 0;
    }
    assertTrue(wrong < 4, "another body");
    assertFalse(challenges.accepts(solution, "POST /v1/registration/open", BODY, BITS));
    assertTrue(accepts(solution));
  }

  @Test
  void what_is_too_easy_is_not_taken_and_a_little_is_forgiven_while_demand_rises() {
    var little = solved(challenges.challenge(REQUEST, BITS), BODY, 0, BITS - 1);
    assertFalse(accepts(little), "unsolved");
    var before = solved(challenges.challenge(REQUEST, BITS));
    assertFalse(challenges.accepts(before, REQUEST, BODY, BITS + 3), "from quiet times");
    assertTrue(challenges.accepts(before, REQUEST, BODY, BITS + 2));
  }

  @Test
  void a_challenge_is_over_after_two_minutes_and_does_not_come_from_the_future() {
    var early = solved(challenges.challenge(REQUEST, BITS));
    var late = solved(challenges.challenge(REQUEST, BITS));
    clock.advance(Duration.ofSeconds(119));
    assertTrue(accepts(early));
    clock.advance(Duration.ofSeconds(1));
    assertFalse(accepts(late));
    assertFalse(accepts(early), "a replay");
    var next = solved(challenges.challenge(REQUEST, BITS));
    clock.advance(Duration.ofSeconds(-1));
    assertFalse(accepts(next));
  }

  @Test
  void what_another_process_or_nobody_gave_out_is_not_taken() {
    var others = new WorkChallenges(clock, new Random(2));
    assertFalse(accepts(solved(others.challenge(REQUEST, BITS))));
    var own = Base64.getUrlDecoder().decode(challenges.challenge(REQUEST, BITS));
    own[1] = 6; // fewer bits than were asked for
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(own);
    assertFalse(accepts(solved(forged)));
    for (var text : new String[] {"", ".", "x", "a".repeat(46) + ".0", "a".repeat(46)}) {
      assertFalse(accepts(text), text);
    }
  }
}
