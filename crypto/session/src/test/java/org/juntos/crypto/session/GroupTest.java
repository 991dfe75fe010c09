package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.Audience;
import org.juntos.content.Binding;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.internal.Native;

final class GroupTest {
  private static final ConversationId GROUP = new ConversationId(new UUID(1, 2));

  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party ana = Party.register(relay, clock);
  private final Party ben = Party.register(relay, clock);
  private final Party carla = Party.register(relay, clock);

  @BeforeEach
  void ana_has_sessions() {
    ana.establish(ben);
    ana.establish(carla);
  }

  private static Binding binding(Party from, ConversationId group) {
    return new Binding(
        from.address(),
        new Audience.Group(3, Bytes.of(new byte[32])),
        group,
        new MessageId(UUID.randomUUID()),
        1);
  }

  private static void tell(Party from, Party... others) {
    var key = from.crypto().groups().distribution(GROUP);
    for (var other : others) {
      assertTrue(other.crypto().groups().learn(from.address(), GROUP, key));
    }
  }

  private static SealedForMany.Ciphertext seal(Party from, String text, Party... to) {
    var devices = Arrays.stream(to).map(Party::address).toList();
    return assertInstanceOf(
        SealedForMany.Ciphertext.class, seal(from, binding(from, GROUP), text, devices));
  }

  private static SealedForMany seal(
      Party from, Binding binding, String text, List<DeviceAddress> to) {
    return from.crypto().groups().seal(to, binding, Party.text(text), from.certificate());
  }

  /// What the relay makes of it for one who is alone in it.
  private static Bytes alone(SealedForMany.Ciphertext sealed) {
    try {
      return Bytes.of(
          Native.SealedSessionCipher_MultiRecipientMessageForSingleRecipient(
              sealed.message().toArray()));
    } catch (Exception notForOne) { // as it is declared
      throw new AssertionError(notForOne);
    }
  }

  private static Opened.Post post(Opened opened) {
    return assertInstanceOf(Opened.Post.class, opened);
  }

  @Test
  void one_ciphertext_is_read_by_all_who_have_the_key() {
    tell(ana, ben, carla);
    for (var reader : List.of(ben, carla)) {
      for (int i = 0; i < 5; i++) {
        var opened = post(reader.open(alone(seal(ana, "hello " + i, reader))));
        assertEquals(ana.address(), opened.sender());
        assertEquals(Party.text("hello " + i), opened.content());
      }
    }
  }

  @Test
  void who_has_no_key_yet_can_open_the_same_bytes_later() {
    tell(ana, ben);
    var bytes = alone(seal(ana, "hello", carla));
    var before = carla.records.snapshot();
    var none = assertInstanceOf(Opened.NoSenderKey.class, carla.open(bytes));
    assertEquals(ana.address(), none.sender());
    assertEquals(GroupCrypto.keyName(ana.address(), GROUP), none.distribution().toString());
    assertEquals(before, carla.records.snapshot());
  }

  @Test
  void a_key_that_was_given_later_opens_nothing_of_before() {
    tell(ana, ben);
    var before = alone(seal(ana, "before", carla));
    tell(ana, carla);
    assertFalse(carla.open(before) instanceof Opened.Post);
    assertEquals(Party.text("after"), post(carla.open(alone(seal(ana, "after", carla)))).content());
  }

  @Test
  void after_the_key_was_renewed_the_old_one_opens_nothing() {
    tell(ana, ben, carla);
    ana.crypto().groups().renew(GROUP);
    assertFalse(ana.crypto().groups().hasKey(GROUP));
    tell(ana, ben);
    assertFalse(carla.open(alone(seal(ana, "without Carla", carla))) instanceof Opened.Post);
    assertEquals(
        Party.text("with Ben"), post(ben.open(alone(seal(ana, "with Ben", ben)))).content());
  }

  @Test
  void a_post_that_does_not_count_yet_can_be_opened_again() {
    tell(ana, ben);
    var bytes = alone(seal(ana, "hello", ben));
    var before = ben.records.snapshot();
    var opened = ben.crypto().open(bytes, relay.trustRoot(), clock.instant(), _ -> false);
    assertInstanceOf(Opened.Post.class, opened);
    assertEquals(before, ben.records.snapshot());
    post(ben.open(bytes));
    assertEquals(new Opened.Duplicate(), ben.open(bytes));
  }

  @Test
  void a_member_can_pass_on_what_another_wrote_and_change_nothing_of_it() {
    tell(ana, ben, carla);
    var original = post(ben.open(alone(seal(ana, "hello", ben)))).original();
    var turned = original.toArray();
    turned[turned.length / 2] ^= 1;
    var groups = carla.crypto().groups();
    assertFalse(groups.openPassedOn(ana.address(), Bytes.of(turned)) instanceof Opened.Post);
    assertFalse(groups.openPassedOn(ben.address(), original) instanceof Opened.Post);
    assertEquals(Party.text("hello"), post(groups.openPassedOn(ana.address(), original)).content());
    assertEquals(new Opened.Duplicate(), groups.openPassedOn(ana.address(), original));
  }

  @Test
  void a_post_of_another_group_does_not_pass_for_one_of_this() {
    tell(ana, ben);
    var other = new ConversationId(new UUID(3, 4));
    var key = ana.crypto().groups().distribution(other);
    assertFalse(ben.crypto().groups().learn(ana.address(), GROUP, key));
    assertFalse(ben.crypto().groups().learn(carla.address(), other, key));
  }

  @Test
  void what_is_written_under_the_key_of_one_group_is_not_read_in_another() {
    tell(ana, ben);
    var elsewhere = binding(ana, new ConversationId(new UUID(3, 4)));
    var groups = ben.crypto().groups();
    var written = new Forger(ana).encrypt(GROUP, elsewhere, Party.text("hello"));
    assertEquals(new Opened.Misdirected(elsewhere), groups.openPassedOn(ana.address(), written));
    var anothers = binding(carla, GROUP);
    written = new Forger(ana).encrypt(GROUP, anothers, Party.text("hello"));
    assertEquals(new Opened.Misdirected(anothers), groups.openPassedOn(ana.address(), written));
  }

  @Test
  void without_a_session_nothing_is_sealed() {
    tell(ben, carla);
    var sealed = seal(ben, binding(ben, GROUP), "hello", List.of(carla.address()));
    assertEquals(new SealedForMany.NoSession(carla.address()), sealed);
  }
}
