package org.juntos.ui.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.content.ContactCard;
import org.juntos.content.Place;
import org.juntos.content.PlaceText;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.CardView;
import org.juntos.engine.model.CardView.OptionView;
import org.juntos.engine.model.CardView.PollView;
import org.juntos.ui.fake.FakeDevice;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;

class CardsTest {
  private static final CardView.PersonView RUI =
      new CardView.PersonView(
          new ContactCard("Rui", List.of("+351 912"), List.of("rui@example.org"), null), null, "");

  private final FakeEngine engine = new FakeEngine();
  private final CardDeeds deeds =
      new CardDeeds(
          engine.link(), new FakeDevice(Path.of("unused"), List.of()), engine.complaints::add);

  private static PollView poll(
      boolean multiple, CardView.@Nullable Closing closing, boolean... chosen) {
    return new PollView(
        "Where to?",
        List.of(
            new OptionView("Porto", 3, chosen[0], List.of("Ana", "Ben", "Carla", "Dora")),
            new OptionView("Faro", 0, chosen[1], List.of())),
        multiple,
        false,
        3,
        true,
        closing);
  }

  private static PollView open(boolean multiple, boolean... chosen) {
    return poll(multiple, null, chosen);
  }

  @Test
  void choosing_again_takes_back_and_of_one_answer_the_last_counts() {
    assertEquals(List.of(1), PollNode.chosen(open(false, true, false), 1));
    assertEquals(List.of(), PollNode.chosen(open(false, true, false), 0));
    assertEquals(List.of(0, 1), PollNode.chosen(open(true, false, true), 0));
    assertEquals(List.of(1), PollNode.chosen(open(true, true, true), 0));
  }

  @Test
  void a_poll_says_how_it_stands() {
    assertEquals("Poll · choose one", PollNode.manner(open(false, false, false)));
    assertEquals("Poll · choose any", PollNode.manner(open(true, false, false)));
    var closed = poll(false, new CardView.Closing(Samples.NOON, 2, true), false, false);
    assertEquals("Poll · closed", PollNode.manner(closed));
    assertEquals(2, PollNode.notes(closed).size());
    assertEquals("Ana, Ben, Carla and 1 more", PollOption.who(closed.options().getFirst().names()));
    assertEquals(
        "Poll: Where to?, Porto 3 with yours, Faro 0, 3 votes",
        CardWords.of(open(false, true, false)));
    assertTrue(CardWords.of(closed).endsWith("3 votes, closed"));
  }

  @Test
  void cards_are_copied_with_all_that_they_say() {
    var place = new CardView.PlaceView(new Place(387_000_000, -91_000_000, "Castelo", 1500));
    assertEquals("Location: Castelo\ngeo:38.7,-9.1;u=1500", CardWords.lines(place));
    assertEquals("Location: Castelo, 38.7, -9.1, within 2 km", CardWords.of(place));
    assertEquals("Contact: Rui\n+351 912\nrui@example.org", CardWords.lines(RUI));
    assertEquals("Contact: Rui, +351 912, rui@example.org", CardWords.of(RUI));
    assertEquals(
        "Poll: Where to?\n- Porto: 3\n- Faro: 0", CardWords.lines(open(false, false, false)));
  }

  @Test
  void what_is_typed_as_a_place_is_understood_or_said_not_to_be() {
    assertEquals("This is 38.7, -9.1.", said("geo:38.7,-9.1"));
    assertTrue(said("91, 0").startsWith("There is no such place"));
    assertTrue(said("https://maps.app.goo.gl/x").startsWith("Only the map service"));
    assertTrue(said("Lisbon").startsWith("Write latitude"));
    assertEquals("", said(" "));
  }

  private static String said(String typed) {
    return PlaceForm.words(typed, PlaceText.read(typed));
  }

  @Test
  void votes_closes_and_additions_reach_the_engine() {
    deeds.vote(Samples.message(1), List.of(1));
    assertEquals(new CardIntent.Vote(Samples.message(1), List.of(1)), engine.last());
    deeds.close(Samples.message(1));
    assertEquals(new CardIntent.ClosePoll(Samples.message(1)), engine.last());
    engine.refuse("own-link");
    deeds.add("juntos://add/x");
    assertEquals(new Intent.AddContact("juntos://add/x"), engine.last());
    assertEquals(1, engine.complaints.size());
    assertFalse(deeds.isSelf(Samples.ANA.account()));
  }
}
