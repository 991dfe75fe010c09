package org.juntos.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.DraftView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.KeptView;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fx.EngineLink;

class ComposeViewModelTest {
  private static final ContactView BEN = Samples.contact("Ben");

  private final AtomicBoolean usual = new AtomicBoolean();
  private final FakeEngine engine = new FakeEngine();
  private final ComposeViewModel model =
      new ComposeViewModel(
          engine.link(), Samples.ANA.conversation(), usual::get, engine.complaints::add);

  @TempDir private Path folder;

  @Test
  void sends_the_text_as_it_was_written() {
    model.text().set("  two  spaces\n");
    model.send();
    assertEquals(
        new Intent.SendMessage(Samples.ANA.conversation(), "  two  spaces\n", List.of()),
        engine.last());
    assertEquals("", model.text().get());
  }

  @Test
  void sends_nothing_when_there_is_nothing() {
    model.text().set(" \n ");
    model.send();
    assertTrue(engine.submitted.isEmpty());
  }

  @Test
  void sends_files_with_their_quality() throws IOException {
    var photo = Files.write(folder.resolve("photo.jpg"), new byte[10]);
    model.attach(List.of(photo));
    model.original().set(true);
    model.send();
    var sent = assertInstanceOf(Intent.SendMessage.class, engine.last());
    assertEquals(List.of(new Intent.OutgoingFile(photo, true, false)), sent.files());
    assertTrue(model.isEmpty());
  }

  @Test
  void files_go_as_they_usually_do_unless_this_message_is_to_be_otherwise() throws IOException {
    var photo = Files.write(folder.resolve("photo.jpg"), new byte[2_400_000]);
    usual.set(true);
    var other = writing(BEN);
    other.attach(List.of(photo));
    assertTrue(other.original().get());
    assertEquals(
        "2.4 MB, as it is; what it says of place and camera is taken out all the same",
        QualityRow.words(true, other.files()));
    assertEquals(
        "2.4 MB now, made smaller before it leaves", QualityRow.words(false, other.files()));
    other.original().set(false);
    engine.refuse("disk-full");
    other.send();
    assertFalse(other.original().get(), "put back as it was");
    other.remove(other.files().getFirst());
    assertTrue(other.original().get(), "the next ones go as usual");
  }

  @Test
  void refuses_folders_and_keeps_the_rest() throws IOException {
    var file = Files.write(folder.resolve("a.txt"), new byte[1]);
    model.attach(List.of(folder, file, folder.resolve("missing")));
    assertEquals(1, model.files().size());
    assertEquals(2, engine.complaints.size());
  }

  @Test
  void puts_back_what_was_refused() throws IOException {
    var file = Files.write(folder.resolve("a.txt"), new byte[1]);
    model.text().set("hello");
    model.attach(List.of(file));
    engine.refuse("message-too-long");
    model.send();
    assertEquals("hello", model.text().get());
    assertEquals(1, model.files().size());
    assertEquals("message-too-long", engine.complaints.getFirst().code());
  }

  @Test
  void a_reply_goes_with_the_next_message_only() {
    var ana = Samples.theirs(1, Samples.NOON, "shall we?");
    model.reply(ana);
    model.text().set("yes");
    engine.refuse("contact-blocked");
    model.send();
    assertEquals(new ComposeMode.Replying(ana), model.mode().get());
    assertEquals("yes", model.text().get());
    model.send();
    assertEquals(new MessageIntent.Reply(ana.id(), "yes", List.of()), engine.last());
    model.text().set("and");
    model.send();
    assertEquals(
        new Intent.SendMessage(Samples.ANA.conversation(), "and", List.of()), engine.last());
  }

  @Test
  void a_card_replies_like_the_next_message_and_leaves_what_is_written() {
    var ana = Samples.theirs(1, Samples.NOON, "where?");
    var answers = new ArrayList<Outcome>();
    model.reply(ana);
    model.text().set("half a thought");
    engine.refuse("place-not-understood");
    model.beside().send(to -> new CardIntent.ShowPlace(to, "here", ""), answers::add);
    assertInstanceOf(Outcome.Refused.class, answers.getFirst());
    assertTrue(engine.complaints.isEmpty(), "the form says it");
    assertEquals(new ComposeMode.Replying(ana), model.mode().get());
    model.beside().send(to -> new CardIntent.ShowPlace(to, "1, 2", ""), answers::add);
    assertEquals(
        new CardIntent.ShowPlace(
            new CardIntent.To(Samples.ANA.conversation(), ana.id(), false), "1, 2", ""),
        engine.last());
    assertEquals(new ComposeMode.Writing(), model.mode().get());
    assertEquals("half a thought", model.text().get());
  }

  @Test
  void an_edit_takes_the_place_of_the_draft_until_it_is_done_or_cancelled() {
    var own = Samples.own(1, Samples.NOON, "at eight", EntryView.Stage.SEEN);
    model.text().set("half a thought");
    model.edit(own);
    assertEquals("at eight", model.text().get());
    assertTrue(model.cancel());
    assertFalse(model.cancel());
    assertEquals("half a thought", model.text().get());

    model.edit(own);
    model.text().set("at nine");
    engine.refuse("message-too-old");
    model.send();
    assertEquals("at nine", model.text().get());
    assertTrue(model.isEditing());
    model.send();
    assertEquals(new MessageIntent.Edit(own.id(), "at nine"), engine.last());
    assertEquals("half a thought", model.text().get());
    assertFalse(model.isEditing());
  }

