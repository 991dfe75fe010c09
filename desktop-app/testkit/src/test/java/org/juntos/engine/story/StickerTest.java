package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.StickerIntent.Make;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.StickerView;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;

/// Stickers, and packs of them.
final class StickerTest extends TwoContacts {
  private static final String WAVE = "\uD83D\uDC4B";

  StickerTest() {
    super(72);
  }

  private static List<PackView> packs(Person person) {
    return person.models().stickers().packs();
  }

  private static List<String> titles(Person person) {
    return packs(person).stream().map(PackView::title).toList();
  }

  private static MessageId send(Person from, Person to, PackView pack, int number)
      throws InterruptedException {
    var outcome = from.submit(new StickerIntent.Send(from.with(to), pack.id(), number, null));
    return assertInstanceOf(Outcome.Queued.class, outcome).message();
  }

  private static StickerView sticker(Person person, MessageId message) {
    return Objects.requireNonNull(Deeds.entry(person, message).marks().sticker());
  }

  private Path picture(String name) throws Exception {
    var bytes = new byte[2_000];
    Arrays.fill(bytes, (byte) name.hashCode());
    var magic = new byte[] {(byte) 0x89, 'P', 'N', 'G'};
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    return Files.write(folder.resolve(name + ".png"), bytes);
  }

