package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Attachment;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.VersionView;

/// What is done to messages that are there, from the command line.
class MessagesTest extends AtTheTerminal {
  private static final String THUMB = "\uD83D\uDC4D";

  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  @Test
  void a_reaction_is_made_and_taken_back() throws Exception {
    var message = profile.arrive(ben, "shall we?");
    assertEquals(0, ana.types("--json", "react", message.id().toString(), THUMB));
    assertEquals(new MessageIntent.React(message.id(), THUMB), profile.submitted.getLast());
    assertTrue(ana.shown().contains("\"own\":true"), ana.shown());
    assertEquals(0, ana.types("react", message.id().toString(), "--remove"));
    assertEquals(new MessageIntent.React(message.id(), ""), profile.submitted.getLast());
  }

  @Test
  void a_reply_an_edit_and_a_deletion_go_to_the_engine_as_they_were_typed() throws Exception {
    var id = profile.append("see you").id();
    assertEquals(0, ana.types("--json", "reply", id.toString(), "at\neight"));
    assertEquals(new MessageIntent.Reply(id, "at\neight", List.of()), profile.submitted.getLast());
    assertEquals("accepted", ana.json().get("stage"));
    assertEquals(
        0,
        ana.pipes(
            "nine \n".getBytes(StandardCharsets.UTF_8), "--json", "edit", id.toString(), "-"));
    assertEquals(new MessageIntent.Edit(id, "nine \n"), profile.submitted.getLast());
    assertEquals(true, ana.json().get("edited"));
    assertEquals(1, ana.types("--json", "delete", id.toString(), "--for-everyone"));
    assertEquals(new MessageIntent.Delete(id, true), profile.submitted.getLast());
    assertEquals("message-too-old", ana.errorCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"react x 1", "reply x y", "edit x y", "delete x", "versions x"})
  void what_names_no_message_is_refused(String command) throws Exception {
    assertEquals(
        1,
        ana.types(
            Stream.concat(Stream.of("--json"), Stream.of(command.split(" ", -1)))
                .toArray(String[]::new)));
    assertEquals("message-unknown", ana.errorCode());
    assertTrue(profile.submitted.isEmpty());
  }

  @Test
  void either_an_emoji_or_remove_is_given() throws Exception {
    assertEquals(2, ana.types("--json", "react", "x"));
    assertEquals("usage", ana.errorCode());
    assertEquals(2, ana.types("--json", "react", "x", THUMB, "--remove"));
  }

  @Test
  void versions_are_printed_oldest_first() throws Exception {
    var id = profile.append("three").id().toString();
    profile.versions =
        List.of(
            new VersionView("one", MemoryProfile.NOON),
            new VersionView("three", MemoryProfile.NOON.plusSeconds(60)));
    assertEquals(0, ana.types("--json", "versions", id));
    assertEquals(
        List.of("one", "three"), ana.jsonLines().stream().map(line -> line.get("text")).toList());
  }

  @Test
  void history_shows_what_was_done_and_what_a_message_replies_to() throws Exception {
    var entry = profile.arrive(ben, "yes");
    var people =
        List.of(new MarksView.Reacting(ben.account(), "Ben\u001b[2J", false, MemoryProfile.NOON));
    var quote =
        new MarksView.QuoteView(
            entry.id(),
            ben.account(),
            "Ben",
            false,
            "shall we?",
            List.of(Attachment.Kind.IMAGE, Attachment.Kind.IMAGE),
            MarksView.State.HERE);
    var unsent = new EntryView.Failure("contact-blocked", "You have blocked this person.");
    profile.replace(
        entry,
        entry.with(
            new MarksView(
                List.of(new MarksView.ReactionView(THUMB, false, people)), true, quote, unsent)));
    assertEquals(0, ana.types("--json", "history", "Ben"));
    var line = ana.json();
    assertEquals(true, line.get("edited"));
    assertTrue(String.valueOf(line.get("quote")).contains("state=here"));
    assertTrue(String.valueOf(line.get("unsent")).contains("code=contact-blocked"));
    assertEquals(0, ana.types("history", "Ben"));
    assertTrue(ana.shown().contains("(edited)"), ana.shown());
    assertTrue(ana.shown().contains("(reply to Ben: "), ana.shown());
    assertFalse(ana.shown().contains("\u001b"), ana.shown());
  }

  @Test
  void receive_prints_what_others_did_once() throws Exception {
    var message = profile.append("hello");
    done(message, ChangeView.Kind.REACTION, THUMB);
    done(message, ChangeView.Kind.DELETION, "");
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    var lines = ana.jsonLines();
    assertEquals(
        List.of("reaction", "deletion"), lines.stream().map(line -> line.get("kind")).toList());
    assertEquals(message.id().toString(), lines.getFirst().get("id"));
    assertEquals(THUMB, lines.getFirst().get("text"));
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    assertEquals("", ana.shown());
    done(message, ChangeView.Kind.REACTION, "");
    assertEquals(0, ana.types("receive", "--until-empty"));
    assertTrue(ana.shown().contains("took a reaction back"), ana.shown());
  }

  /// Ben does something to a message.
  private void done(EntryView message, ChangeView.Kind kind, String text) {
    var change =
        new ChangeView(
            profile.changes.size() + 1,
            ben.conversation(),
            message.id(),
            ben.account(),
            "Ben",
            false,
            kind,
            text,
            MemoryProfile.NOON);
    profile.changes.add(change);
    profile.tell(new Event.MessageChanged(change));
  }
}
