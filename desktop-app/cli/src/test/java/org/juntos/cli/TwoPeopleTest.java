package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.juntos.testkit.UntouchedMedia;
import org.juntos.testkit.world.MemoryKeyring;

/// Two people with real engines and a real relay, who only type commands. They stay friends over
/// all tests, each of which leaves nothing unread.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoPeopleTest {
  private static final String ANAS_NUMBER = "+4915112345678";
  private static final String BENS_NUMBER = "+4915112345679";

  private final InstantSource clock = InstantSource.system();
  private final OkHttpRelayLinks links = new OkHttpRelayLinks(clock);
  private Path folder = Path.of("");
  private RealRelay relay;
  private Terminal ana;
  private Terminal ben;
  private String passphrase;

  @BeforeAll
  void make_friends(@TempDir Path shared) throws Exception {
    folder = shared;
    relay = RealRelay.start(folder.resolve("relay"), new Tls.Off(), clock, new SecureRandom());
    passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse").toString();
    ana = newcomer("Ana", ANAS_NUMBER);
    ben = newcomer("Ben", BENS_NUMBER);
    does(ana, "link");
    does(ben, "add", ana.shown());
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
  void every_text_arrives_as_it_was_typed() throws Exception {
    var texts =
        List.of(
            "x",
            "y".repeat(64 * 1024),
            " \u0000\u202e\u05d0 \uD83D\uDE00\r\n\u2028",
            "z ".repeat(9000));
    for (var text : texts) {
      assertEquals(
          0,
          ana.pipes(text.getBytes(StandardCharsets.UTF_8), guarded("send", "Ben", "--text", "-")));
    }
    does(ben, "receive", "--until-empty");
    assertEquals(texts, values(ben, "text"));
    does(ben, "receive", "--until-empty");
    assertEquals(List.of(), messages(ben));
  }

  @Test
  void files_arrive_whole_even_empty_ones() throws Exception {
    var bytes = new byte[3_000_000];
    new Random(7).nextBytes(bytes);
    var large = Files.write(folder.resolve("large.bin"), bytes).toString();
    var empty = Files.createFile(folder.resolve("empty")).toString();
    does(
        ana,
        "send",
        "Ben",
        "--text",
        "two",
        "--attach",
        large,
        "--attach",
        empty,
        "--wait",
        "accepted");
    var saved = folder.resolve("saved");
    does(ben, "receive", "--until-empty", "--save", saved.toString());
    assertArrayEquals(bytes, Files.readAllBytes(saved.resolve("large.bin")));
    assertEquals(0, Files.size(saved.resolve("empty")));
  }

  @Test
  void reading_is_told_to_the_author_when_the_reader_wants_it() throws Exception {
    does(ana, "send", "Ben", "--text", "hello", "--wait", "accepted");
    does(ben, "receive", "--until-empty");
    does(ana, "receive", "--until-empty");
    does(ana, "history", "Ben", "--limit", "1");
    assertEquals(List.of("delivered"), values(ana, "stage"));
    does(ana, "send", "Ben", "--text", "hello again", "--wait", "accepted");
    does(ben, "receive", "--until-empty", "--read");
    does(ana, "receive", "--until-empty");
    does(ana, "history", "Ben", "--limit", "1");
    assertEquals(List.of("seen"), values(ana, "stage"));
  }

  @Test
  void what_was_sent_while_the_relay_was_away_leaves_later_and_once() throws Exception {
    relay.stop();
    does(ana, "send", "Ben", "--text", "patience");
    assertEquals("waiting", ana.json().get("stage"));
    assertEquals(
        4,
        ana.types(guarded("send", "Ben", "--text", "2", "--wait", "accepted", "--timeout", "0")));
    relay.restart();
    does(ana, "send", "Ben", "--text", "3", "--wait", "accepted");
    does(ben, "receive", "--until-empty");
    assertEquals(List.of("patience", "2", "3"), values(ben, "text"));
  }

  @Test
  void a_wrong_passphrase_opens_nothing() throws Exception {
    var wrong = Files.writeString(folder.resolve("wrong"), "incorrect horse").toString();
    assertNotEquals(0, ana.types("--json", "--passphrase-file", wrong, "history", "Ben"));
    assertEquals("passphrase-wrong", ana.errorCode());
    assertEquals("", ana.shown());
  }

  private Terminal newcomer(String name, String number) throws IOException, InterruptedException {
    var terminal = new Terminal(this::engine, folder.resolve(name));
    does(terminal, "register", "--relay", relay.address().text(), "--phone", number);
    does(terminal, "verify", "--code", relay.code(number), "--name", name);
    return terminal;
  }

  private Engine engine(Path profile) throws IOException {
    var environment =
        new Environment(clock, new SecureRandom(), new MemoryKeyring(), DatabaseThread::own);
    return new ProfileEngine(
        new EngineParts(profile, links, new UntouchedMedia(), environment, new VirtualLoops()));
  }

  private void does(Terminal terminal, String... command) throws InterruptedException {
    var asText = command[0].equals("link");
    var code = terminal.types(asText ? plain(command) : guarded(command));
    assertEquals(0, code, terminal::errors);
  }

  private String[] guarded(String... command) {
    var all = new ArrayList<>(List.of(plain(command)));
    all.add("--json");
    return all.toArray(String[]::new);
  }

  private String[] plain(String... command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--passphrase-file", passphrase));
    return all.toArray(String[]::new);
  }

  private static List<Map<?, ?>> messages(Terminal terminal) throws IOException {
    return terminal.jsonLines().stream()
        .filter(line -> "message".equals(line.get("kind")))
        .toList();
  }

  private static List<String> values(Terminal terminal, String field) throws IOException {
    return messages(terminal).stream().map(line -> String.valueOf(line.get(field))).toList();
  }
}
