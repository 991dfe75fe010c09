package org.juntos.testkit.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.juntos.testkit.StudioMedia;

/// Statuses by commands, over a real relay and real sockets.
class StatusCommandsTest extends TwoFriends {
  StatusCommandsTest() {
    super(new StudioMedia());
  }

  @Test
  void a_photo_is_posted_seen_answered_and_taken_back() throws Exception {
    var photo = Files.writeString(folder.resolve("photo.jpg"), "pixels").toString();
    does(ana, "status", "post", photo, "--caption", "at the sea");
    assertEquals("here", ana.saw("state"));
    var id = ana.saw("id");

    does(ben, "status", "list");
    assertEquals(id, ben.saw("id"));
    assertEquals("image", ben.saw("kind"));
    var out = folder.resolve("seen.jpg");
    does(ben, "status", "view", id.substring(0, 8), "--out", out.toString());
    assertEquals(StudioMedia.CLEANED + "pixels", Files.readString(out));
    does(ben, "status", "reply", id, "--text", "lovely");

    does(ana, "receive", "--until-empty");
    assertEquals("lovely", ana.saw("text"));
    assertTrue(ana.saw("status").contains(id), ana.saw("status"));
    does(ana, "status", "list");
    assertTrue(ana.saw("audience").contains("name=Ben, seenAt=2"), ana.saw("audience"));

    does(ana, "status", "delete", id);
    does(ben, "status", "list");
    assertEquals(1, ben.types("status", "view", id));
    assertTrue(ben.errors().contains("status-unknown"), ben.errors());
  }

  @Test
  void a_text_that_was_posted_while_the_relay_was_away_is_published_later() throws Exception {
    relay.stop();
    does(ana, "status", "post", "--text", "later", "--audience", "Ben", "--timeout", "20");
    assertEquals("posting", ana.saw("state"));
    relay.restart();
    does(ana, "status", "audience", "contacts");
    assertEquals("contacts", ana.saw("audience"));
    does(ben, "status", "list");
    assertEquals("later", ben.saw("text"));
    does(ben, "held");
  }
}
