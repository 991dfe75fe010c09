package org.juntos.testkit.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.Engine;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.relay.Tls;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.RealRelay;
import org.juntos.testkit.StudioMedia;
import org.juntos.testkit.world.MemoryKeyring;

/// Statuses by commands, over a real relay and real sockets.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusCommandsTest {
  private final InstantSource clock = InstantSource.system();
  private final OkHttpRelayLinks links = new OkHttpRelayLinks(clock);
  private Path folder = Path.of("");
  private RealRelay relay;
  private Typist ana;
  private Typist ben;

  @BeforeAll
  void make_friends(@TempDir Path shared) throws Exception {
    folder = shared;
    relay = RealRelay.start(folder.resolve("relay"), new Tls.Off(), clock, new SecureRandom());
    ana = newcomer("Ana", "+4915112345678");
    ben = newcomer("Ben", "+4915112345679");
    does(ana, "link");
    does(ben, "add", ana.saw("link"));
    does(ana, "receive", "--until-empty");
    does(ana, "accept", "Ben");
    does(ben, "receive", "--until-empty");
  }

  @AfterAll
  void go_home() {
    relay.close();
    links.close();
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

  private Typist newcomer(String name, String number) throws IOException, InterruptedException {
    var passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse");
    var typist = new Typist(this::engine, folder.resolve(name), passphrase);
    does(typist, "register", "--relay", relay.address().text(), "--phone", number);
    does(typist, "verify", "--code", relay.code(number), "--name", name);
    return typist;
  }

  private Engine engine(Path profile) throws IOException {
    var environment =
        new Environment(clock, new SecureRandom(), new MemoryKeyring(), DatabaseThread::own);
    return new ProfileEngine(
        new EngineParts(profile, links, new StudioMedia(), environment, new VirtualLoops()));
  }

  private static void does(Typist typist, String... command) throws InterruptedException {
    assertEquals(0, typist.types(command), typist::errors);
  }
}
