package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Kind;
import org.juntos.testkit.lie.Lies;

/// What a relay can do to messages on their way.
final class LyingOverSocketsTest extends LyingStory {
  private static final List<String> TEXTS = List.of("one", "two", "three", "four", "five", "six");

  @BeforeEach
  void two_contacts() throws Exception {
    People.introduce(alice(), bob());
  }

  @Test
  void a_message_that_is_given_to_somebody_else_says_nothing_there() throws Exception {
    var carol = town().person("Carol");
    People.introduce(alice(), carol);
    var withheld = new MailboxLies.Withholding(bob().account());
    relay().lie(withheld);
    var message = alice().write(bob(), "for Bob only");
    relay().deliver(device(carol), withheld.next());
    delivered(alice().write(carol, "for Carol"));
    assertEquals(List.of("for Carol"), carol.texts(alice()));
    assertEquals(List.of(), notices(carol, alice()));

    relay().beHonest();
    comeBack(bob());
    delivered(message);
    assertEquals(List.of("for Bob only"), bob().texts(alice()));
  }

  @Test
  void a_message_that_is_sent_back_to_its_author_says_nothing_there() throws Exception {
    delivered(alice().write(bob(), "hello"));
    relay().deliver(device(alice()), lastSent(alice()));
    bob().write(alice(), "hello yourself");
    alice().until("an answer", p -> !p.received(bob()).isEmpty());

    assertEquals(List.of("hello", "hello yourself"), alice().texts(bob()));
    assertEquals(List.of(), notices(alice(), bob()));
  }

  @Test
  void repeats_under_the_same_and_under_other_ids_are_invisible() throws Exception {
    delivered(alice().write(bob(), "once"));
    var again = lastSent(alice());
    for (int i = 0; i < 5; i++) {
      relay().deliver(device(bob()), again);
      relay().deliver(device(bob()), MailboxLies.relabelled(again, random()));
    }
    bob().restart();
    bob().until("caught up", Person::isCaughtUp);
    relay().deliver(device(bob()), again);
    relay().deliver(device(bob()), MailboxLies.relabelled(again, random()));
    delivered(alice().write(bob(), "twice"));

    assertEquals(List.of("once", "twice"), bob().texts(alice()));
    assertEquals(List.of(), notices(bob(), alice()));
  }

  @Test
  void swapped_labels_change_nothing_about_what_was_said() throws Exception {
    var texts = readLater(MailboxLies.swappedIds());
    assertEquals(texts, bob().texts(alice()));
    assertEquals(List.of(), notices(bob(), alice()));
  }

  @Test
  void what_comes_in_another_order_is_shown_as_it_was_written() throws Exception {
    var texts = readLater(MailboxLies.reversed());
    assertEquals(texts, bob().texts(alice()));
    assertEquals(List.of(), notices(bob(), alice()));
    bob().restart();
    assertEquals(texts, bob().texts(alice()));
  }

  /// Bob comes back to several messages, about which the relay lies, and to one more, about which
  /// it does not. Returns all of them as Alice wrote them.
  private List<String> readLater(Lies lies) throws InterruptedException {
    bob().done(new Intent.GoOffline());
    for (var text : TEXTS) {
      alice().write(bob(), text);
    }
    alice().until("all is sent", p -> p.waiting() == 0);
    relay().lie(lies);
    bob().done(new Intent.Reconnect());
    bob().until("all of it", p -> p.texts(alice()).size() == TEXTS.size());
    relay().beHonest();
    delivered(alice().write(bob(), "the end"));
    return with(TEXTS, "the end");
  }

  @Test
  void what_is_held_back_shows_as_a_gap_until_it_comes() throws Exception {
    delivered(alice().write(bob(), "one"));
    var withheld = new MailboxLies.Withholding(bob().account());
    relay().lie(withheld);
    var late = alice().write(bob(), "two");
    var held = withheld.next();
    relay().beHonest();
    delivered(alice().write(bob(), "three"));
    assertEquals(List.of("one", "three"), bob().texts(alice()));
    var kinds = bob().timeline(alice()).stream().map(EntryView::kind).toList();
    assertEquals(Kind.GAP, kinds.get(kinds.size() - 2));

    bob().write(alice(), "did you say something?");
    bob().done(new Intent.MarkSeen(bob().with(alice()), bob().timeline(alice()).getLast().id()));
    relay().deliver(device(bob()), held);
    delivered(late);
    assertEquals(List.of("one", "two", "three"), bob().received(alice()));
    assertEquals(List.of(), notices(bob(), alice()));
    bob().until("unread", p -> p.unread(alice()) == 1);
    delivered(alice().write(bob(), "four"));
    bob().done(new Intent.MarkSeen(bob().with(alice()), bob().timeline(alice()).getLast().id()));
    bob().until("read", p -> p.unread(alice()) == 0);
    alice().until("seen", p -> p.stage(late) == EntryView.Stage.SEEN);
  }

  @Test
  void what_the_relay_only_says_to_have_taken_is_not_called_delivered() throws Exception {
    relay().lie(MailboxLies.nothingTaken());
    var lost = alice().write(bob(), "lost");
    alice().until("called accepted", p -> p.stage(lost) == EntryView.Stage.SENT);
    relay().beHonest();
    delivered(alice().write(bob(), "found"));

    assertEquals(EntryView.Stage.SENT, alice().stage(lost));
    assertEquals(List.of("found"), bob().texts(alice()));
    assertTrue(bob().timeline(alice()).stream().anyMatch(entry -> entry.kind() == Kind.GAP));
  }

  @Test
  void poison_is_put_away_and_the_rest_arrives() throws Exception {
    var poison = new MailboxLies.Poison(bob().account(), random());
    relay().lie(poison);
    for (var text : TEXTS) {
      delivered(alice().write(bob(), text));
    }
    bob().until("put away", _ -> relay().acknowledged().containsAll(poison.ids()));
    bob().restart();
    relay().beHonest();
    delivered(alice().write(bob(), "the end"));

    assertTrue(poison.ids().size() >= 4 * TEXTS.size());
    assertEquals(with(TEXTS, "the end"), bob().texts(alice()));
    assertEquals(List.of(), notices(bob(), alice()));
  }

  @Test
  void in_a_mess_of_all_that_everybody_reads_what_is_for_them() throws Exception {
    var carol = town().person("Carol");
    People.introduce(alice(), carol);
    relay().lie(MailboxLies.mess(random()));
    for (var text : TEXTS) {
      delivered(alice().write(bob(), text));
      relay().deliver(device(carol), lastSent(alice()));
      relay().deliver(device(carol), lastSent(bob()));
    }
    delivered(alice().write(carol, "the end"));

    assertEquals(TEXTS, bob().texts(alice()));
    assertEquals(List.of("the end"), carol.texts(alice()));
  }

  private static List<String> with(List<String> texts, String last) {
    var all = new ArrayList<>(texts);
    all.add(last);
    return all;
  }

  /// Leaves the relay and comes back: what was not acknowledged is delivered again.
  private static void comeBack(Person person) throws InterruptedException {
    person.done(new Intent.GoOffline());
    person.done(new Intent.Reconnect());
  }
}
