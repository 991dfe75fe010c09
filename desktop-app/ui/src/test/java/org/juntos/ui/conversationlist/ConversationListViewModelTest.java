package org.juntos.ui.conversationlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.platform.notifier.Chimes;

class ConversationListViewModelTest {
  private final FakeEngine engine = new FakeEngine();
  private final ContactView ines = Samples.contact("Inês");
  private final ContactView tom = Samples.contact("Tom");
  private final ConversationListViewModel model =
      new ConversationListViewModel(
          engine.link(), new Choosing(engine.link(), Samples.TIMES, Chimes.NONE, _ -> {}));

  ConversationListViewModelTest() {
    engine.conversations.set(
        List.of(
            Samples.conversation(Samples.ANA, 0),
            Samples.conversation(ines, 0),
            Samples.conversation(tom, 4)));
  }

  @Test
  void finds_names_whatever_their_case_and_accents() {
    model.filter().set(" ines");
    assertEquals(List.of(Samples.conversation(ines, 0)), model.shown());
    model.filter().set("zz");
    assertEquals(List.of(), model.shown());
  }

  @Test
  void walks_through_the_conversations_and_stops_at_both_ends() {
    model.move(1);
    assertEquals(Samples.ANA.conversation(), model.open().get());
    model.move(1);
    model.move(5);
    assertEquals(tom.conversation(), model.open().get());
    model.move(-9);
    assertEquals(Samples.ANA.conversation(), model.open().get());
  }

  @Test
  void jumps_to_what_is_unread() {
    model.open().set(Samples.ANA.conversation());
    model.moveToUnread(1);
    assertEquals(tom.conversation(), model.open().get());
    model.moveToUnread(1);
    assertEquals(tom.conversation(), model.open().get());
  }

  @Test
  void keeps_what_is_open_when_the_order_changes() {
    model.open().set(ines.conversation());
    engine.conversations.set(List.of(Samples.conversation(tom, 5), Samples.conversation(ines, 0)));
    assertEquals(1, model.indexOfOpen());
    assertEquals(5, model.waiting().get());
    assertNull(model.find(Samples.ANA.conversation()));
  }

  @Test
  void says_in_one_line_where_a_contact_stands() {
    var asking = Samples.contact("Eve", Standing.ASKING);
    assertEquals("Wants to talk to you", Excerpt.of(Samples.conversation(asking, 0)));
    var blocked = Samples.contact("Eve", Standing.BLOCKED);
    assertEquals("Blocked", Excerpt.of(Samples.conversation(blocked, 0)));
  }
}
