package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.Finding.Sought;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// Whatever comes, however it comes, is found, and nothing else.
class FindingTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void every_device_finds_what_it_shows_after_storms_and_restarts() throws Exception {
    try (var founded = GroupTown.founded(folder.resolve("first"));
        var town = founded.again(folder.resolve("again"), 1)) {
      var ben = town.world().known("Ben");
      town.world().network().weather(Weather.STORM);
      for (var round = 0; round < ROUNDS; round++) {
        town.says(town.ana(), "Café " + round + " in the choir");
        town.ana().write(ben, "CAFE " + round + " for you");
        ben.write(town.ana(), "das große cafe\u0301 " + round);
        town.world().steps(30);
        ben.restart();
      }
      town.world().network().weather(Weather.FAIR);
      town.world().network().cutAll();
      town.world().settle();
      for (var device : town.all()) {
        assertFindsWhatItShows(device, town, ben);
      }
      assertEquals(3 * ROUNDS, found(ben, "café").size());
      assertEquals(ROUNDS, found(ben, "GROSSE from:me").size());
      assertEquals(ROUNDS, found(ben, "cafe in:choir").size());
    }
  }

  @Test
  void a_day_leads_to_what_was_said_first_on_it_or_next() throws Exception {
    try (var founded = GroupTown.founded(folder.resolve("first"));
        var town = founded.again(folder.resolve("again"), 1)) {
      var ana = town.ana();
      var ben = town.world().known("Ben");
      ana.write(ben, "first of the day");
      ana.write(ben, "second");
      town.world().settle();
      var first = found(ana, "first in:ben").getFirst();
      var day = LocalDate.ofInstant(first.sentAt(), UTC);
      var with = ana.with(ben);
      assertEquals(first.row(), finding(ana).day(with, day, UTC));
      var earliest = ana.timeline(ben).getFirst().row();
      assertEquals(earliest, finding(ana).day(with, day.minusDays(400), UTC));
      var last = ana.messages(ben).getLast().row();
      assertEquals(last, finding(ana).day(with, day.plusDays(400), UTC));
    }
  }

  private static void assertFindsWhatItShows(Person device, GroupTown town, Person ben) {
    var others = device.account().equals(ben.account()) ? town.ana() : ben;
    var shown =
        Stream.concat(town.messages(device).stream(), device.messages(others).stream())
            .map(EntryView::body)
            .filter(text -> text.toLowerCase(Locale.ROOT).contains("caf"))
            .sorted()
            .toList();
    var found = found(device, "CAFÉ").stream().map(EntryView::body).sorted().toList();
    assertEquals(shown, found, device.name());
    assertEquals(found.size(), finding(device).count(sought("cafe"), () -> true), device.name());
  }

  private static List<EntryView> found(Person device, String text) {
    var answer = finding(device).find(sought(text), Finding.NEWEST, 1000);
    return assertInstanceOf(Answer.Found.class, answer).messages().stream()
        .map(one -> one.entry())
        .toList();
  }

  private static Finding finding(Person device) {
    return device.models().finding();
  }

  private static Sought sought(String text) {
    return new Sought(text, UTC, null);
  }
}
