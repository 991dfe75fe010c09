package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Kind;

/// A known person shows up with another key.
class IdentityTest {
  @TempDir Path folder;

  @Test
  void of_an_unverified_contact_it_is_shown_and_the_conversation_goes_on()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var number = town.number();
      Town.introduce(alice, bob);
      alice.write(bob, "old times");
      alice.until("sent", p -> p.waiting() == 0);

      var again = town.reinstalled(bob, number);
      again.done(new Intent.AddContact(alice.ready().link()));
      again.write(alice, "new phone");
      alice.until("the new message", p -> p.received(again).contains("new phone"));

      var kinds = alice.timeline(again).stream().map(EntryView::kind).toList();
      assertTrue(kinds.indexOf(Kind.IDENTITY_CHANGED) < kinds.lastIndexOf(Kind.MESSAGE));
      assertEquals(1, kinds.stream().filter(Kind.IDENTITY_CHANGED::equals).count());
      assertFalse(alice.contact(again).identityChanged());
      again.until("contacts", p -> p.isContact(alice));
      var answer = alice.write(again, "welcome back");
      alice.until("delivered", p -> p.reached(answer));
    }
  }

  @Test
  void of_a_verified_contact_nothing_passes_until_it_is_accepted()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var number = town.number();
      Town.introduce(alice, bob);
      alice.done(new Intent.MarkVerified(bob.account(), true));

      var again = town.reinstalled(bob, number);
      again.done(new Intent.AddContact(alice.ready().link()));
      again.write(alice, "it is me");
      alice.until("the change", p -> p.contact(again).identityChanged());
      alice.restart();
      alice.until("caught up", Person::isCaughtUp);
      assertEquals(List.of(), alice.received(again));
      var send = new Intent.SendMessage(alice.with(again), "who?", List.of());
      assertEquals("identity-changed", alice.refusalOf(send));

      alice.done(new Intent.AcceptIdentity(again.account()));
      alice.until("what was kept", p -> p.received(again).contains("it is me"));
      alice.until("to be compared anew", p -> !p.contact(again).verified());
      var answer = alice.write(again, "so it is");
      alice.until("delivered", p -> p.reached(answer));
    }
  }

  @Test
  void a_message_for_the_old_key_is_not_sent_to_the_new_one()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var number = town.number();
      Town.introduce(alice, bob);
      alice.done(new Intent.GoOffline());
      var secret = alice.write(bob, "for your eyes only");
      var again = town.reinstalled(bob, number);
      again.done(new Intent.AddContact(alice.ready().link()));
      alice.done(new Intent.Reconnect());
      alice.until("refused", p -> p.stage(secret) == EntryView.Stage.FAILED);
      assertEquals(List.of(), again.received(alice));

      alice.done(new Intent.RetryMessage(secret));
      again.until("sent on purpose", p -> p.received(alice).size() == 1);
    }
  }
}
