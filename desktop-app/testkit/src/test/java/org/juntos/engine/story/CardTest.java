package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.ContactLink;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.CardView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Finding;
import org.juntos.testkit.world.Person;
import org.juntos.wire.AccountId;

/// Polls, locations and contacts between two people and their devices.
final class CardTest extends TwoContacts {
  CardTest() {
    super(72);
  }

  private To toBob() {
    return To.of(alice.with(bob));
  }

  private MessageId sent(CardIntent intent) throws Exception {
    var message = Polls.sent(alice, intent);
    world.settle();
    return message;
  }

  private String refusal(CardIntent intent) throws InterruptedException {
    return Deeds.refusal(alice, intent);
  }

  private static CardView card(Person person, MessageId message) {
    return Objects.requireNonNull(Deeds.entry(person, message).card());
  }

  @Test
  void a_poll_of_two_is_the_same_on_all_their_devices() throws Exception {
    var laptop = world.link(bob, "Laptop");
    var poll = Polls.ask(alice, alice.with(bob));
    world.settle();
    Polls.vote(laptop, poll, 1);
    world.settle();
    Polls.vote(bob, poll, 2);
    Polls.vote(alice, poll, 2);
    world.settle();
    for (var person : List.of(alice, bob, laptop)) {
      assertEquals(2, Polls.poll(person, poll).options().get(2).votes(), person.name());
      assertEquals(2, Polls.poll(person, poll).voters(), person.name());
    }
    assertTrue(Polls.poll(laptop, poll).options().get(2).chosen());
    Polls.close(alice, poll);
    world.settle();
    assertTrue(Polls.shown(laptop, poll).endsWith("; closed"));
    var late = world.link(alice, "Tablet");
    assertEquals(0, late.messages(bob).size(), "what was before stays where it is");
  }

  @Test
  void a_poll_in_the_note_to_self_is_one_persons() throws Exception {
    var laptop = world.link(alice, "Laptop");
    var poll = Polls.ask(alice, alice.with(alice));
    world.settle();
    Polls.vote(laptop, poll, 0);
    world.settle();
    assertEquals(List.of(0), Polls.poll(alice, poll).chosen());
    Polls.close(alice, poll);
    world.settle();
    assertTrue(Polls.shown(laptop, poll).endsWith("; closed"));
  }

  @Test
  void a_location_comes_as_numbers_and_asks_nobody() throws Exception {
    var message = sent(new CardIntent.ShowPlace(toBob(), "38.7135, -9.13337", "Castelo"));
    for (var person : List.of(alice, bob)) {
      var view = assertInstanceOf(CardView.PlaceView.class, card(person, message));
      assertEquals("38.7135, -9.13337", view.place().coordinates());
      assertEquals("Location: Castelo", view.title());
    }
    var link = "geo:0,0?q=38.7,-9.1(Torre)";
    assertEquals(
        "Location: Torre", card(bob, sent(new CardIntent.ShowPlace(toBob(), link, ""))).title());
    assertEquals("place-not-understood", refusal(new CardIntent.ShowPlace(toBob(), "Lisbon", "")));
    assertEquals("place-off-the-earth", refusal(new CardIntent.ShowPlace(toBob(), "91, 0", "")));
    assertEquals(
        "place-link-short",
        refusal(new CardIntent.ShowPlace(toBob(), "https://maps.app.goo.gl/x", "")));
    assertEquals(
        "place-name-too-long", refusal(new CardIntent.ShowPlace(toBob(), "1, 2", "x".repeat(121))));
    assertEquals("card-not-editable", Deeds.refusal(alice, new MessageIntent.Edit(message, "x")));
    assertEquals(2, bob.messages(alice).size());
  }

