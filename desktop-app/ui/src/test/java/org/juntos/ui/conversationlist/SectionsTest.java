package org.juntos.ui.conversationlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.Choice;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PersonalView.FolderView;
import org.juntos.engine.model.Quiet;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.platform.notifier.Chimes;

class SectionsTest {
  private static final UUID WORK = new UUID(1, 1);

  private final FakeEngine engine = new FakeEngine();
  private final ContactView ines = Samples.contact("Inês");
  private final ContactView tom = Samples.contact("Tom");
  private final ConversationListViewModel model =
      new ConversationListViewModel(
          engine.link(),
          new Choosing(engine.link(), Samples.TIMES, Chimes.NONE, engine.complaints::add));

  private static ChosenView chosen(
      Instant mutedUntil, boolean archived, long pinned, boolean mark) {
    return new ChosenView(
        mutedUntil, Notices.ALL, NoticeSound.USUAL, archived, pinned, mark, Set.of(WORK));
  }

  private void show(ConversationView... views) {
    engine.conversations.set(List.of(views));
  }

  private List<String> names() {
    return model.shown().stream().map(view -> view.contact().name()).toList();
  }

  @Test
  void pinned_ones_come_first_in_their_order_and_the_others_stay_in_theirs() {
    show(
        Samples.conversation(Samples.ANA, 0),
        Samples.conversation(ines, 0).with(chosen(Instant.EPOCH, false, 1, false)),
        Samples.conversation(tom, 0).with(chosen(Instant.EPOCH, false, 2, false)));
    assertEquals(List.of("Tom", "Inês", "Ana"), names());
    assertEquals(2, model.pinned().size());
  }

  @Test
  void what_is_archived_is_out_of_the_list_and_found_by_its_name() {
    show(
        Samples.conversation(Samples.ANA, 3),
        Samples.conversation(ines, 0).with(chosen(Instant.EPOCH, true, 0, false)));
    assertEquals(List.of("Ana"), names());
    assertEquals(1, model.archived().get());
    model.filter().set("ine");
    assertEquals(List.of("Inês"), names());
    model.filter().set("");
    model.toggleArchived();
    assertEquals(List.of("Inês"), names());
    model.toggleArchived();
    assertEquals(List.of("Ana"), names());
  }

  @Test
  void what_is_unread_stays_while_it_is_open() {
    show(
        Samples.conversation(Samples.ANA, 0),
        Samples.conversation(ines, 2),
        Samples.conversation(tom, 0).with(chosen(Instant.EPOCH, false, 0, true)));
    model.showSection(1);
    assertEquals(List.of("Inês", "Tom"), names());
    model.open().set(ines.conversation());
    show(Samples.conversation(Samples.ANA, 0), Samples.conversation(ines, 0));
    assertEquals(List.of("Inês"), names());
  }

  @Test
  void the_badge_counts_what_waits_and_not_what_is_muted_or_archived() {
    var muted = chosen(Samples.NOON.plus(Duration.ofHours(1)), false, 0, false);
    show(
        Samples.conversation(Samples.ANA, 3),
        Samples.conversation(ines, 5).with(muted),
        Samples.conversation(Samples.contact("Zoe"), 7).with(chosen(Instant.EPOCH, true, 0, false)),
        Samples.conversation(tom, 0).with(chosen(Instant.EPOCH, false, 0, true)));
    assertEquals(4, model.waiting().get());
    show(Samples.conversation(ines, 5).with(chosen(Samples.NOON, false, 0, false)));
    assertEquals(5, model.waiting().get(), "muted until now");
  }

  @Test
  void a_folder_shows_what_lies_in_it_and_one_that_is_removed_leads_to_all() {
    engine.personal.set(new PersonalView(List.of(new FolderView(WORK, "Work")), Quiet.NONE));
    show(
        Samples.conversation(Samples.ANA, 0),
        Samples.conversation(tom, 0).with(chosen(Instant.EPOCH, false, 0, false)));
    model.showSection(4);
    assertEquals(List.of("Tom"), names());
    model.showSection(8);
    assertEquals(List.of("Tom"), names());
    engine.personal.set(PersonalView.NONE);
    assertEquals(List.of("Ana", "Tom"), names());
  }

  @Test
  void choices_are_submitted_and_refusals_told() {
    model.choosing().mute(tom.conversation(), Duration.ofHours(8));
    assertEquals(
        new ChoiceIntent.Choose(
            new Choice.Muted(tom.conversation(), Samples.NOON.plus(Duration.ofHours(8)))),
        engine.last());
    engine.answer(new Outcome.FolderMade(WORK));
    var made = new ArrayList<UUID>();
    model.choosing().make("Work", made::add);
    assertEquals(List.of(WORK), made);
    engine.refuse("folder-exists");
    model.choosing().make("Work", made::add);
    assertEquals(1, made.size());
    assertEquals("folder-exists", engine.complaints.getFirst().code());
  }

  @Test
  void thousands_of_conversations_are_sorted_without_being_asked_twice() {
    var many = new ArrayList<ConversationView>();
    for (int i = 0; i < 5_000; i++) {
      many.add(Samples.conversation(Samples.contact("Person " + i), i % 3));
    }
    engine.conversations.set(many);
    assertEquals(5_000, model.shown().size());
    model.showSection(1);
    assertTrue(model.shown().stream().allMatch(Section::isUnread));
  }
}
