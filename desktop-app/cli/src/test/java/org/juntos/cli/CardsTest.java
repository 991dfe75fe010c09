package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.model.ContactView;

/// Polls, locations and contacts from the command line.
class CardsTest extends AtTheTerminal {
  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  @TempDir Path folder;

  private To toBen() {
    return To.of(ben.conversation());
  }

  private String asked() throws Exception {
    assertEquals(0, ana.types("--json", "poll", "create", "Ben", "Where to?", "Porto", "Faro"));
    return String.valueOf(ana.jsonLines().getLast().get("id"));
  }

  @Test
  void a_poll_is_made_voted_in_shown_and_closed() throws Exception {
    var id = asked();
    assertEquals(
        new CardIntent.Ask(toBen(), "Where to?", List.of("Porto", "Faro"), false, false),
        profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "poll", "vote", id, "2"));
    assertEquals(new CardIntent.Vote(MessageId.parse(id), List.of(1)), profile.submitted.getLast());
    var shown = ana.jsonLines().getLast();
    assertEquals("1", String.valueOf(shown.get("voters")));
    assertEquals(false, shown.get("closed"));
    assertEquals(0, ana.types("poll", "show", id));
    assertTrue(ana.shown().contains("Poll: Where to? (one answer, 1 vote)"), ana.shown());
    assertTrue(ana.shown().contains("* 2. Faro  1  Ana"), ana.shown());
    assertEquals(0, ana.types("poll", "vote", id, "--remove"));
    assertEquals(new CardIntent.Vote(MessageId.parse(id), List.of()), profile.submitted.getLast());
    assertEquals(0, ana.types("poll", "close", id));
    assertTrue(ana.shown().contains("closed"), ana.shown());
    assertTrue(ana.shown().contains("your vote came after the close"), ana.shown());
  }

  @Test
  void what_cannot_be_is_said_in_words() throws Exception {
    var id = asked();
    assertEquals(2, ana.types("--json", "poll", "vote", id));
    assertEquals(2, ana.types("--json", "poll", "vote", id, "1", "--remove"));
    assertEquals(1, ana.types("--json", "poll", "vote", id, "zero"));
    assertEquals("poll-option-unknown", ana.errorCode());
    assertEquals(1, ana.types("--json", "poll", "create", "Ben", "Where to?", "Porto"));
    assertEquals("poll-options-few", ana.errorCode());
    var text = profile.append("no poll").id().toString();
    assertEquals(1, ana.types("--json", "poll", "show", text));
    assertEquals("poll-unknown", ana.errorCode());
    assertEquals(2, ana.types("--json", "send-contact", "Ben"));
    assertEquals(1, ana.types("--json", "send-contact", "Ben", "--file", "nothing.vcf"));
    assertEquals("file-unreadable", ana.errorCode());
  }

  @Test
  void a_location_and_contacts_are_sent_and_told_with_all_that_they_say() throws Exception {
    assertEquals(
        0, ana.types("--json", "location", "Ben", "38.7, -9.1", "--name", "Castelo", "--silent"));
    assertEquals(
        new CardIntent.ShowPlace(new To(ben.conversation(), null, true), "38.7, -9.1", "Castelo"),
        profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "send-contact", "Ben", "Ben"));
    assertEquals(new CardIntent.ShareContact(toBen(), ben.account()), profile.submitted.getLast());
    var file = Files.writeString(folder.resolve("rui.vcf"), "BEGIN:VCARD");
    assertEquals(0, ana.types("--json", "send-contact", "Ben", "--file", file.toString()));
    assertEquals(new CardIntent.ShareCardFile(toBen(), file), profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "history", "Ben"));
    var lines = ana.jsonLines();
    assertEquals("geo:38.7,-9.1", of(lines.getFirst(), "location").get("geo"));
    assertEquals("Rui", of(lines.getLast(), "contact").get("name"));
    assertEquals(0, ana.types("history", "Ben"));
    assertTrue(ana.shown().contains("Location: Castelo, 38.7, -9.1"), ana.shown());
    assertTrue(ana.shown().contains("Contact: Rui\n  +351 912\n  rui@example.org"), ana.shown());
  }

  private static Map<?, ?> of(Map<?, ?> line, String part) {
    return line.get(part) instanceof Map<?, ?> found ? found : Map.of();
  }
}
