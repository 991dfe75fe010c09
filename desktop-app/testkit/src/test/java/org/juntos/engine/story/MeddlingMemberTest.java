package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.GroupContent;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.proto.GroupState;

/// What a member can do to the others with a client that does not keep to the rules, and with a
/// relay that helps: not be heard where they may not be, and not let in whom the group has not.
final class MeddlingMemberTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void people(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 37);
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private <T> T inside(Person person, Function<Transaction, T> work) throws Exception {
    return person.between(open -> open.store().write(work));
  }

  private CryptoSource cryptos() {
    return new CryptoSource(circle.world().clock(), circle.world().random());
  }

  private void lie(BiFunction<AccountId, GroupApi, GroupApi> lie) {
    circle
        .relay()
        .lie(
            new Lies() {
              @Override
              public GroupApi groups(DeviceAddress asking, GroupApi honest) {
                return lie.apply(asking.account(), honest);
              }
            });
  }

  @Test
  void who_may_not_write_is_not_heard_whatever_their_client_and_the_relay_think() throws Exception {
    circle.made(circle.ben());
    circle.said(circle.ben(), "I may");
    circle.does(circle.ana(), new GroupWish.SetRules(null, null, true));
    lie((_, honest) -> new Endorsing(honest));
    inside(
        circle.ben(),
        txn -> {
          var group = Objects.requireNonNull(txn.groups().find(circle.group()));
          var all = Set.of(circle.ana().account(), circle.ben().account());
          txn.groups().putPosters(circle.group(), group.revision(), all);
          return true;
        });
    circle.check(circle.ben());
    var message = circle.said(circle.ben(), "I may not");
    assertNotEquals(EntryView.Stage.FAILED, circle.ben().stage(message));
    assertEquals(List.of("I may"), circle.heard(circle.ana()));
    circle.does(circle.ana(), new GroupWish.SetRules(null, null, false));
    circle.said(circle.ben(), "I may again");
    assertEquals(List.of("I may", "I may again"), circle.heard(circle.ana()));
  }

  @Test
  void who_is_blocked_is_not_heard_in_a_group_either() throws Exception {
    circle.made(circle.ben(), circle.carla());
    circle.said(circle.ana(), "hello");
    circle.ben().done(new Intent.BlockContact(circle.ana().account()));
    circle.world().settle();
    circle.said(circle.ana(), "do you hear me");
    assertEquals(List.of("hello"), circle.heard(circle.ben()));
    assertEquals(List.of("hello", "do you hear me"), circle.heard(circle.carla()));
  }

  @Test
  void nobody_is_in_a_group_because_somebody_says_so() throws Exception {
    var made = new ArrayList<Bytes>();
    lie((asking, honest) ->
        asking.equals(circle.carla().account())
            ? new Welcoming(honest, made)
            : new Listening(honest, made));
    circle.made(circle.ben());
    for (int revision = 0; revision < 2; revision++) {
      inside(circle.ana(), this::introduceCarla);
      circle.world().settle();
      assertEquals("group-unsigned", circle.trouble(circle.carla()), "revision " + revision);
      assertNotEquals(GroupView.Standing.MEMBER, circle.seen(circle.carla()).standing());
      circle.does(circle.ana(), new GroupWish.Describe("Chorus", null));
    }
  }

  private boolean introduceCarla(Transaction txn) {
    var group = Objects.requireNonNull(txn.groups().find(circle.group()));
    var carla = Objects.requireNonNull(txn.contacts().find(circle.carla().account()));
    var state = group.revision() == 0 ? Bytes.EMPTY : group.state();
    new Jobs(ProfileSettings.self(txn, cryptos()), circle.world().clock(), circle.world().random())
        .member(
            txn,
            carla,
            new GroupContent.Introduction(
                group.key(), group.revision(), group.head(), state, List.of()));
    return true;
  }

  @Test
  void no_key_of_before_is_kept_when_somebody_has_left() throws Exception {
    circle.made(circle.ben(), circle.carla());
    circle.said(circle.ben(), "hello");
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    assertFalse(inside(circle.ben(), this::hasKey));
    circle.said(circle.ben(), "without Carla");
    circle.does(circle.ben(), new GroupWish.Leave());
    assertFalse(inside(circle.ben(), this::hasKey));
  }

  private boolean hasKey(Transaction txn) {
    return cryptos().in(txn).groups().hasKey(circle.group());
  }

  /// Gives everybody leave to write.
  private final class Endorsing extends PassedGroups {
    private final GroupApi honest;

    Endorsing(GroupApi honest) {
      super(honest);
      this.honest = honest;
    }

    @Override
    public RelayResult<Answer> look(Shown shown) throws IOException {
      return honest
          .look(shown)
          .map(seen -> new Answer(seen.state(), seen.head(), leave(seen.state())));
    }

    private Bytes leave(Bytes state) {
      try {
        var authority = circle.world().relay().services().ofGroups().authority();
        var names =
            GroupState.parseFrom(state.toArray()).getMembersList().stream()
                .map(member -> Bytes.of(member.getMember().toByteArray()))
                .toList();
        return authority.endorse(names, authority.expiry());
      } catch (InvalidProtocolBufferException malformed) {
        throw new AssertionError(malformed);
      }
    }
  }

  /// Hears what is changed.
  private static final class Listening extends PassedGroups {
    private final List<Bytes> made;

    Listening(GroupApi honest, List<Bytes> made) {
      super(honest);
      this.made = made;
    }

    @Override
    public RelayResult<Answer> make(Shown shown, Bytes change) throws IOException {
      made.add(change);
      return super.make(shown, change);
    }

    @Override
    public RelayResult<Answer> change(Shown shown, Bytes change, Bytes password)
        throws IOException {
      made.add(change);
      return super.change(shown, change, password);
    }
  }

  /// Shows what was changed to somebody who is not in the group.
  private static final class Welcoming extends PassedGroups {
    private final List<Bytes> made;

    Welcoming(GroupApi honest, List<Bytes> made) {
      super(honest);
      this.made = made;
    }

    @Override
    public RelayResult<Changes> changes(Shown shown, int from) {
      return new RelayResult.Ok<>(new Changes(made.subList(from, made.size()), false));
    }
  }
}
