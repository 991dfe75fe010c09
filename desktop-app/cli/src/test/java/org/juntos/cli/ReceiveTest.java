package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;

class ReceiveTest extends AtTheTerminal {
  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  @Test
  void each_message_is_printed_once_and_in_order() throws Exception {
    for (int number = 0; number < 250; number++) {
      profile.arrive(ben, "m" + number);
    }
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    var texts = ana.jsonLines().stream().map(line -> line.get("text")).toList();
    assertEquals(250, texts.size());
    assertEquals("m0", texts.getFirst());
    assertEquals("m249", texts.getLast());
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    assertEquals("", ana.shown());
    profile.arrive(ben, "one more");
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    assertEquals("one more", ana.json().get("text"));
  }

  @Test
  void what_comes_late_is_printed_once_although_it_lies_further_up() throws Exception {
    profile.arrive(ben, "one");
    profile.skip(1);
    profile.arrive(ben, "three");
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    var two = profile.arriveLate(ben, "two", 2);
    profile.arrive(ben, "four");
    assertEquals(0, ana.types("--json", "receive", "--until-empty", "--read"));
    assertEquals(
        List.of("two", "four"), ana.jsonLines().stream().map(line -> line.get("text")).toList());
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    assertEquals("", ana.shown());
    assertEquals(2, two.row());
  }

  @Test
  void what_could_not_be_printed_is_printed_the_next_time() throws Exception {
    profile.arrive(ben, "precious");
    assertEquals(1, ana.typesIntoNothing("receive", "--until-empty"));
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    assertEquals("precious", ana.json().get("text"));
  }

  @Test
  void ones_own_messages_are_not_received() throws Exception {
    profile.append("mine");
    assertEquals(0, ana.types("receive", "--until-empty"));
    assertEquals("", ana.shown());
  }

  @Test
  void authors_learn_of_the_reading_only_when_asked_to() throws Exception {
    profile.arrive(ben, "first");
    ana.types("receive", "--until-empty");
    assertTrue(profile.submitted.isEmpty());
    var last = profile.arrive(ben, "second");
    ana.types("receive", "--until-empty", "--read");
    assertEquals(List.of(new Intent.MarkSeen(ben.conversation(), last.id())), profile.submitted);
  }

  @Test
  void attachments_are_fetched_and_written_to_the_folder(@TempDir Path folder) throws Exception {
    var id = new MessageId(UUID.nameUUIDFromBytes("m1".getBytes(StandardCharsets.UTF_8)));
    var offered = MemoryProfile.attachment(id, "note.txt", AttachmentView.State.OFFERED);
    profile.arrive(ben, "", List.of(offered));
    var target = folder.resolve("in box");
    assertEquals(0, ana.types("--json", "receive", "--until-empty", "--save", target.toString()));
    assertEquals("abc", Files.readString(target.resolve("note.txt")));
    assertTrue(ana.shown().contains("\"savedTo\""), ana.shown());
    assertTrue(ana.shown().contains("\"state\":\"here\""), ana.shown());
  }

  @Test
  void an_attachment_that_takes_too_long_is_tried_again_the_next_time(@TempDir Path folder)
      throws Exception {
    var id = new MessageId(UUID.nameUUIDFromBytes("m1".getBytes(StandardCharsets.UTF_8)));
    var stuck = MemoryProfile.attachment(id, "big.bin", AttachmentView.State.RUNNING);
    profile.arrive(ben, "", List.of(stuck));
    var command = List.of("--json", "receive", "--timeout", "0", "--save", folder.toString());
    assertEquals(4, ana.types(command.toArray(String[]::new)));
    assertEquals("", ana.shown());
    assertEquals(0, ana.types("--json", "receive", "--until-empty"));
    assertEquals(1, ana.shown().lines().count());
  }

  @Test
  void a_queue_that_does_not_empty_in_time_is_an_error() throws Exception {
    profile.connection.set(new ConnectionView(new ConnectionView.State.Online(), 0, false));
    profile.arrive(ben, "here already");
    assertEquals(4, ana.types("--json", "receive", "--until-empty", "--timeout", "0"));
    assertEquals("timeout", ana.errorCode());
    assertEquals("here already", ana.json().get("text"));
  }

  @Test
  void a_relay_that_cannot_be_reached_is_told_as_that() throws Exception {
    var offline = new ConnectionView.State.Offline("no route", MemoryProfile.NOON);
    profile.connection.set(new ConnectionView(offline, 0, false));
    assertEquals(5, ana.types("--json", "receive", "--until-empty", "--timeout", "0"));
    assertEquals("offline", ana.errorCode());
  }

  @Test
  void receiving_for_a_while_is_no_error_when_nothing_comes() throws Exception {
    assertEquals(0, ana.types("receive", "--timeout", "0"));
    assertEquals("", ana.shown());
  }
}
