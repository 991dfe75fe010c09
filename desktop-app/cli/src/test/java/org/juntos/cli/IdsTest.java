package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;

/// Which message is meant, and what goes with one.
class IdsTest extends AtTheTerminal {
  private static final MessageId LATER = new MessageId(new UUID(0, 0));

  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  @Test
  void history_begins_each_message_with_what_is_enough_to_name_it() throws Exception {
    var message = profile.arrive(ben, "shall we?");
    var brief = message.id().toString().substring(0, 8);
    assertEquals(0, ana.types("history", "Ben"));
    assertTrue(ana.shown().startsWith(brief + "  2026-"), ana.shown());

    assertEquals(0, ana.types("react", brief.toUpperCase(Locale.ROOT), "\uD83D\uDC4D"));
    assertEquals(
        new MessageIntent.React(message.id(), "\uD83D\uDC4D"), profile.submitted.getLast());
    assertEquals(0, ana.types("star", brief.substring(0, 4)));
    assertEquals(new HandlingIntent.Star(List.of(message.id()), true), profile.submitted.getLast());
  }

  @Test
  void a_beginning_of_several_names_none() throws Exception {
    var one = profile.arrive(ben, "one");
    var id = one.id().value();
    var other = new MessageId(new UUID(id.getMostSignificantBits(), 1));
    profile.arrive(ben, "other");
    profile.replace(profile.before(Long.MAX_VALUE, 1).getFirst(), named(one, other));
    var common = one.id().toString().substring(0, 6);
    assertEquals(1, ana.types("--json", "details", common));
    assertEquals("message-ambiguous", ana.errorCode());
    assertEquals(1, ana.types("--json", "details", common.substring(0, 3)));
    assertEquals("message-unknown", ana.errorCode());
    assertEquals(1, ana.types("--json", "details", "ffffeeee"));
    assertEquals("message-unknown", ana.errorCode());
  }

  @Test
  void files_are_one_message_in_original_quality_unless_they_are_to_be_smaller() throws Exception {
    var one = ana.file("a.jpg", "a");
    var other = ana.file("b.jpg", "b");
    assertEquals(0, ana.types("send", "Ben", "--file", one, "--file", other));
    assertEquals(List.of(file(one, true), file(other, true)), sent());
    assertEquals(0, ana.types("send", "Ben", "--original", "--file", one));
    assertEquals(List.of(file(one, true)), sent());
    assertEquals(0, ana.types("send", "Ben", "--smaller", "--attach", one));
    assertEquals(List.of(file(one, false)), sent());
    assertEquals(2, ana.types("--json", "send", "Ben", "--original", "--smaller", "--file", one));
    assertEquals("usage", ana.errorCode());
  }

  @Test
  void a_message_is_tried_again_without_the_file_that_has_failed() throws Exception {
    var entry =
        profile.arrive(
            ben,
            "these",
            List.of(
                MemoryProfile.attachment(LATER, "a.jpg", State.CANCELLED),
                MemoryProfile.attachment(LATER, "b.jpg", State.FAILED)));
    var id = entry.id().toString();
    ana.types("retry", id);
    assertEquals(new Intent.RetryMessage(entry.id()), profile.submitted.getLast());
    ana.types("retry", id, "--without-failed");
    assertEquals(
        new Intent.RetryWithout(entry.id(), entry.attachments().getLast().index()),
        profile.submitted.getLast());
    var text = profile.arrive(ben, "only words");
    assertEquals(1, ana.types("--json", "retry", text.id().toString(), "--without-failed"));
    assertEquals("no-file-failed", ana.errorCode());
  }

  private static EntryView named(EntryView entry, MessageId id) {
    return new EntryView(
        entry.row() + 1,
        id,
        entry.author(),
        entry.authorName(),
        entry.outgoing(),
        entry.kind(),
        entry.body(),
        entry.sentAt(),
        entry.progress(),
        entry.attachments());
  }

  private List<Intent.OutgoingFile> sent() {
    return profile.submitted.getLast() instanceof Intent.SendMessage message
        ? message.files()
        : List.of();
  }

  private static Intent.OutgoingFile file(String path, boolean original) {
    return new Intent.OutgoingFile(Path.of(path), original, false);
  }
}
