package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.ContactLink;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView.Kind;
import org.juntos.testkit.lie.LyingRelay.Sent;

/// What a relay can do with the keys that it hands out and with whom it vouches for.
final class LyingKeysOverSocketsTest extends LyingStory {
  @Test
  void an_impostor_shows_as_a_changed_key_of_an_unverified_contact() throws Exception {
    People.introduce(alice(), bob());
    delivered(alice().write(bob(), "old times"));
    bob().write(alice(), "hello");
    alice().until("hello", p -> p.received(bob()).contains("hello"));
    impersonateBob("eve", "it is me, Bob"); // with the one-time key that Bob's next session is for
    alice().until("the notice", p -> notices(p, bob()).contains(Kind.IDENTITY_CHANGED));

    var unopened = bob().write(alice(), "no, it is me");
    bob().until("asked for it again", p -> p.reached(unopened));
    bob().write(alice(), "me, I said");
    alice().until("Bob himself", p -> p.received(bob()).contains("me, I said"));
    delivered(alice().write(bob(), "so it is"));

    assertEquals(
        List.of("hello", "it is me, Bob", "no, it is me", "me, I said"), alice().received(bob()));
    var twice = List.of(Kind.IDENTITY_CHANGED, Kind.IDENTITY_CHANGED);
    assertEquals(twice, notices(alice(), bob()));
    assertEquals(List.of("old times", "so it is"), bob().received(alice()));
    assertEquals(List.of(), notices(bob(), alice()));
  }

  @Test
  void an_impostor_of_a_verified_contact_is_not_heard_and_not_answered() throws Exception {
    People.introduce(alice(), bob());
    delivered(alice().write(bob(), "old times"));
    alice().done(new Intent.MarkVerified(bob().account(), true));
    impersonateBob("eve", "it is me, Bob");
    alice().until("the change", p -> p.contact(bob()).identityChanged());

    var before = sentBy(alice());
    bob().write(alice(), "it is me, Bob himself");
    alice().until("Bob himself", p -> !p.received(bob()).isEmpty());
    var answer = new Intent.SendMessage(alice().with(bob()), "is it you?", List.of());
    assertEquals("identity-changed", alice().refusalOf(answer));
    alice().restart();
    assertEquals("identity-changed", alice().refusalOf(answer));
    assertEquals(List.of("it is me, Bob himself"), alice().received(bob()));
    assertEquals(List.of(Kind.IDENTITY_CHANGED), notices(alice(), bob()));
    assertEquals(before, sentBy(alice()));
    assertTrue(alice().contact(bob()).verifiedKeyBack());

    alice().done(new Intent.KeepIdentity(bob().account()));
    delivered(alice().write(bob(), "good to know"));
    assertTrue(alice().contact(bob()).verified());
    assertFalse(alice().contact(bob()).identityChanged());
    assertEquals(List.of("it is me, Bob himself"), alice().received(bob()));
    assertEquals(List.of("old times", "good to know"), bob().received(alice()));
    assertEquals("identity-unchanged", alice().refusalOf(new Intent.KeepIdentity(bob().account())));
  }

  @Test
  void a_verified_key_is_kept_only_when_it_has_shown_itself_again() throws Exception {
    People.introduce(alice(), bob());
    alice().done(new Intent.MarkVerified(bob().account(), true));
    impersonateBob("eve", "it is me, Bob");
    alice().until("the change", p -> p.contact(bob()).identityChanged());
    var keep = new Intent.KeepIdentity(bob().account());
    try (var impostor = impostor("mallory")) {
      var forged = impostor.bundles();
      relay().lie(KeyLies.bundles(_ -> forged));
      assertEquals("identity-unproved", alice().refusalOf(keep));
    }
    assertFalse(alice().contact(bob()).verifiedKeyBack());

    relay().beHonest(); // and hands out the verified key again
    alice().done(keep);
    delivered(alice().write(bob(), "now I know"));
    assertEquals(List.of(), alice().received(bob()));
    assertEquals(List.of("now I know"), bob().received(alice()));

    impersonateBob("trudy", "it is me again");
    alice().until("another change", p -> p.contact(bob()).identityChanged());
    alice().done(new Intent.AcceptIdentity(bob().account()));
    assertEquals(List.of("it is me again"), alice().received(bob())); // not what was decided
  }

  @Test
  void keys_of_an_impostor_are_refused_and_nothing_is_sealed_for_them() throws Exception {
    try (var impostor = impostor("eve")) {
      var forged = impostor.bundles();
      relay().lie(KeyLies.bundles(_ -> forged));
      assertNothingLeaves("link-mismatch");
    }
    assertTheyMeet();
  }

  @Test
  void a_device_that_nobody_signed_stops_everything() throws Exception {
    relay().lie(KeyLies.ghostDevice());
    assertNothingLeaves("device-unlisted");
    assertTheyMeet();
    assertTrue(
        relay().sent().stream().allMatch(sent -> sent.envelope().destination().device() == 1));
  }

  @Test
  void a_device_list_that_the_relay_has_written_stops_everything() throws Exception {
    relay().lie(KeyLies.rewrittenList());
    assertNothingLeaves("device-list-invalid");
    assertTheyMeet();
  }

  @Test
  void malformed_and_low_order_keys_are_refused() throws Exception {
    for (var part : KeyLies.Part.values()) {
      var refusal = part == KeyLies.Part.IDENTITY ? "link-mismatch" : "bundle-invalid";
      for (var rubbish : KeyLies.RUBBISH) {
        relay().lie(part.is(rubbish));
        assertNothingLeaves(refusal);
      }
    }
    assertTheyMeet();
  }

  @Test
  void a_certificate_for_somebody_else_is_not_used() throws Exception {
    var own = ContactLink.parse(alice().ready().link()).identityKey();
    var lies = new KeyLies.Certifying(town().certify(device(bob()), own));
    relay().lie(lies);
    alice().done(new Intent.AddContact(bob().ready().link()));
    alice().until("a certificate", _ -> lies.asked() > 0);
    alice().done(new Intent.AddContact(bob().ready().link())); // wakes who sends
    alice().until("another one, since the first is no good", _ -> lies.asked() > 1);
    assertEquals(List.of(), relay().sent());
    assertTheyMeet();
  }

  private Impostor impostor(String name) throws IOException {
    return new Impostor(town(), folder().resolve(name), bob().account());
  }

  /// The relay vouches for somebody else's key as Bob's, and delivers what they write.
  private void impersonateBob(String name, String text) throws Exception {
    town().overhear(bob(), alice());
    try (var impostor = impostor(name)) {
      relay().deliver(device(alice()), impostor.forge(alice().account(), text));
    }
  }

  private List<Sent> sentBy(Person person) {
    return relay().sent().stream().filter(sent -> sent.isNotFor(person.account())).toList();
  }

  /// Alice adds Bob while the relay lies: she is told, and nothing is sealed for the wrong keys.
  private void assertNothingLeaves(String refusal) throws InterruptedException {
    assertEquals(refusal, alice().refusalOf(new Intent.AddContact(bob().ready().link())));
    assertEquals(List.of(), relay().sent());
  }

  /// Once the relay is honest they are contacts, and a message arrives.
  private void assertTheyMeet() throws InterruptedException {
    relay().beHonest();
    assertEquals(List.of(), bob().contacts());
    People.introduce(alice(), bob());
    delivered(alice().write(bob(), "at last"));
    assertEquals(List.of("at last"), bob().texts(alice()));
    assertEquals(List.of(), notices(bob(), alice()));
  }
}
