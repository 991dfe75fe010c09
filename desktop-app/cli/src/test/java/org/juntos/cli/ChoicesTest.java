package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.ChoiceIntent;

/// The commands about what a person chooses for themselves.
class ChoicesTest {
  private static final String BEN = "6f1d2c3b-0a4e-4f5a-9b8c-7d6e5f4a3b2c";

  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;
  private ConversationId conversation;

  @BeforeEach
  void registered() throws IOException {
    ana = new Terminal(profile::open, folder);
    profile.register();
    profile.addContact(BEN, "Ben");
    conversation = profile.conversations.value().getFirst().id();
  }

  private void chooses(String field, String... command) throws Exception {
    assertEquals(0, ana.types(command), ana.shown());
    assertTrue(ana.shown().contains(field), ana.shown());
  }

  private Choice chosen() {
    return ((ChoiceIntent.Choose) profile.submitted.getLast()).choice();
  }

  @Test
  void a_conversation_is_muted_for_a_while_for_ever_and_not_any_more() throws Exception {
    chooses("\"muted\":true,\"mutedUntil\":\"", "--json", "mute", "Ben", "--for", "8h");
    var end = ((Choice.Muted) chosen()).until();
    assertTrue(Duration.between(Instant.now(), end).toHours() <= 8);
    chooses("\"muted\":true,\"mutedUntil\":null", "--json", "mute", "Ben");
    assertEquals(new Choice.Muted(conversation, Choice.FOREVER), chosen());
    chooses("\"muted\":true", "--json", "conversations");
    chooses("\"muted\":false", "--json", "unmute", "Ben");
  }

  @Test
  void a_length_that_is_none_is_a_wrong_command_line() throws Exception {
    assertEquals(2, ana.types("--json", "mute", "Ben", "--for", "a while"));
    assertEquals("usage", ana.errorCode());
    assertEquals(2, ana.types("--json", "mute", "Ben", "--for", "2020-01-01T00:00:00Z"));
    assertEquals(2, ana.types("--json", "mute", "Ben", "--for", "0h"));
  }

  @Test
  void a_conversation_is_archived_pinned_and_marked() throws Exception {
    chooses("\"archived\":true", "--json", "archive", "Ben");
    assertEquals(0, ana.types("--json", "conversations"));
    assertEquals("", ana.shown());
    chooses("\"archived\":true", "--json", "conversations", "--archived");
    chooses("\"archived\":false", "--json", "unarchive", "Ben");
    chooses("\"pinned\":true", "--json", "pin-conversation", "Ben");
    chooses("Ben  0 unread  pinned", "conversations");
    chooses("\"pinned\":false", "--json", "unpin-conversation", "Ben");
    chooses("\"markedUnread\":true", "--json", "mark-unread", "Ben");
    chooses("\"markedUnread\":false", "--json", "mark-unread", "Ben", "--off");
  }

  @Test
  void what_it_notifies_of_and_how_is_chosen_one_at_a_time() throws Exception {
    chooses("\"notify\":\"mentions\"", "--json", "notify", "Ben", "mentions");
    chooses("\"sound\":\"drop\"", "--json", "notify", "Ben", "--sound", "drop");
    assertEquals(2, ana.types("--json", "notify", "Ben"));
    assertEquals(2, ana.types("--json", "notify", "Ben", "sometimes"));
  }

  @Test
  void folders_are_made_filled_and_removed() throws Exception {
    chooses("\"name\":\"Family\"", "--json", "folder", "create", "Family");
    chooses("\"folders\":[\"Family\"]", "--json", "folder", "add", "family", "Ben");
    chooses("Family  1", "folder", "list");
    chooses("Ben", "conversations", "--folder", "Family");
    chooses("\"folders\":[]", "--json", "folder", "take", "Family", "Ben");
    chooses("\"name\":\"Home\"", "--json", "folder", "rename", "Family", "Home");
    chooses("\"removed\":true", "--json", "folder", "remove", "Home");
    assertEquals(1, ana.types("--json", "folder", "add", "Home", "Ben"));
    assertEquals("folder-unknown", ana.errorCode());
  }

  @Test
  void do_not_disturb_is_turned_on_and_off_and_comes_by_itself() throws Exception {
    chooses("\"quiet\":false", "--json", "dnd", "show");
    chooses("\"quiet\":true,\"saidUntil\":null,\"said\":true", "--json", "dnd", "on");
    chooses("\"quiet\":true,\"saidUntil\":\"", "--json", "dnd", "on", "--for", "1h");
    chooses("\"quiet\":false", "--json", "dnd", "off");
    chooses(
        "\"days\":[\"mon\",\"sun\"],\"from\":\"22:30\",\"to\":\"06:00\"",
        "--json",
        "dnd",
        "schedule",
        "--days",
        "mon,Sunday",
        "--from",
        "22:30",
        "--to",
        "06:00");
    assertEquals(
        new Choice.QuietHours(
            true, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), 22 * 60 + 30, 6 * 60),
        chosen());
    chooses("\"schedule\":false", "--json", "dnd", "schedule", "--off");
    assertEquals(2, ana.types("--json", "dnd", "schedule", "--from", "25:00"));
    assertEquals(2, ana.types("--json", "dnd", "schedule", "--days", "mo"));
  }
}
