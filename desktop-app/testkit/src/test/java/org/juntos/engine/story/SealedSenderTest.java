package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ContactLink;
import org.juntos.content.ConversationId;
import org.juntos.content.MalformedLinkException;
import org.juntos.content.ProfileKey;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.Event;
import org.juntos.store.Profile;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.ContactAccess;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// What the relay sees of who sends to whom.
class SealedSenderTest {
  private static final AccountId NOBODY = LyingRelay.NOBODY.account();

  @TempDir Path folder;
  private final LyingRelay relay = new LyingRelay();
  private World world;
  private Person alice;
  private Person bob;

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    world = new World(folder, 8);
    alice = world.person("Alice", relay::over);
    bob = world.person("Bob", relay::over);
  }

  @AfterEach
  void end() {
    world.close();
  }

  /// Who has handed in what was sent since there were so many.
  private Set<AccountId> sendersSince(int before) {
    return relay.sent().subList(before, relay.sent().size()).stream()
        .map(sent -> sent.from().account())
        .collect(Collectors.toSet());
  }

  private void assertTalkUnseen() throws InterruptedException {
    int before = relay.sent().size();
    var there = alice.write(bob, "unseen");
    world.settle();
    bob.write(alice, "me too");
    world.settle();
    bob.done(new Intent.MarkSeen(bob.with(alice), there));
    world.settle();
    assertEquals(Stage.SEEN, alice.stage(there));
    assertEquals("me too", alice.textsOf(bob).getLast());
    assertEquals(Set.of(NOBODY), sendersSince(before));
    assertTrue(alice.contact(bob).sealed());
    assertTrue(bob.contact(alice).sealed());
  }

  @Test
  void only_the_request_says_who_asks_all_that_follows_says_nothing() throws Exception {
    alice.add(bob);
    alice.write(bob, "it is me");
    world.settle();
    assertEquals(Set.of(alice.account()), sendersSince(0));
    assertFalse(alice.contact(bob).sealed());
    int asked = relay.sent().size();
    bob.accept(alice);
    world.settle();
    assertEquals(Set.of(NOBODY), sendersSince(asked));
    assertEquals(List.of("it is me"), bob.textsOf(alice));
    assertTalkUnseen();
  }

  @Test
  void a_message_that_is_denied_asks_and_none_is_lost() throws Exception {
    world.introduce(alice, bob);
    var access = world.relay().services().access().keys();
    access.set(bob.account(), Bytes.ofHex("ee".repeat(16)), 0); // the relay has lost the real one
    int before = relay.sent().size();
    var texts = List.of("one", "two", "three");
    for (var text : texts) {
      alice.write(bob, text);
    }
    world.settle();
    assertEquals(texts, bob.textsOf(alice));
    var senders = relay.sent().stream().skip(before).filter(sent -> sent.isNotFor(alice.account()));
    assertEquals(
        Set.of(NOBODY, alice.account()),
        senders.map(sent -> sent.from().account()).collect(Collectors.toSet()));
    assertFalse(alice.contact(bob).sealed());

    bob.restart(); // and sees to it that the relay has it
    world.settle();
    world.clock().advance(Duration.ofHours(2));
    alice.write(bob, "by name or not");
    world.settle();
    assertTalkUnseen();
  }

  @Test
  void another_key_is_handed_over_with_the_next_message() throws Exception {
    world.introduce(alice, bob);
    bob.between(profile -> settle(profile, "access.revision", "2", "access.profileKey", 7));
    world.settle();
    bob.write(alice, "here is my other key");
    world.settle();
    assertTalkUnseen();
  }

  private static boolean settle(
      Profile profile, String text, String value, String blob, int filledWith) {
    var bytes = new byte[ProfileKey.BYTES];
    bytes[0] = (byte) filledWith;
    profile
        .store()
        .write(txn -> {
          txn.settings().put(text, value);
          txn.settings().putBlob(blob, bytes);
          return true;
        });
    return true;
  }

  @Test
  void contacts_from_before_there_were_keys_move_over_by_themselves() throws Exception {
    world.introduce(alice, bob);
    alice.between(profile -> forgetKeys(profile, bob));
    bob.between(profile -> forgetKeys(profile, alice));
    int before = relay.sent().size();
    alice.write(bob, "as before");
    world.settle();
    assertEquals(List.of("as before"), bob.textsOf(alice));
    assertTrue(sendersSince(before).contains(alice.account()));
    assertTalkUnseen();
  }

  /// As a profile of a version was that knew no keys.
  private static boolean forgetKeys(Profile profile, Person other) {
    return profile
        .store()
        .write(txn -> {
          txn.contacts().put(other.account(), ContactAccess.NONE);
          for (var setting : List.of("profileKey", "revision", "revisionAtRelay")) {
            txn.settings().remove("access." + setting);
          }
          return true;
        });
  }

  @Test
  void who_has_put_back_a_backup_is_given_the_key_again() throws Exception {
    world.introduce(alice, bob);
    bob.restart(); // leaves a snapshot
    world.settle();
    bob.loseAndRestore();
    world.settle();
    alice.write(bob, "still there?");
    world.settle();
    assertTalkUnseen();
  }

  @Test
  void who_sends_without_asking_is_denied_and_not_heard() throws Exception {
    var mallory = world.person("Mallory", relay::over);
    var sender = mallory.account();
    mallory.between(profile -> presume(profile, sender, bob.link()));
    int before = relay.sent().size();
    mallory.write(bob, "buy this");
    world.settle();
    assertEquals(Set.of(NOBODY, mallory.account()), sendersSince(before));
    assertEquals(List.of(), bob.models().contacts().value());
    assertEquals(List.of(), bob.models().conversations().value());
    assertEquals(List.of(), bob.textsOf(mallory));
  }

  /// A contact who knows nothing of it, with a key that is made up.
  private static boolean presume(Profile profile, AccountId sender, String link) {
    try {
      var to = ContactLink.parse(link);
      var conversation = ConversationId.ofTwo(sender, to.account());
      var key = new ProfileKey(Bytes.ofHex("5a".repeat(ProfileKey.BYTES)));
      var contact =
          new Contact(
              to.account(),
              "Bob",
              Contact.State.ACCEPTED,
              to.identityKey(),
              false,
              Bytes.EMPTY,
              to.relay(),
              Instant.EPOCH);
      return profile
          .store()
          .write(txn -> {
            txn.contacts().put(contact);
            txn.contacts().put(to.account(), ContactAccess.NONE.taken(key, Instant.EPOCH));
            txn.history().open(conversation, to.account(), Instant.EPOCH);
            return true;
          });
    } catch (MalformedLinkException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void too_many_requests_to_strangers_wait_and_messages_to_them_say_so() throws Exception {
    var kept = new TooOften[1];
    var carol =
        world.person(
            "Carol",
            links -> {
              kept[0] = new TooOften(links);
              return kept[0];
            });
    var told = new ArrayList<String>();
    try (var _ = carol.models().events(event -> note(event, told))) {
      kept[0].on = true;
      carol.add(bob);
      var message = carol.write(bob, "me again");
      world.settle();
      assertEquals(Stage.FAILED, carol.stage(message));
      assertEquals(List.of(), bob.models().contacts().value());
      assertTrue(told.contains("asked-too-often"), told.toString());

      kept[0].on = false;
      world.clock().advance(Duration.ofHours(9));
      world.settle();
      assertEquals(Standing.ASKING, bob.contact(carol).standing());
      carol.done(new Intent.RetryMessage(message));
      world.settle();
      assertEquals(List.of("me again"), bob.textsOf(carol));
    }
  }

  private static void note(Event event, List<String> told) {
    if (event instanceof Event.Trouble(var problem)) {
      told.add(problem.code());
    }
  }

  /// Takes nothing for strangers as long as it is on.
  private static final class TooOften extends MeddlingLinks {
    private boolean on;

    TooOften(RelayLinks real) {
      super(real);
    }

    @Override
    @Nullable SendOutcome answer(SendRequest request) {
      return on && request.accessKey().isNone()
          ? new SendOutcome.AskedTooOften(request.requestId(), Duration.ofHours(8))
          : null;
    }
  }

  @Test
  void a_relay_without_anonymous_streams_is_still_good_for_messages() throws Exception {
    var dora = world.person("Dora", OldRelay::new);
    world.introduce(dora, bob);
    var message = dora.write(bob, "by name");
    world.settle();
    assertEquals(Stage.DELIVERED, dora.stage(message));
  }

  private static final class OldRelay extends MeddlingLinks {
    OldRelay(RelayLinks real) {
      super(real);
    }

    @Override
    public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
      var stream = super.openAnonymous(relay, new Deaf());
      stream.close();
      listener.closed(new StreamClosed.Refused(ErrorCode.NOT_FOUND, "", null, ""));
      return stream;
    }
  }

  private static final class Deaf implements StreamListener {
    @Override
    public void opened() {}

    @Override
    public void delivered(List<Delivered> envelopes) {}

    @Override
    public void results(List<SendOutcome> outcomes) {}

    @Override
    public void queueEmpty() {}

    @Override
    public void prekeysLow() {}

    @Override
    public void closed(StreamClosed why) {}
  }
}
