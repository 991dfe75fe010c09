package org.juntos.testkit.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.juntos.testkit.UntouchedMedia;

/// What two friends send each other by commands; each test leaves nothing unread.
class TwoPeopleTest extends TwoFriends {
  TwoPeopleTest() {
    super(new UntouchedMedia());
  }

  @Test
  void every_text_arrives_once_and_as_it_was_typed() throws Exception {
    var odd = " \u0000\u202e\u05d0 \uD83D\uDE00\r\n\u2028";
    var texts = List.of("x", "y".repeat(64 * 1024), odd, "z ".repeat(9000));
    for (var text : texts) {
      assertEquals(0, ana.pipes(text, "send", "Ben", "--text", "-"), ana::errors);
    }
    does(ben, "receive", "--until-empty");
    assertEquals(texts, ben.sawInMessages("text"));
    does(ben, "receive", "--until-empty");
    assertTrue(ben.sawNothing());
  }

  @Test
  void files_arrive_whole_even_empty_ones() throws Exception {
    var bytes = new byte[3_000_000];
    new Random(7).nextBytes(bytes);
    var large = Files.write(folder.resolve("large.bin"), bytes).toString();
    var empty = Files.createFile(folder.resolve("empty")).toString();
    does(ana, "send", "Ben", "--attach", large, "--attach", empty, "--wait", "accepted");
    var saved = folder.resolve("saved");
    does(ben, "receive", "--until-empty", "--save", saved.toString());
    assertArrayEquals(bytes, Files.readAllBytes(saved.resolve("large.bin")));
    assertEquals(0, Files.size(saved.resolve("empty")));
  }

  @Test
  void reading_is_told_to_the_author_when_the_reader_wants_it() throws Exception {
    does(ana, "send", "Ben", "--text", "hello", "--wait", "accepted");
    does(ben, "receive", "--until-empty");
    assertEquals("delivered", stageOfTheLastMessage());
    does(ana, "send", "Ben", "--text", "hello again", "--wait", "accepted");
    does(ben, "receive", "--until-empty", "--read");
    assertEquals("seen", stageOfTheLastMessage());
  }

  @Test
  void what_was_sent_while_the_relay_was_away_leaves_later_and_once() throws Exception {
    relay.stop();
    does(ana, "send", "Ben", "--text", "1");
    assertEquals("waiting", ana.saw("stage"));
    assertEquals(
        4, ana.types("send", "Ben", "--text", "2", "--wait", "accepted", "--timeout", "0"));
    relay.restart();
    does(ana, "send", "Ben", "--text", "3", "--wait", "accepted");
    does(ben, "receive", "--until-empty");
    assertEquals(List.of("1", "2", "3"), ben.sawInMessages("text"));
  }

  @Test
  void what_was_said_is_found_by_both_with_its_file_and_link() throws Exception {
    var plan = Files.writeString(folder.resolve("Größe und Länge.txt"), "12 m").toString();
    var text = "The Fährplan is at https://example.org/ferry";
    does(ana, "send", "Ben", "--text", text, "--attach", plan, "--wait", "accepted");
    does(ben, "receive", "--until-empty");
    does(ben, "search", "FAHRPLAN", "lange", "--from", "Ana", "--has", "link", "--in", "Ana");
    assertEquals("1", ben.saw("total"));
    assertTrue(ben.saw("messages").contains("matches=[Fährplan]"), ben.saw("messages"));
    does(ana, "search", "grosse und from:me");
    assertEquals("1", ana.saw("total"));
    does(ana, "gallery", "Ben", "--kind", "links");
    assertTrue(ana.saw("messages").contains("https://example.org/ferry"));
    does(ben, "gallery", "Ana", "--kind", "files", "--limit", "1");
    assertTrue(ben.saw("messages").contains("Größe und Länge.txt"));
    assertEquals(1, ben.types("search", "has:nothing"));
    assertTrue(ben.errors().contains("\"search-has-unknown\""), ben::errors);
  }

  @Test
  void a_poll_a_location_and_a_contact_go_from_one_to_the_other() throws Exception {
    does(ana, "poll", "create", "Ben", "Where to?", "Porto", "Faro");
    var poll = ana.saw("id");
    does(ana, "location", "Ben", "geo:38.7,-9.1", "--name", "Castelo");
    does(ana, "send-contact", "Ben", "self");
    does(ben, "receive", "--until-empty");
    does(ben, "poll", "vote", poll, "2");
    does(ana, "receive", "--until-empty");
    does(ana, "poll", "close", poll);
    does(ben, "receive", "--until-empty");
    does(ben, "poll", "show", poll);
    assertEquals("true", ben.saw("closed"));
    assertEquals("1", ben.saw("voters"));
    does(ben, "search", "has:location");
    assertEquals("1", ben.saw("total"));
    does(ben, "history", "Ana", "--limit", "1");
    assertTrue(ben.saw("contact").contains("juntos://add/"), ben.saw("contact"));
  }

  @Test
  void a_wrong_passphrase_opens_nothing() throws Exception {
    var wrong = Files.writeString(folder.resolve("wrong"), "incorrect horse");
    var thief = new Typist(this::engine, folder.resolve("Ana"), wrong);
    assertEquals(3, thief.types("history", "Ben"));
    assertTrue(thief.errors().contains("\"passphrase-wrong\""), thief::errors);
    assertTrue(thief.sawNothing());
  }

  private String stageOfTheLastMessage() throws IOException, InterruptedException {
    does(ana, "receive", "--until-empty");
    does(ana, "history", "Ben", "--limit", "1");
    return ana.saw("stage");
  }
}
