package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.GroupView;
import org.juntos.testkit.lie.Lies;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupState;

/// A relay that says once more, or late, what members have really signed.
final class ReplayedRemovalTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 31);
    circle.made(circle.ben(), circle.carla());
    circle.said(circle.ana(), "hello");
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void removeCarla() throws InterruptedException {
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
  }

  private void addCarla() throws InterruptedException {
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
  }

  private void assertAllIsWell() throws InterruptedException {
    circle.relay().beHonest();
    circle.check(circle.ben());
    circle.world().settle();
    circle.said(circle.ben(), "all are here");
    assertTrue(circle.heard(circle.ana()).contains("all are here"));
    assertTrue(circle.heard(circle.carla()).contains("all are here"));
    circle.said(circle.carla(), "so we are");
    assertTrue(circle.heard(circle.ben()).contains("so we are"));
  }

  @Test
  void a_removal_that_is_put_in_again_after_the_member_came_back_is_not_followed()
      throws Exception {
    removeCarla();
    addCarla();
    circle.relay().lie(replaying(change -> change.getActions(0).hasRemove()));
    circle.ben().submit(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertEquals("group-unsigned", circle.trouble(circle.ben()));
    assertEquals("group-unsigned", circle.refusal(circle.ben()));
    assertTrue(circle.members(circle.ben()).contains(circle.carla().account()));
    assertAllIsWell();
  }

  @Test
  void a_join_that_is_put_in_again_after_the_link_was_taken_back_lets_nobody_in() throws Exception {
    removeCarla();
    var made = circle.tries(circle.ana(), new GroupWish.MakeLink(null, 0, false));
    circle.carla().done(new Intent.JoinGroup(((Outcome.GroupLinked) made).link()));
    circle.world().settle();
    removeCarla();
    circle.does(circle.ana(), new GroupWish.DropLink());
    circle.relay().lie(replaying(change -> change.getActions(0).hasJoinByLink()));
    circle.ben().submit(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertEquals("group-unsigned", circle.trouble(circle.ben()));
    assertFalse(circle.members(circle.ben()).contains(circle.carla().account()));
  }

  @Test
  void a_farewell_that_comes_only_after_the_member_was_let_in_again_takes_nobody_out()
      throws Exception {
    var carla = new DeviceAddress(circle.carla().account(), DeviceAddress.PRIMARY_DEVICE);
    var late = new ArrayList<Delivered>();
    circle.relay().lie(holdingBack(carla, late));
    removeCarla();
    circle.relay().beHonest();
    addCarla();
    assertFalse(late.isEmpty());
    for (int times = 0; times < 2; times++) {
      for (var envelope : late) {
        var id = times == 0 ? envelope.id() : new UUID(7, envelope.id().getLeastSignificantBits());
        circle
            .relay()
            .deliver(
                carla,
                new Delivered(
                    id, envelope.sequence(), envelope.acceptedAt(), envelope.ciphertext()));
      }
      circle.world().settle();
      assertEquals(GroupView.Standing.MEMBER, circle.seen(circle.carla()).standing());
      assertEquals("", circle.trouble(circle.carla()));
    }
    assertAllIsWell();
  }

  private static Lies holdingBack(DeviceAddress from, List<Delivered> late) {
    return new Lies() {
      @Override
      public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
        if (!to.equals(from)) {
          return honest;
        }
        late.addAll(honest);
        return List.of();
      }
    };
  }

  /// Which of the changes that were made.
  @FunctionalInterface
  private interface Chosen {
    boolean is(GroupChange change);
  }

  private static Lies replaying(Chosen chosen) {
    return new Lies() {
      @Override
      public GroupApi groups(GroupApi honest) {
        return new Replaying(honest, chosen);
      }
    };
  }

  /// Says that the newest change is one from before, with all that was signed of it.
  private static final class Replaying extends PassedGroups {
    private final GroupApi honest;
    private final Chosen chosen;

    Replaying(GroupApi honest, Chosen chosen) {
      super(honest);
      this.honest = honest;
      this.chosen = chosen;
    }

    @Override
    public RelayResult<Answer> look(Shown shown) throws IOException {
      var old = old(shown);
      return honest
          .look(shown)
          .map(seen -> {
            var state = state(seen.state());
            var later = state.toBuilder().setRevision(state.getRevision() + 1).build();
            return new Answer(
                Bytes.of(later.toByteArray()), GroupStates.hash(old), seen.endorsements());
          });
    }

    @Override
    public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
      return new RelayResult.Ok<>(new Changes(List.of(Bytes.of(old(shown).toByteArray())), false));
    }

    private GroupChange old(Shown shown) throws IOException {
      if (honest.changes(shown, 0) instanceof RelayResult.Ok<Changes>(var all)) {
        for (var change : all.changes()) {
          var parsed = change(change);
          if (chosen.is(parsed)) {
            return parsed;
          }
        }
      }
      throw new AssertionError("no such change");
    }

    private static GroupChange change(Bytes bytes) {
      try {
        return GroupChange.parseFrom(bytes.toArray());
      } catch (InvalidProtocolBufferException malformed) {
        throw new AssertionError(malformed);
      }
    }

    private static GroupState state(Bytes bytes) {
      try {
        return GroupState.parseFrom(bytes.toArray());
      } catch (InvalidProtocolBufferException malformed) {
        throw new AssertionError(malformed);
      }
    }
  }
}