  @Test
  void a_contact_is_handed_on_with_the_key_that_is_known_here() throws Exception {
    var carol = world.person("Carol", relay::over);
    world.introduce(alice, carol);
    var message = sent(new CardIntent.ShareContact(toBob(), carol.account()));
    var view = assertInstanceOf(CardView.PersonView.class, card(bob, message));
    assertEquals("Contact: Carol", view.title());
    assertEquals(carol.account(), view.account());
    assertEquals(
        ContactLink.parse(carol.link()).identityKey(),
        ContactLink.parse(view.link()).identityKey());
    var added = bob.submit(new Intent.AddContact(view.link()));
    assertInstanceOf(Outcome.Added.class, added);
    world.settle();
    carol.accept(bob);
    world.settle();
    bob.write(carol, "Alice gave me your address");
    world.settle();
    assertEquals(List.of("Alice gave me your address"), carol.textsOf(bob));
    assertEquals(ContactView.Standing.ACCEPTED, bob.contact(carol).standing());
    var own = sent(new CardIntent.ShareContact(toBob(), alice.account()));
    assertEquals("Contact: Alice", card(bob, own).title());
    var stranger = new AccountId(new UUID(5, 6));
    assertEquals("contact-unknown", refusal(new CardIntent.ShareContact(toBob(), stranger)));
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static String vcard(String lines) {
    return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + lines + "\r\nEND:VCARD\r\n";
  }

  @Test
  void of_a_card_file_a_name_numbers_and_addresses_are_handed_on_and_nothing_else()
      throws Exception {
    var lines =
        "FN:Rui \u202EPinto\r\nTEL:+351 912 345 678\r\nEMAIL:rui@example.org\r\nNOTE:a secret note";
    var one = file("one.vcf", vcard(lines));
    var view =
        assertInstanceOf(
            CardView.PersonView.class, card(bob, sent(new CardIntent.ShareCardFile(toBob(), one))));
    assertEquals("Rui Pinto", view.card().name());
    assertEquals(List.of("+351 912 345 678"), view.card().phones());
    assertEquals(List.of("rui@example.org"), view.card().emails());
    assertNull(view.account());
    var two = file("two.vcf", vcard("FN:A\r\nTEL:1") + vcard("FN:B\r\nTEL:2"));
    assertEquals("several-cards", refusal(new CardIntent.ShareCardFile(toBob(), two)));
    var none = file("none.vcf", "hello");
    assertEquals("no-cards", refusal(new CardIntent.ShareCardFile(toBob(), none)));
    var bare = file("bare.vcf", vcard("FN:Nobody"));
    assertEquals("card-unusable", refusal(new CardIntent.ShareCardFile(toBob(), bare)));
    var missing = folder.resolve("missing.vcf");
    assertEquals("file-unreadable", refusal(new CardIntent.ShareCardFile(toBob(), missing)));
  }

  private List<String> found(String text) {
    var sought = new Finding.Sought(text, ZoneOffset.UTC, null);
    var answer = bob.models().finding().find(sought, "", 20);
    return assertInstanceOf(Finding.Answer.Found.class, answer).messages().stream()
        .map(one -> Objects.requireNonNull(one.entry().card()).title())
        .toList();
  }

  @Test
  void cards_are_found_by_what_they_are_and_by_their_words() throws Exception {
    Polls.ask(alice, alice.with(bob));
    Polls.sent(alice, new CardIntent.ShowPlace(toBob(), "38.7, -9.1", "Castelo"));
    Polls.sent(alice, new CardIntent.ShareContact(toBob(), alice.account()));
    world.settle();
    assertEquals(List.of("Poll: Where to?"), found("has:poll"));
    assertEquals(List.of("Poll: Where to?"), found("braga"));
    assertEquals(List.of("Location: Castelo"), found("has:location"));
    assertEquals(List.of("Location: Castelo"), found("38.7"));
    assertEquals(List.of("Contact: Alice"), found("has:contact alice"));
    assertEquals(List.of(), found("has:file"));
  }

  @Test
  void cards_are_passed_on_as_they_are() throws Exception {
    var message = sent(new CardIntent.ShowPlace(toBob(), "38.7, -9.1", "Castelo"));
    var spread =
        Deeds.spread(bob, new HandlingIntent.Forward(List.of(message), List.of(bob.with(alice))));
    world.settle();
    var passed = spread.queued().getFirst().message();
    assertEquals(card(alice, message), card(alice, passed));
    assertTrue(Deeds.entry(alice, passed).marks().handled().forwarded());
    assertEquals(EntryView.Kind.MESSAGE, Deeds.entry(alice, passed).kind());
  }
}
