package org.juntos.testkit.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.Engine;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.media.MediaPreparation;
import org.juntos.relay.Tls;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.RealRelay;
import org.juntos.testkit.world.MemoryKeyring;

/// Two people with real engines and a real relay, who only type commands. They stay friends over
/// all tests of a class.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoFriends {
  private final InstantSource clock = InstantSource.system();
  private final OkHttpRelayLinks links = new OkHttpRelayLinks(clock);
  private final MediaPreparation media;
  RealRelay relay;
  Path folder = Path.of("");
  Typist ana;
  Typist ben;

  /// @param media what becomes of files that are sent
  TwoFriends(MediaPreparation media) {
    this.media = media;
  }

  @BeforeAll
  final void makeFriends(@TempDir Path shared) throws Exception {
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
  final void goHome() {
    relay.close();
    links.close();
  }

  private Typist newcomer(String name, String number) throws IOException, InterruptedException {
    var passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse");
    var typist = new Typist(this::engine, folder.resolve(name), passphrase);
    does(typist, "register", "--relay", relay.address().text(), "--phone", number);
    does(typist, "verify", "--code", relay.code(number), "--name", name);
    return typist;
  }

  final Engine engine(Path profile) throws IOException {
    var environment =
        new Environment(clock, new SecureRandom(), new MemoryKeyring(), DatabaseThread::own);
    return new ProfileEngine(
        new EngineParts(profile, links, media, environment, new VirtualLoops()));
  }

  static void does(Typist typist, String... command) throws InterruptedException {
    assertEquals(0, typist.types(command), typist::errors);
  }
}
