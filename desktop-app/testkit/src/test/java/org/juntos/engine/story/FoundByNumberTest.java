package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;

/// Being found by one's number, over HTTP, and what the relay holds then.
class FoundByNumberTest {
  @TempDir Path folder;

  private static HeldView held(Person person) throws InterruptedException {
    return assertInstanceOf(Outcome.Held.class, person.submit(new Intent.LookAtHeld())).view();
  }

  private static List<String> aboutNumbers(Person person) throws InterruptedException {
    return held(person).differences().stream().filter(one -> one.contains("its number")).toList();
  }

  @Test
  void who_is_found_by_their_number_sees_the_entry_and_notices_when_it_is_gone() throws Exception {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var number = town.number();
      var ben = town.person("Ben");
      assertEquals("number-unknown", ben.refusalOf(new Intent.AddContact(number)));
      ana.done(new PeopleIntent.BeFound(number));
      assertEquals(
          new Outcome.Discoverable(true, true), ana.submit(new PeopleIntent.LookAtBeingFound()));
      ben.done(new Intent.AddContact(number));
      ana.until("the request arrives", p -> p.knows(ben));
      var entry =
          held(ana).kinds().stream().filter(kind -> kind.name().equals("discoverable")).findFirst();
      assertEquals("1 entry under your number", entry.orElseThrow().title());
      assertEquals(List.of(), aboutNumbers(ana));
      town.meddle("DELETE FROM discoverable");
      assertTrue(aboutNumbers(ana).getFirst().contains("does not let"), "it is noticed");
      ana.done(new PeopleIntent.BeHidden());
      assertEquals(List.of(), aboutNumbers(ana));
      assertEquals("number-unknown", ben.refusalOf(new Intent.AddContact(number)));
      town.stopRelay();
      assertEquals("offline", ben.refusalOf(new Intent.AddContact(number)));
      assertEquals("offline", ana.refusalOf(new PeopleIntent.BeFound(number)));
      town.startRelay();
    }
  }
}