  private PackView made(Person person, String title, int stickers) throws Exception {
    var pictures =
        IntStream.range(0, stickers)
            .mapToObj(number -> new Make.Picture(file(title, number), WAVE, "number " + number))
            .toList();
    var outcome = person.submit(new StickerIntent.Make(title, pictures));
    var id = assertInstanceOf(Outcome.StickerPackMade.class, outcome).pack();
    return packs(person).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private Path file(String title, int number) {
    try {
      return picture(title + number);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_sticker_shows_at_once_and_nothing_is_fetched_for_it() throws Exception {
    var pingo = packs(alice).getFirst();
    assertEquals("Pingo", pingo.title());
    assertEquals(12, pingo.stickers().size());
    var message = send(alice, bob, pingo, 0);
    world.settle();
    var entry = Deeds.entry(bob, message);
    assertEquals("", entry.body());
    assertEquals(List.of(), entry.attachments());
    var theirs = sticker(bob, message);
    assertEquals(pingo.stickers().getFirst().image(), theirs.image());
    assertEquals("A drop waves hello", theirs.label());
    assertEquals(WAVE + " A drop waves hello", theirs.words());
    bob.restart();
    assertEquals(theirs, sticker(bob, message));
    assertEquals(theirs, Objects.requireNonNull(last(bob, alice).marks().sticker()));
  }

  private static EntryView last(Person person, Person with) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(person.with(with)))
        .map(one -> Objects.requireNonNull(one.last()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_pack_of_ones_own_is_installed_from_a_sticker_on_all_devices_and_removed_again()
      throws Exception {
    var laptop = world.link(bob, "Laptop");
    world.settle();
    var cats = made(alice, "Cats", 3);
    var message = send(alice, bob, cats, 1);
    world.settle();
    assertEquals(List.of("Pingo"), titles(bob));
    assertTrue(sticker(bob, message).offered());
    bob.done(new StickerIntent.Install(message));
    world.settle();
    for (var device : List.of(bob, laptop)) {
      assertEquals(List.of("Pingo", "Cats"), titles(device), device.name());
      assertEquals("Alice", packs(device).getLast().author());
      assertEquals(cats.stickers().size(), packs(device).getLast().stickers().size());
      assertEquals(
          cats.stickers().getLast().image(), packs(device).getLast().stickers().getLast().image());
    }
    var answer = send(laptop, alice, packs(laptop).getLast(), 2);
    world.settle();
    assertEquals("number 2", sticker(alice, answer).label());
    laptop.done(new StickerIntent.Remove(cats.id()));
    world.settle();
    for (var device : List.of(bob, laptop)) {
      assertEquals(List.of("Pingo"), titles(device), device.name());
    }
    assertEquals("number 1", sticker(bob, message).label(), "what came stays");
    assertEquals("sticker-unknown", Deeds.refusal(bob, stray(bob, cats.id())));
  }

  private StickerIntent.Send stray(Person person, Bytes pack) {
    return new StickerIntent.Send(person.with(alice), pack, 0, null);
  }

  @Test
  void the_later_word_on_a_pack_counts_on_all_devices() throws Exception {
    var laptop = world.link(bob, "Laptop");
    world.settle();
    var message = send(alice, bob, made(alice, "Cats", 1), 0);
    world.settle();
    bob.done(new StickerIntent.Install(message));
    world.settle();
    laptop.done(new Intent.GoOffline());
    laptop.done(new StickerIntent.Remove(packs(laptop).getLast().id()));
    world.clock().advance(Duration.ofMinutes(5));
    bob.done(new StickerIntent.Remove(packs(bob).getLast().id()));
    bob.done(new StickerIntent.Install(message));
    world.settle();
    laptop.done(new Intent.Reconnect());
    world.settle();
    assertEquals(List.of("Pingo", "Cats"), titles(bob));
    assertEquals(List.of("Pingo", "Cats"), titles(laptop));
  }

  @Test
  void another_pack_than_the_sticker_names_is_not_taken() throws Exception {
    for (var lie : List.of(BlobLies.changedAt(300), BlobLies.cutAt(200))) {
      var message = send(alice, bob, made(alice, "Cats" + lie.hashCode(), 2), 0);
      world.settle();
      relay.lie(lie);
      bob.done(new StickerIntent.Install(message));
      world.settle();
      assertTrue(lie.asked() > 0);
      assertEquals(List.of("Pingo"), titles(bob));
      relay.lie(new Lies() {});
    }
  }

  @Test
  void a_pack_that_never_ends_is_not_fetched_on() throws Exception {
    var message = send(alice, bob, made(alice, "Cats", 2), 0);
    world.settle();
    var endless = new BlobLies.Endless();
    relay.lie(endless);
    bob.done(new StickerIntent.Install(message));
    world.settle();
    assertEquals(0, endless.taken());
    assertEquals(List.of("Pingo"), titles(bob));
  }

  @Test
  void a_pack_that_was_made_offline_is_shared_with_a_later_sticker() throws Exception {
    var dark = new ArrayList<DarkBlobs>();
    var dora =
        world.person(
            "Dora",
            honest -> {
              dark.add(new DarkBlobs(honest));
              return dark.getLast();
            });
    world.introduce(dora, bob);
    var cats = made(dora, "Cats", 2);
    var first = send(dora, bob, cats, 0);
    world.settle();
    assertEquals("number 0", sticker(bob, first).label(), "it shows all the same");
    assertFalse(sticker(bob, first).offered());
    assertEquals("sticker-pack-nowhere", Deeds.refusal(bob, new StickerIntent.Install(first)));
    dark.forEach(DarkBlobs::end);
    var second = send(dora, bob, cats, 1);
    world.settle();
    bob.done(new StickerIntent.Install(second));
    world.settle();
    assertEquals(List.of("Pingo", "Cats"), titles(bob));
  }

  @Test
  void what_is_done_to_messages_is_done_to_stickers() throws Exception {
    var pingo = packs(alice).getFirst();
    var message = send(alice, bob, pingo, 2);
    world.settle();
    assertEquals(
        "sticker-not-edited", Deeds.refusal(alice, new MessageIntent.Edit(message, "no more")));
    bob.done(new HandlingIntent.Star(List.of(message), true));
    var quote = Deeds.reply(bob, message, "sweet");
    bob.done(new HandlingIntent.Forward(List.of(message), List.of(bob.with(bob))));
    world.settle();
    var quoted = Objects.requireNonNull(Deeds.entry(alice, quote).marks().quote());
    assertTrue(quoted.text().contains("heart"), quoted::text);
    assertTrue(bob.models().handling().starred(0, 9).getFirst().entry().marks().sticker() != null);
    var passed = bob.models().history(bob.with(bob), Long.MAX_VALUE, 1).getLast();
    assertEquals(
        sticker(bob, message).image(), Objects.requireNonNull(passed.marks().sticker()).image());
    alice.done(new MessageIntent.Delete(message, true));
    world.settle();
    for (var person : List.of(alice, bob)) {
      assertEquals(EntryView.Kind.DELETED, Deeds.entry(person, message).kind());
      assertNull(Deeds.entry(person, message).marks().sticker());
    }
  }

  @Test
  void a_sticker_comes_to_the_senders_other_devices_and_may_reply() throws Exception {
    var laptop = world.link(alice, "Laptop");
    world.settle();
    var question = bob.write(alice, "and?");
    world.settle();
    var pingo = packs(alice).getFirst();
    var sent =
        assertInstanceOf(
            Outcome.Queued.class,
            alice.submit(new StickerIntent.Send(alice.with(bob), pingo.id(), 4, question)));
    world.settle();
    assertEquals(sticker(alice, sent.message()).image(), sticker(laptop, sent.message()).image());
    var quote = Objects.requireNonNull(Deeds.entry(bob, sent.message()).marks().quote());
    assertEquals(question, quote.message());
  }

  @Test
  void packs_that_cannot_be_are_refused_with_a_reason() throws Exception {
    var one = new Make.Picture(picture("a"), WAVE, "");
    assertEquals("sticker-pack-size", refusal(new Make("Cats", List.of())));
    assertEquals("sticker-pack-size", refusal(new Make("Cats", Collections.nCopies(51, one))));
    assertEquals("sticker-title-invalid", refusal(new Make(" ", List.of(one))));
    var wordy = new Make.Picture(one.file(), "hello", "");
    assertEquals("not-an-emoji", refusal(new Make("Cats", List.of(wordy))));
    var gone = new Make.Picture(folder.resolve("nowhere.png"), WAVE, "");
    assertEquals("file-unreadable", refusal(new Make("Cats", List.of(gone))));
    var lengthy = new Make.Picture(one.file(), WAVE, "x".repeat(129));
    assertEquals("sticker-label-long", refusal(new Make("Cats", List.of(lengthy))));
    assertEquals(List.of("Pingo"), titles(alice));
    assertEquals(
        "sticker-pack-unknown",
        Deeds.refusal(alice, new StickerIntent.Remove(Bytes.of(new byte[32]))));
    assertFalse(packs(alice).isEmpty());
  }

  private String refusal(Make make) throws InterruptedException {
    return Deeds.refusal(alice, make);
  }

  @Test
  void the_pack_that_comes_with_juntos_stays_removed() throws Exception {
    alice.done(new StickerIntent.Remove(packs(alice).getFirst().id()));
    alice.restart();
    assertEquals(List.of(), packs(alice));
    var message = send(bob, alice, packs(bob).getFirst(), 0);
    world.settle();
    alice.done(new StickerIntent.Install(message));
    world.settle();
    assertEquals(12, packs(alice).getFirst().stickers().size());
  }
}
