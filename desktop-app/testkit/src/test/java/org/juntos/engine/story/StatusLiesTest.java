package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusView.State;
import org.juntos.relay.limit.Verdict;
import org.juntos.store.Profile;
import org.juntos.store.outbox.Outbox;
import org.juntos.testkit.lie.Lies;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What a lying relay, and a contact with a program of their own, can do with statuses, and what
/// they cannot.
final class StatusLiesTest extends StatusStory {
  @Test
  void a_file_that_is_withheld_is_said_to_be_and_can_be_had_later() throws Exception {
    relay.lie(
        new Lies() {
          @Override
          public @Nullable MessageId status(AccountId author, MessageId status) {
            return null;
          }
        });
    var id = postFile(alice, "photo.jpg");
    world.settle();
    assertFailed("status-gone");
    relay.beHonest();
    look(bob, alice, id);
    assertArrayEquals(shown("photo.jpg"), content(bob, only(bob, alice)));
  }

  private void assertFailed(String code) {
    var status = of(bob, alice).getLast();
    var failure = status.failure();
    assertNotNull(failure);
    assertEquals(code, failure.code());
    assertEquals(State.FAILED, status.state());
    assertThrows(IOException.class, () -> content(bob, status));
  }

  @Test
  void another_status_in_its_place_is_never_shown() throws Exception {
    var first = new AtomicReference<@Nullable MessageId>();
    relay.lie(
        new Lies() {
          @Override
          public @Nullable MessageId status(AccountId author, MessageId status) {
            return first.updateAndGet(known -> known == null ? status : known);
          }
        });
    postFile(alice, "photo-a.jpg");
    world.settle();
    postFile(alice, "photo-b.jpg");
    world.settle();
    assertEquals(State.HERE, of(bob, alice).getFirst().state());
    assertFailed("status-tampered");
  }

  @Test
  void a_file_with_one_byte_changed_is_never_shown() throws Exception {
    relay.lie(BlobLies.changedAt(20));
    var id = postFile(alice, "photo.jpg");
    world.settle();
    assertFailed("status-tampered");
    relay.beHonest();
    look(bob, alice, id);
    assertArrayEquals(shown("photo.jpg"), content(bob, only(bob, alice)));
  }

  @Test
  void a_file_that_never_ends_is_not_fetched_on() throws Exception {
    var endless = new BlobLies.Endless();
    relay.lie(endless);
    postFile(alice, "photo.jpg");
    world.settle();
    assertEquals(0, endless.taken());
    assertFailed("status-tampered");
  }

