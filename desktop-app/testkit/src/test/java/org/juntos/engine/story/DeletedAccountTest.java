package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.AccountId;

/// What becomes of what others have of an account that is deleted, or of which the relay says so.
final class DeletedAccountTest extends TwoContacts {
  private static final DeviceTrouble.Kind DELETED = DeviceTrouble.Kind.DELETED;

  DeletedAccountTest() {
    super(77);
  }

  private static void assertDeleted(Person asked, Person gone) {
    var trouble = asked.contact(gone).devices();
    assertNotNull(trouble, "nothing is known of it");
    assertEquals(DELETED, trouble.kind());
  }

  private static String refusal(Person person, Intent intent) throws InterruptedException {
    return assertInstanceOf(Outcome.Refused.class, person.submit(intent)).problem().code();
  }

  private Intent.SendMessage message(String text) {
    return new Intent.SendMessage(alice.with(bob), text, List.of());
  }

  @Test
  void who_writes_to_an_account_that_was_deleted_learns_it_and_loses_nothing() throws Exception {
    alice.write(bob, "hello");
    bob.write(alice, "hello Alice");
    world.settle();
    var conversation = alice.with(bob);
    bob.done(new Intent.DeleteAccount());
    var late = alice.send(conversation, "are you there?", List.of());
    world.settle();
    assertEquals(EntryView.Stage.FAILED, alice.stage(late));
    var failure = Objects.requireNonNull(alice.models().entry(late)).progress().failure();
    assertEquals("account-deleted", Objects.requireNonNull(failure).code());
    var shown = alice.models().contacts().value().getFirst().devices();
    assertEquals(DELETED, Objects.requireNonNull(shown).kind());
    assertEquals(
        "account-deleted", refusal(alice, new Intent.SendMessage(conversation, "x", List.of())));
    alice.restart();
    world.settle();
    var history = alice.models().history(conversation, Long.MAX_VALUE, 9);
    var texts =
        history.stream()
            .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
            .map(EntryView::body)
            .toList();
    assertEquals(List.of("hello", "hello Alice", "are you there?"), texts);
    var account = alice.models().contacts().value().getFirst();
    assertEquals("Bob", account.name());
    assertEquals(DELETED, Objects.requireNonNull(account.devices()).kind());
    assertEquals("account-deleted", refusal(alice, new Intent.CheckDevices(account.account())));
  }

  /// The relay knows nothing of an account.
  private static Lies denied(Person person) {
    var account = person.account();
    return new Lies() {
      @Override
      public boolean denies(AccountId asked) {
        return asked.equals(account);
      }
    };
  }

  @Test
  void an_account_that_the_relay_denies_is_back_as_soon_as_it_says_a_word() throws Exception {
    relay.lie(denied(bob));
    assertEquals("account-deleted", refusal(alice, new Intent.CheckDevices(bob.account())));
    world.settle();
    assertDeleted(alice, bob);
    assertEquals("account-deleted", refusal(alice, message("x")));
    bob.write(alice, "I am here");
    world.settle();
    assertNull(alice.contact(bob).devices());
    assertEquals(List.of("I am here"), alice.textsOf(bob));
    relay.beHonest();
    var answer = alice.write(bob, "good");
    world.settle();
    assertEquals(EntryView.Stage.DELIVERED, alice.stage(answer));
  }

  @Test
  void a_relay_that_takes_back_what_it_said_is_believed_when_it_shows_signed_devices()
      throws Exception {
    relay.lie(denied(bob));
    assertEquals("account-deleted", refusal(alice, new Intent.CheckDevices(bob.account())));
    relay.beHonest();
    alice.done(new Intent.CheckDevices(bob.account()));
    world.settle();
    assertNull(alice.contact(bob).devices());
    alice.write(bob, "good");
    world.settle();
    assertEquals(List.of("good"), bob.textsOf(alice));
  }

  private static GroupView.Member member(Person person, ConversationId group, Person of) {
    var account = of.account();
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(group))
        .map(ConversationView::group)
        .flatMap(shown -> Objects.requireNonNull(shown).members().stream())
        .filter(one -> one.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_group_goes_on_without_a_member_whose_account_was_deleted(@TempDir Path other)
      throws Exception {
    try (var circle = new Circle(other, 5)) {
      circle.made(circle.ben(), circle.carla());
      circle.said(circle.ana(), "one");
      var ben = circle.ben().account();
      circle.ben().done(new Intent.DeleteAccount());
      circle.world().settle();
      var two = circle.says(circle.ana(), "two");
      circle.world().soon();
      circle.world().clock().advance(Duration.ofMinutes(1));
      circle.world().soon();
      assertEquals(List.of("one", "two"), circle.heard(circle.carla()));
      assertTrue(circle.ana().stage(two).compareTo(EntryView.Stage.SENT) >= 0);
      var gone =
          circle.seen(circle.ana()).members().stream()
              .filter(GroupView.Member::deleted)
              .map(GroupView.Member::account)
              .toList();
      assertEquals(List.of(ben), gone);
      circle.said(circle.carla(), "three");
      circle.world().settle();
      assertTrue(circle.heard(circle.ana()).contains("three"));
    }
  }

  @Test
  void a_member_whom_the_relay_denies_reads_on_when_it_is_there_again(@TempDir Path other)
      throws Exception {
    try (var circle = new Circle(other, 6)) {
      circle.made(circle.ben(), circle.carla());
      circle.said(circle.ana(), "hello");
      circle.relay().lie(denied(circle.ben()));
      assertEquals(
          "account-deleted",
          refusal(circle.ana(), new Intent.CheckDevices(circle.ben().account())));
      circle.said(circle.ana(), "without you");
      assertTrue(member(circle.ana(), circle.group(), circle.ben()).deleted());
      circle.relay().beHonest();
      circle.said(circle.ben(), "I am here");
      assertEquals(false, member(circle.ana(), circle.group(), circle.ben()).deleted());
      circle.said(circle.ana(), "with you");
      circle.world().clock().advance(Duration.ofMinutes(11));
      circle.world().settle();
      assertTrue(circle.heard(circle.ben()).contains("with you"));
      assertTrue(circle.heard(circle.ben()).contains("without you"), "what was missed is repaired");
    }
  }
}
