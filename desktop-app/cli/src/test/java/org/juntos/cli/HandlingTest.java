package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ContactView;

/// What is done with messages beside changing them, from the command line.
class HandlingTest extends AtTheTerminal {
  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");
  private final ContactView eva = profile.addContact("cccccccc-0000-4000-8000-000000000003", "Eva");

  @TempDir Path folder;

  @Test
  void messages_are_forwarded_to_several_and_what_was_not_taken_is_told() throws Exception {
    var one = profile.append("one").id();
    var two = profile.append("two").id();
    assertEquals(
        1,
        ana.types(
            "--json", "forward", one.toString(), two.toString(), "--to", "Ben", "--to", "Eva"));
    assertEquals(
        new HandlingIntent.Forward(
            List.of(one, two), List.of(ben.conversation(), eva.conversation())),
        profile.submitted.getLast());
    var lines = ana.jsonLines();
    assertEquals(one.toString(), lines.getFirst().get("id"));
    assertEquals("refused", lines.getLast().get("stage"));
    assertEquals("contact-blocked", ana.errorCode());
    assertEquals(2, ana.types("--json", "forward", one.toString()));
  }

  @Test
  void a_text_goes_silently_and_to_several() throws Exception {
    assertEquals(0, ana.types("--json", "send", "Ben", "--text", "psst", "--silent"));
    var sent = assertInstanceOf(HandlingIntent.Send.class, profile.submitted.getLast());
    assertEquals(List.of(ben.conversation()), sent.to());
    assertTrue(sent.words().silent());
    assertEquals(0, ana.types("--json", "send", "Ben", "--also", "Eva", "--text", "for all"));
    assertEquals(
        new HandlingIntent.Send(
            List.of(ben.conversation(), eva.conversation()), HandlingIntent.Words.of("for all")),
        profile.submitted.getLast());
    assertEquals(2, ana.jsonLines().size());
    assertEquals(
        2, ana.types("--json", "send", "Ben", "--also", "Eva", "--text", "x", "--wait", "seen"));
    assertEquals("usage", ana.errorCode());
  }

  @Test
  void messages_are_starred_listed_and_pinned() throws Exception {
    var id = profile.append("the address").id();
    assertEquals(0, ana.types("--json", "star", id.toString()));
    assertEquals(true, ana.json().get("starred"));
    assertEquals(0, ana.types("--json", "starred"));
    assertEquals("the address", ana.json().get("text"));
    assertEquals(0, ana.types("unstar", id.toString()));
    assertEquals(new HandlingIntent.Star(List.of(id), false), profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "starred"));
    assertEquals("", ana.shown());
    assertEquals(0, ana.types("--json", "pin", id.toString()));
    assertEquals(true, ana.json().get("pinned"));
    assertEquals(0, ana.types("unpin", id.toString()));
    assertEquals(new HandlingIntent.Pin(id, false), profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "pins", "Ben"));
    assertEquals(1, ana.types("--json", "star", "x"));
    assertEquals("message-unknown", ana.errorCode());
  }

  @Test
  void details_tell_who_has_it_and_when() throws Exception {
    var id = profile.append("hello").id().toString();
    assertEquals(0, ana.types("--json", "details", id));
    var line = ana.json();
    assertEquals("Laptop", line.get("deviceName"));
    assertTrue(String.valueOf(line.get("members")).contains("name=Ben"));
    assertTrue(String.valueOf(line.get("members")).contains("device=2"));
    assertTrue(String.valueOf(line.get("versions")).contains("text=one"));
    assertEquals(0, ana.types("details", id));
    assertTrue(ana.shown().contains("seen"), ana.shown());
    assertTrue(ana.shown().contains("on device 2: delivered"), ana.shown());
  }

  @Test
  void a_draft_is_set_shown_and_cleared() throws Exception {
    var file = Files.writeString(folder.resolve("a.txt"), "a");
    assertEquals(
        0, ana.types("--json", "draft", "set", "Ben", "yes, but", "--attach", file.toString()));
    assertEquals(
        new HandlingIntent.KeepDraft(
            ben.conversation(),
            "yes, but",
            null,
            List.of(new Intent.OutgoingFile(file, true, false))),
        profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "draft", "show", "Ben"));
    assertEquals("", ana.json().get("text"));
    assertEquals(0, ana.types("draft", "clear", "Ben"));
    assertEquals(
        new HandlingIntent.KeepDraft(ben.conversation(), "", null, List.of()),
        profile.submitted.getLast());
  }

  @Test
  void a_message_is_scheduled_changed_sent_now_and_cancelled() throws Exception {
    var id = MemoryHandling.SCHEDULED.toString();
    assertEquals(
        0,
        ana.types(
            "--json", "schedule", "add", "Ben", "--at", "2026-05-31T18:30Z", "--text", "later"));
    assertEquals(
        new HandlingIntent.Schedule(
            ben.conversation(),
            HandlingIntent.Words.of("later"),
            Instant.parse("2026-05-31T18:30:00Z")),
        profile.submitted.getLast());
    assertEquals(id, ana.json().get("scheduled"));
    assertEquals(0, ana.types("schedule", "list"));
    assertTrue(ana.shown().contains("not sent: You have blocked this person."), ana.shown());
    assertFalse(ana.shown().contains("\u001b"), ana.shown());
    assertEquals(
        0, ana.types("schedule", "change", id, "--at", "2026-06-01T09:00:00+02:00", "--text", "x"));
    assertEquals(
        new HandlingIntent.Reschedule(
            MemoryHandling.SCHEDULED, "x", Instant.parse("2026-06-01T07:00:00Z")),
        profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "schedule", "now", id));
    assertEquals("accepted", ana.json().get("stage"));
    assertEquals(0, ana.types("schedule", "cancel", id));
    assertEquals(
        new HandlingIntent.CancelScheduled(MemoryHandling.SCHEDULED), profile.submitted.getLast());
    assertEquals(
        1, ana.types("--json", "schedule", "add", "Ben", "--at", "tomorrow", "--text", "x"));
    assertEquals("time-invalid", ana.errorCode());
    assertEquals(1, ana.types("--json", "schedule", "cancel", "x"));
    assertEquals("scheduled-unknown", ana.errorCode());
  }
}
