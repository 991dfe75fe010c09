package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.Binding;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Padding;

/// Envelopes that were written by, for or in something else than they make believe.
final class MisdirectionTest {
  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);
  private final Party carol = Party.register(relay, clock);

  @BeforeEach
  void establish() {
    alice.establish(bob);
  }

  private void refused(Binding binding) {
    var before = bob.records.snapshot();
    var sealed = new Forger(alice).seal(bob, ContentCodec.encode(binding, Party.text("psst")));
    assertEquals(new Opened.Misdirected(binding), bob.open(sealed));
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void another_sender_account() {
    var honest = alice.binding(bob.address());
    refused(
        new Binding(
            carol.address(),
            bob.address(),
            ConversationId.ofTwo(carol.account(), bob.account()),
            honest.messageId(),
            1));
    refused(
        new Binding(carol.address(), bob.address(), honest.conversation(), honest.messageId(), 1));
  }

  @Test
  void another_sender_device() {
    var honest = alice.binding(bob.address());
    refused(
        new Binding(
            new DeviceAddress(alice.account(), 2),
            bob.address(),
            honest.conversation(),
            honest.messageId(),
            1));
  }

  @Test
  void another_recipient_account() {
    var honest = alice.binding(bob.address());
    refused(
        new Binding(
            alice.address(), carol.address(), honest.conversation(), honest.messageId(), 1));
  }

  @Test
  void another_recipient_device() {
    var honest = alice.binding(bob.address());
    refused(
        new Binding(
            alice.address(),
            new DeviceAddress(bob.account(), 2),
            honest.conversation(),
            honest.messageId(),
            1));
  }

  @Test
  void another_conversation() {
    var honest = alice.binding(bob.address());
    refused(
        new Binding(
            alice.address(),
            bob.address(),
            new ConversationId(UUID.randomUUID()),
            honest.messageId(),
            1));
    refused(
        new Binding(
            alice.address(),
            bob.address(),
            ConversationId.ofTwo(alice.account(), carol.account()),
            honest.messageId(),
            1));
  }

  @Test
  void the_same_in_an_answered_session() {
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
    var honest = alice.binding(bob.address());
    var here = honest.conversation();
    refused(new Binding(carol.address(), bob.address(), here, honest.messageId(), 2));
    refused(new Binding(alice.address(), carol.address(), here, honest.messageId(), 2));
    var elsewhere = ConversationId.ofTwo(alice.account(), carol.account());
    refused(new Binding(alice.address(), bob.address(), elsewhere, honest.messageId(), 2));
    assertEquals("three", bob.read(alice.send(bob, "three")));
  }

  @Test
  void a_first_message_that_the_relay_relabelled_as_another_account() {
    var binding = alice.binding(bob.address());
    var forger = new Forger(alice);
    var message = forger.encrypt(bob.address(), ContentCodec.encode(binding, Party.text("hi")));
    var lie =
        relay.certify(
            carol.address(),
            UncheckedKeys.ec(alice.local().identityKey()),
            clock.instant().plusSeconds(60));
    var before = bob.records.snapshot();
    assertEquals(new Opened.Misdirected(binding), bob.open(forger.wrap(bob, message, lie)));
    assertEquals(before, bob.records.snapshot());
    assertEquals("hi", bob.read(forger.wrap(bob, message, alice.certificate())));
  }

  @Test
  void unknown_content_is_held_to_its_binding_too() {
    var honest = alice.binding(bob.address());
    var foreign =
        new Binding(alice.address(), carol.address(), honest.conversation(), honest.messageId(), 1);
    var sealed = new Forger(alice).seal(bob, fromTheFuture(foreign));
    assertEquals(new Opened.Misdirected(foreign), bob.open(sealed));
  }

  @Test
  void content_from_a_newer_version_is_known_as_such_and_moves_the_session_on() {
    var binding = alice.binding(bob.address());
    var sealed = new Forger(alice).seal(bob, fromTheFuture(binding));
    assertEquals(new Opened.UnknownContent(alice.address(), binding, 77), bob.open(sealed));
    assertEquals(new Opened.Duplicate(), bob.open(sealed));
  }

  private static byte[] fromTheFuture(Binding binding) {
    var plain = Padding.unpad(ContentCodec.encode(binding, Party.text("x")));
    var withoutMessage = Forger.replace(plain, 2, new byte[0]);
    return Padding.pad(Forger.replace(withoutMessage, 77, new byte[] {1, 2, 3}));
  }

  @Test
  void an_envelope_of_someone_else_says_nothing() {
    var before = carol.records.snapshot();
    assertEquals(
        new Opened.Malformed("it is not sealed for this device"),
        carol.open(alice.send(bob, "for bob")));
    assertEquals(before, carol.records.snapshot());
  }

  @Test
  void an_envelope_for_another_device_of_the_account_is_not_read() {
    var tablet = bob.link(2);
    alice.establish(bob);
    var opened = tablet.open(alice.send(bob, "for the desktop"));
    assertInstanceOf(Opened.NoSession.class, opened);
    assertNull(tablet.crypto().trustedIdentity(alice.account()));
  }

  @Test
  void a_message_is_not_reflected_to_its_sender() {
    alice.link(2);
    var toSelf = new Forger(alice);
    var message =
        toSelf.encrypt(
            bob.address(), ContentCodec.encode(alice.binding(bob.address()), Party.text("x")));
    var reflected = toSelf.wrap(alice, message, alice.certificate());
    assertEquals(new Opened.Malformed("it claims to come from this device"), alice.open(reflected));
  }

  @Test
  void garbage_inside_a_true_session_is_malformed_and_changes_nothing() {
    var before = bob.records.snapshot();
    var sealed = new Forger(alice).seal(bob, new byte[] {1, 2, 3});
    assertInstanceOf(Opened.Malformed.class, bob.open(sealed));
    assertEquals(before, bob.records.snapshot());
    assertEquals("next", bob.read(alice.send(bob, "next")));
  }
}
