package org.juntos.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.ImportView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.model.ContactView.Standing;

/// An address book is imported once and is on every device of its person, and nowhere else.
final class AddressBookTest {
  @TempDir Path folder;

  private static List<AddressView> book(Person person) throws InterruptedException {
    var outcome = person.submit(new PeopleIntent.LookAtAddressBook());
    return assertInstanceOf(Outcome.AddressBook.class, outcome).entries();
  }

  private static List<String> names(Person person) throws InterruptedException {
    return book(person).stream().map(AddressView::name).toList();
  }

  private static String cards(int from, int to, String name) {
    var file = new StringBuilder();
    for (int i = from; i < to; i++) {
      file.append(
          "BEGIN:VCARD\nVERSION:3.0\nUID:%d\nFN:%s %03d\nTEL:+4915100%05d\nEND:VCARD\n"
              .formatted(i, name, i, i));
    }
    return file.toString();
  }

  private ImportView read(Person person, String cards) throws Exception {
    var file = Files.writeString(folder.resolve("all.vcf"), cards, StandardCharsets.UTF_8);
    var outcome = person.submit(new PeopleIntent.ImportCards(file));
    return assertInstanceOf(Outcome.Imported.class, outcome).view();
  }

  @Test
  void what_one_device_imports_changes_or_removes_so_does_the_other() throws Exception {
    try (var world = new World(folder, 1)) {
      var alice = world.alice();
      assertEquals(new ImportView(40, 0, 0, List.of()), read(alice, cards(0, 40, "Person")));
      world.settle();
      var laptop = world.link(alice, "Laptop");
      assertEquals(names(alice), names(laptop), "a new device is told all of it");
      assertEquals(40, names(laptop).size());

      assertEquals(new ImportView(20, 0, 40, List.of()), read(laptop, cards(0, 60, "Person")));
      assertEquals(new ImportView(0, 1, 0, List.of()), read(alice, cards(7, 8, "Renamed")));
      world.settle();
      assertEquals(60, names(alice).size());
      assertEquals(names(alice), names(laptop));
      assertTrue(names(laptop).contains("Renamed 007"));

      alice.done(new PeopleIntent.RemoveAddresses(List.of(book(alice).getFirst().id())));
      world.settle();
      assertEquals(59, names(laptop).size());
      laptop.restart();
      assertEquals(names(alice), names(laptop));
    }
  }

  @Test
  void what_is_no_file_of_cards_changes_nothing() throws Exception {
    try (var world = new World(folder, 2)) {
      var alice = world.alice();
      read(alice, cards(0, 2, "Person"));
      var none = Files.writeString(folder.resolve("none.vcf"), "no cards");
      assertEquals("no-cards", refusal(alice, none));
      assertEquals("file-unreadable", refusal(alice, folder));
      assertEquals("file-unreadable", refusal(alice, folder.resolve("missing.vcf")));
      assertEquals(2, names(alice).size());
    }
  }

  private static String refusal(Person person, Path file) throws InterruptedException {
    var outcome = person.submit(new PeopleIntent.ImportCards(file));
    return assertInstanceOf(Outcome.Refused.class, outcome).problem().code();
  }

  @Test
  void a_verified_or_declined_person_is_so_on_the_other_device() throws Exception {
    try (var world = new World(folder, 3)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      var number = alice.contact(bob).safetyNumber().text();
      assertEquals(number, laptop.contact(bob).safetyNumber().text());
      laptop.done(new PeopleIntent.CompareSafetyNumber(bob.account(), number));
      var carol = world.person("Carol");
      carol.add(alice);
      world.settle();
      alice.done(new PeopleIntent.RefuseContact(carol.account()));
      world.settle();
      assertTrue(alice.contact(bob).verified());
      assertEquals(Standing.REFUSED, laptop.contact(carol).standing());
    }
  }
}
