package org.juntos.ui.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

class AddressBookViewModelTest {
  private static final AccountId ACCOUNT = new AccountId(new UUID(1, 2));

  private final FakeEngine engine = new FakeEngine();
  private final List<ConversationId> added = new ArrayList<>();

  private static AddressView zoe(boolean found) {
    var id = Bytes.ofHex("42".repeat(16));
    return new AddressView(
        id, "Zoë", List.of("912 345 678"), List.of(), found ? ACCOUNT : null, false);
  }

  private AddressBookViewModel model() {
    engine.answer(new Outcome.AddressBook(List.of(zoe(false))));
    return new AddressBookViewModel(engine.link(), "PT", added::add);
  }

  @Test
  void people_are_looked_for_in_ones_own_country_and_shown_as_found() {
    var model = model();
    var view = new MatchView(1, 1, 0, null);
    engine.answer(new Outcome.Matched(view));
    engine.answer(new Outcome.AddressBook(List.of(zoe(true))));
    model.match();
    assertEquals(new PeopleIntent.MatchAddressBook("PT"), engine.submitted.get(1));
    assertEquals(view, model.matched().get());
    assertEquals(ACCOUNT, model.shown().getFirst().account());
    assertFalse(model.busy().get());
  }

  @Test
  void who_was_found_is_added_and_their_conversation_opened() {
    var model = model();
    var conversation = ConversationId.ofTwo(ACCOUNT, new AccountId(new UUID(3, 4)));
    engine.answer(new Outcome.Added(ACCOUNT, conversation));
    model.add(zoe(true));
    assertEquals(new PeopleIntent.AddAddress(zoe(true).id()), engine.last());
    assertEquals(List.of(conversation), added);
  }

  @Test
  void what_cannot_be_done_is_said_until_the_next_try() {
    var model = model();
    engine.refuse("numbers-spent");
    model.match();
    assertNotNull(model.problem().get());
    assertNull(model.matched().get());
    engine.answer(new Outcome.Matched(new MatchView(0, 1, 0, null)));
    model.match();
    assertNull(model.problem().get());
  }
}
