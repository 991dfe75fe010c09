package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// A relay that is slow, or does not answer, is not taken for one that lies.
final class HonestTroubleTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 37);
    circle.made(circle.ben());
    circle.said(circle.ana(), "hello");
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void answer(Person person, Answering answering) {
    circle
        .relay()
        .lie(
            new Lies() {
              @Override
              public GroupApi groups(DeviceAddress asking, GroupApi honest) {
                return asking.account().equals(person.account()) ? answering.with(honest) : honest;
              }
            });
  }

  /// How somebody is answered.
  @FunctionalInterface
  private interface Answering {
    GroupApi with(GroupApi honest);
  }

  private void assertAllIsWell() throws InterruptedException {
    assertEquals("", circle.trouble(circle.ben()));
    assertEquals(3, circle.members(circle.ben()).size());
    circle.said(circle.ben(), "welcome");
    assertEquals(List.of("welcome"), circle.heard(circle.carla()));
  }

  @Test
  void of_two_looks_at_the_same_time_neither_suspects_what_the_other_has_applied()
      throws Exception {
    var again = new boolean[] {true};
    answer(
        circle.ben(),
        honest ->
            new PassedGroups(honest) {
              @Override
              public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
                var changes = honest.changes(shown, from);
                if (again[0]) {
                  again[0] = false;
                  checks(circle.ben());
                }
                return changes;
              }
            });
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
    assertEquals(false, again[0]);
    assertAllIsWell();
  }

  private void checks(Person person) {
    try {
      circle.check(person);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void who_came_by_a_link_is_believed_as_soon_as_their_key_can_be_asked_for() throws Exception {
    var silent = new boolean[] {true};
    answer(
        circle.ben(),
        honest ->
            new PassedGroups(honest) {
              @Override
              public RelayResult<Bundles> bundles(AccountId account, org.juntos.wire.Bytes token)
                  throws IOException {
                if (silent[0]) {
                  throw new IOException("no answer");
                }
                return honest.bundles(account, token);
              }
            });
    var made = circle.tries(circle.ana(), new GroupWish.MakeLink(null, 0, false));
    circle.world().settle();
    circle.carla().done(new Intent.JoinGroup(((Outcome.GroupLinked) made).link()));
    circle.world().settle();
    assertEquals("", circle.trouble(circle.ben()));
    silent[0] = false;
    circle.world().settle();
    assertAllIsWell();
  }
}
