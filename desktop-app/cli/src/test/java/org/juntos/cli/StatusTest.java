package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.wire.AccountId;

class StatusTest {
  private static final AccountId BEN = new AccountId(new UUID(0x4000, 9));
  private static final Instant POSTED = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;

  @BeforeEach
  void open() throws IOException {
    ana = new Terminal(profile::open, folder);
    profile.register();
  }

  private static StatusView status(int id, AccountId author, String text) {
    return new StatusView(
        author,
        new MessageId(new UUID(0x1234_5678_0000_4000L + ((long) id << 32), id)),
        StatusContent.Kind.TEXT,
        text,
        2,
        Attachment.Preview.NONE,
        "",
        0,
        StatusView.State.HERE,
        POSTED,
        false,
        List.of(),
        null);
  }

  private void show(List<StatusView> mine, StatusView... theirs) {
    var ben = new StatusesView.Author(BEN, "Ben\u0007", false, List.of(theirs));
    profile.statuses.set(
        new StatusesView(mine, List.of(ben), StatusAudience.CONTACTS, true, mine.size(), null));
  }

  @Test
  void statuses_are_listed_own_first_and_foreign_characters_do_nothing() throws Exception {
    show(List.of(status(1, MemoryProfile.SELF, "mine")), status(2, BEN, "theirs\u001b[2J"));
    assertEquals(0, ana.types("--json", "status", "list"));
    var lines = ana.jsonLines();
    assertEquals(true, lines.getFirst().get("mine"));
    assertEquals("green", lines.getFirst().get("background"));
    assertEquals("2026-03-02T10:00:00Z", lines.getLast().get("until"));
    assertEquals(0, ana.types("status", "list"));
    assertTrue(ana.shown().contains("Ben\\u0007"), ana.shown());
    assertTrue(ana.shown().contains("theirs\\u001b[2J"), ana.shown());
  }

  @Test
  void one_is_named_by_its_beginning_unless_that_is_not_enough() throws Exception {
    show(List.of(), status(1, BEN, "one"), status(2, BEN, "two"));
    assertEquals(0, ana.types("status", "delete", status(1, BEN, "").id().toString()));
    assertEquals(1, ana.types("--json", "status", "delete", "1234"));
    assertEquals("status-ambiguous", ana.errorCode());
    assertEquals(1, ana.types("--json", "status", "delete", "ffff"));
    assertEquals("status-unknown", ana.errorCode());
  }

  @Test
  void a_wrong_command_line_posts_nothing() throws Exception {
    assertEquals(2, ana.types("status", "post", "--text", "x", "--background", "pink"));
    assertTrue(ana.errors().contains("indigo, teal"), ana.errors());
    assertEquals(2, ana.types("status", "post", "photo.jpg", "--text", "x"));
    assertEquals(2, ana.types("status", "post", "--caption", "x"));
    assertEquals(2, ana.types("status", "audience", "some"));
    assertEquals(1, ana.types("status", "post", "--text", "x", "--audience", "Nobody"));
    assertTrue(profile.submitted.stream().noneMatch(Intent.OfStatuses.class::isInstance));
  }

  @Test
  void receipts_are_turned_off_and_the_audience_is_told() throws Exception {
    assertEquals(0, ana.types("--json", "status", "receipts", "off"));
    assertEquals(false, ana.json().get("receipts"));
    assertTrue(profile.submitted.contains(new Intent.SetStatusReceipts(false)));
    assertEquals(0, ana.types("--json", "status", "audience"));
    assertEquals("contacts", ana.json().get("audience"));
  }

  @Test
  void one_that_cannot_be_had_says_why() throws Exception {
    var failure = new EntryView.Failure("status-gone", "It is gone.");
    var lost =
        new StatusView(
            BEN,
            status(1, BEN, "").id(),
            StatusContent.Kind.IMAGE,
            "",
            0,
            Attachment.Preview.NONE,
            "image/jpeg",
            7,
            StatusView.State.FAILED,
            POSTED,
            true,
            List.of(),
            failure);
    show(List.of(), lost);
    assertEquals(1, ana.types("--json", "status", "view", "12345679"));
    assertEquals("status-gone", ana.errorCode());
    assertTrue(profile.submitted.contains(new Intent.ViewStatus(BEN, lost.id())));
  }
}