  @Test
  void an_old_status_does_not_come_again_however_often_it_is_delivered() throws Exception {
    var seen = new ArrayList<Delivered>();
    relay.lie(
        new Lies() {
          @Override
          public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
            if (to.account().equals(bob.account())) {
              seen.addAll(honest);
            }
            return honest;
          }
        });
    post(alice, "today");
    world.settle();
    relay.beHonest();
    assertEquals(List.of("today"), texts(bob, alice));
    again(seen);
    assertEquals(List.of("today"), texts(bob, alice));
    pass(DAY.plusHours(3));
    again(seen);
    assertEquals(List.of(), texts(bob, alice));
  }

  private void again(List<Delivered> seen) throws InterruptedException {
    var device = new DeviceAddress(bob.account(), DeviceAddress.PRIMARY_DEVICE);
    for (var one : List.copyOf(seen)) {
      var at = world.clock().instant();
      relay.deliver(device, new Delivered(UUID.randomUUID(), 0, at, one.ciphertext()));
    }
    world.settle();
  }

  @Test
  void a_relay_whose_clock_stands_still_keeps_nothing_longer() throws Exception {
    var begun = world.clock().instant();
    relay.lie(
        new Lies() {
          @Override
          public Instant now(Instant honest) {
            return begun;
          }
        });
    postFile(alice, "photo.jpg");
    world.settle();
    pass(DAY);
    bob.done(new Intent.Reconnect());
    world.settle();
    assertEquals(List.of(), of(bob, alice));
    assertEquals(0, files(bob));
    assertEquals(List.of(), mine(alice));
  }

  @Test
  void nobody_reads_a_file_with_another_key_or_by_asking_under_their_own_name() throws Exception {
    var carol = person("Carol");
    var id = postFile(alice, "photo.jpg");
    world.settle();
    var statuses = world.relay().services().ofAccounts().statuses();
    for (var key : List.of(Bytes.EMPTY, Bytes.of(new byte[16]), carol.account().bytes())) {
      var answer = statuses.file(alice.account(), id.value(), key);
      assertEquals(Verdict.Refused.class, answer.getClass());
    }
  }

  @Test
  void a_status_of_tomorrow_lasts_no_longer_and_one_of_yesterday_is_not_shown() throws Exception {
    var now = world.clock().instant();
    forge(posted("from tomorrow", now.plus(Duration.ofDays(5))));
    forge(posted("from yesterday", now.minus(DAY.plusHours(1))));
    forge(posted("from before the clock", Instant.EPOCH));
    assertEquals(List.of("from tomorrow"), texts(bob, alice));
    pass(DAY);
    assertEquals(List.of(), texts(bob, alice));
  }

  @Test
  void more_than_a_hundred_a_day_are_not_taken() throws Exception {
    var now = world.clock().instant();
    var many = new ArrayList<StatusContent>();
    for (int i = 0; i < 103; i++) {
      many.add(posted("number " + i, now));
    }
    forge(many.toArray(StatusContent[]::new));
    assertEquals(100, of(bob, alice).size());
  }

  @Test
  void nobody_takes_back_or_has_seen_what_is_not_theirs_to() throws Exception {
    var carol = person("Carol");
    world.introduce(bob, carol);
    var carols = post(carol, "mine");
    var bobs = posted(bob.submit(new Intent.PostStatus("only carol", 0, null, only(carol))));
    world.settle();
    forge(
        new StatusContent.Deleted(carols),
        new StatusContent.Deleted(bobs),
        new StatusContent.Seen(List.of(bobs), world.clock().instant()),
        new StatusContent.Muted(carol.account(), true),
        new StatusContent.Audience(true, List.of(), true));
    assertEquals(List.of("mine"), texts(bob, carol));
    assertEquals(List.of("only carol"), mine(bob).stream().map(StatusView::text).toList());
    assertEquals(List.of("only carol"), texts(carol, bob));
    assertEquals(0, mine(bob).getFirst().seenBy());
    assertEquals(false, view(bob).others().getFirst().muted());
    assertEquals(only(carol), view(bob).audience());
  }

  @Test
  void one_that_was_taken_back_does_not_come_late() throws Exception {
    var id = new MessageId(UUID.randomUUID());
    forge(new StatusContent.Deleted(id));
    var from = alice.account();
    alice.between(profile -> job(from, profile, id, posted("late", world.clock().instant())));
    world.settle();
    assertEquals(List.of(), of(bob, alice));
  }

  private static StatusContent posted(String text, Instant at) {
    return new StatusContent.Posted(StatusContent.Kind.TEXT, text, 0, null, at, List.of());
  }

  /// Alice sends to Bob what her program would not.
  private void forge(StatusContent... contents) throws Exception {
    var from = alice.account();
    alice.between(profile -> {
      for (var content : contents) {
        job(from, profile, new MessageId(UUID.randomUUID()), content);
      }
      return true;
    });
    world.settle();
  }

  private boolean job(AccountId from, Profile profile, MessageId id, StatusContent content) {
    return profile
        .store()
        .write(txn -> {
          var to = txn.contacts().find(bob.account());
          assertNotNull(to);
          txn.outbox()
              .add(
                  new Outbox.NewJob(
                      to.account(),
                      to.identityKey(),
                      ConversationId.ofTwo(from, to.account()),
                      id,
                      0,
                      Outbox.Kind.CONTACT,
                      ContentCodec.encodeContent(content),
                      world.clock().instant()));
          return true;
        });
  }
}