  @Test
  void tells_when_something_is_sent() {
    var sent = new AtomicInteger();
    model.whenSent(sent::incrementAndGet);
    model.send();
    model.text().set("x");
    model.send();
    assertEquals(1, sent.get());
  }

  @Test
  void removes_a_pasted_picture_once_it_is_sent_or_left_out() throws IOException {
    var pasted = Files.write(folder.resolve("picture-1.png"), new byte[1]);
    model.attachTemporary(pasted);
    model.send();
    assertFalse(Files.exists(pasted));

    Files.write(pasted, new byte[1]);
    model.attachTemporary(pasted);
    model.remove(model.files().getFirst());
    assertFalse(Files.exists(pasted));
  }

  @Test
  void never_removes_a_file_of_the_person() throws IOException {
    var own = Files.write(folder.resolve("own.png"), new byte[1]);
    model.attach(List.of(own));
    model.remove(model.files().getFirst());
    assertTrue(Files.exists(own));
  }

  @Test
  void says_how_many_files_are_being_prepared() throws IOException {
    var background = new ArrayDeque<Runnable>();
    var slow =
        new ComposeViewModel(
            new EngineLink(engine, engine, Runnable::run, background::add),
            Samples.ANA.conversation(),
            usual::get,
            engine.complaints::add);
    slow.attach(List.of(Files.write(folder.resolve("film.mp4"), new byte[1])));
    slow.send();
    assertEquals(1, slow.preparing().get());
    background.remove().run();
    assertEquals(0, slow.preparing().get());
  }

  @Test
  void what_was_begun_is_there_again_and_is_kept_while_it_grows() throws IOException {
    var file = Files.write(folder.resolve("report.pdf"), new byte[1]);
    var ana = Samples.theirs(1, Samples.NOON, "shall we?");
    engine.stored.put(ana.id(), ana);
    var files =
        List.of(
            new Intent.OutgoingFile(file, true, false),
            new Intent.OutgoingFile(folder.resolve("gone"), true, false));
    begun(new DraftView("yes, but", ana.id(), files, Samples.NOON));
    var again = writing(Samples.ANA);
    assertEquals("yes, but", again.text().get());
    assertEquals(new ComposeMode.Replying(ana), again.mode().get());
    assertEquals(List.of(file), again.files().stream().map(PendingFile::path).toList());
    assertTrue(again.original().get());
    again.text().set("yes, but when?");
    again.keep();
    again.keep();
    assertEquals(
        List.of(
            new HandlingIntent.KeepDraft(
                Samples.ANA.conversation(), "yes, but when?", ana.id(), files.subList(0, 1))),
        engine.drafts);
    again.send();
    assertEquals(
        new HandlingIntent.KeepDraft(Samples.ANA.conversation(), "", null, List.of()),
        engine.drafts.getLast());
  }

  private ComposeViewModel writing(ContactView with) {
    return new ComposeViewModel(
        engine.link(), with.conversation(), usual::get, engine.complaints::add);
  }

  private void begun(DraftView draft) {
    engine.conversations.set(
        List.of(
            new ConversationView(Samples.ANA.conversation(), Samples.ANA, 0, Samples.NOON, null)
                .with(new KeptView(draft, List.of(), 0))));
  }

  @Test
  void nothing_goes_to_another_conversation_than_the_one_it_was_written_in() {
    var waiting = new ArrayDeque<Runnable>();
    var slow = new EngineLink(engine, engine, Runnable::run, waiting::add);
    var models =
        List.of(
            new ComposeViewModel(
                slow, Samples.ANA.conversation(), usual::get, engine.complaints::add),
            new ComposeViewModel(slow, BEN.conversation(), usual::get, engine.complaints::add));
    for (int number = 0; number < 20; number++) { // typed and sent while the other one is sending
      var here = models.get(number % 2);
      here.text().set("to " + number % 2);
      here.send();
      here.text().set("begun in " + number % 2);
      here.keep();
      if (number % 3 == 0 && !waiting.isEmpty()) {
        waiting.remove().run();
      }
    }
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    assertEquals(20, engine.submitted.size());
    for (var intent : engine.submitted) {
      var sent = assertInstanceOf(Intent.SendMessage.class, intent);
      assertEquals(
          sent.conversation().equals(Samples.ANA.conversation()) ? "to 0" : "to 1", sent.body());
    }
    for (var draft : engine.drafts) {
      var of = draft.conversation().equals(Samples.ANA.conversation()) ? "0" : "1";
      assertTrue(draft.body().isEmpty() || draft.body().equals("begun in " + of), draft.body());
    }
  }

  @Test
  void it_is_sent_without_a_sound_later_or_to_several() {
    var ana = Samples.ANA.conversation();
    var to = List.of(ana, BEN.conversation());
    model.text().set("one");
    model.sendSilently();
    assertEquals(
        new HandlingIntent.Send(
            List.of(ana), new HandlingIntent.Words("one", List.of(), null, true)),
        engine.last());
    model.text().set("two");
    model.sendLater(Samples.NOON);
    assertEquals(
        new HandlingIntent.Schedule(ana, HandlingIntent.Words.of("two"), Samples.NOON),
        engine.last());
    model.text().set("three");
    var no = Problem.local("contact-blocked", "No.", "");
    engine.answer(
        new Outcome.Spread(List.of(), List.of(new Outcome.Spread.Left(to.getLast(), no))));
    model.sendTo(to);
    assertEquals(new HandlingIntent.Send(to, HandlingIntent.Words.of("three")), engine.last());
    assertEquals(List.of(no), engine.complaints);
    assertTrue(model.isEmpty());
    model.sendLater(Samples.NOON);
    assertEquals(3, engine.submitted.size());
  }
}
