package org.juntos.testkit.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.cli.output.JsonText;
import org.juntos.engine.Engine;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.relay.store.Holdings;
import org.juntos.relay.store.StoreUnusableException;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.Codes;
import org.juntos.testkit.UntouchedMedia;
import org.juntos.testkit.network.Meter;
import org.juntos.testkit.network.TcpCable;
import org.juntos.testkit.process.Child;
import org.juntos.testkit.process.RelayMain;
import org.juntos.testkit.world.MemoryKeyring;
import org.juntos.wire.WireLimits;

/// Ana, Ben and Eve start the program for each command, on a relay in a process of its own, over a
/// cable that breaks. All that people send arrives as it was.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreePeopleTest {
  private static final int LARGE_BYTES = 40_000_000;

  /// Rounds of the clip that make as much.
  private static final int LARGE_ROUNDS = 79;

  /// Kept between runs: it holds the unpacked media tools.
  private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

  private final InstantSource clock = InstantSource.system();
  private final OkHttpRelayLinks links = new OkHttpRelayLinks(clock);
  private Path folder = Path.of("");
  private Child relay;
  private TcpCable cable;
  private Program ana;
  private Program ben;
  private Program eve;

  @BeforeAll
  void make_friends(@TempDir Path shared) throws Exception {
    folder = shared;
    var data = List.of(folder.resolve("relay").toString(), codes().toString(), "0");
    relay = new Child(RelayMain.class, folder.resolve("relay.log"), data);
    cable = new TcpCable(URI.create(relay.start()).getPort());
    var registering = newcomer("Ana", "+4915112345678");
    does(registering, "link");
    var link = registering.saw("link");
    for (var person : Map.of("Ben", "+4915112345679", "Eve", "+4915112345680").entrySet()) {
      var other = newcomer(person.getKey(), person.getValue());
      does(other, "add", link);
      does(registering, "receive", "--until-empty");
      does(registering, "accept", person.getKey());
      does(other, "receive", "--until-empty");
    }
    ana = program("Ana");
    ben = program("Ben");
    eve = program("Eve");
  }

  @AfterAll
  void go_home() throws IOException {
    cable.close();
    relay.close();
    links.close();
  }

  @Test
  void every_text_arrives_as_it_was_at_everyone() throws Exception {
    var texts =
        List.of(
            "x",
            "y".repeat(64 * 1024),
            "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDC67".repeat(1000),
            " \u0000\u202e\u05d0\u05d1\u2067 \u0627 \u2069\r\n\t\u2028\u0085\u001b[2J",
            "one line ".repeat(7000));
    var requests = new StringBuilder();
    for (int number = 0; number < texts.size(); number++) {
      requests.append(request("Ben" + number, "Ben", texts.get(number)));
      requests.append(request("Eve" + number, "Eve", texts.get(number)));
    }
    assertEquals(0, ana.pipes(requests.toString(), "daemon"), ana::errors);
    assertEquals(2L * texts.size(), ana.lines().stream().filter(l -> l.containsKey("id")).count());
    for (var person : List.of(ben, eve)) {
      does(person, "receive", "--until-empty");
      assertEquals(texts, person.messages("text"));
    }
  }

  @Test
  void files_of_any_name_and_kind_arrive_inside_the_folder() throws Exception {
    var photo = Photo.taken(folder.resolve("photo.jpg"));
    Files.writeString(folder.resolve("x"), "up and up");
    var names = List.of("CON", "dots...", "n".repeat(255), "new\nline", "gpj.\u202eexe");
    var command = new ArrayList<>(List.of("send", "Ben", "--wait", "accepted"));
    for (var name : List.of("../../x", photo.toString(), empty().toString())) {
      command.addAll(List.of("--attach", name));
    }
    for (var name : names) {
      command.addAll(List.of("--attach", Files.writeString(folder.resolve(name), name).toString()));
    }
    does(ana, command.toArray(String[]::new));
    var saved = folder.resolve("saved");
    does(ben, "receive", "--until-empty", "--save", saved.toString());

    assertEquals("up and up", Files.readString(saved.resolve("x")));
    assertEquals(0, Files.size(saved.resolve("empty")));
    assertEquals("CON", Files.readString(saved.resolve("_CON")));
    assertEquals("dots...", Files.readString(saved.resolve("dots")));
    assertEquals(names.get(2), Files.readString(saved.resolve(names.get(2))));
    assertEquals("new\nline", Files.readString(saved.resolve("newline")));
    assertEquals("gpj.\u202eexe", Files.readString(saved.resolve("gpj.exe")));
    assertTrue(Photo.tells(photo));
    assertFalse(Photo.tells(saved.resolve("photo.jpg")));
    assertArrayEquals(Photo.pixels(photo), Photo.pixels(saved.resolve("photo.jpg")));
    try (var all = Files.list(saved)) {
      assertEquals(8, all.count());
    }
  }

  @Test
  void what_cannot_be_sent_is_refused_with_its_name_and_costs_nothing() throws Exception {
    for (var file : List.of(folder.resolve("missing"), folder)) {
      assertEquals(1, ana.runs("send", "Eve", "--text", "with", "--attach", file.toString()));
      assertEquals(1, ana.errors().lines().count(), ana::errors);
      assertTrue(ana.errors().contains("\"file-"), ana::errors);
      assertEquals(List.of(), ana.lines());
    }
    var damaged = Files.write(folder.resolve("damaged.jpg"), new byte[] {-1, -40, -1, -31, 0});
    assertEquals(1, ana.runs("send", "Eve", "--text", "with", "--attach", damaged.toString()));
    assertEquals(1, ana.errors().lines().count(), ana::errors);
    assertTrue(ana.errors().contains("\"file-damaged\""), ana::errors);
    assertEquals("failed", ana.lines().getFirst().get("stage"));

    does(ana, "send", "Eve", "--text", "without", "--wait", "accepted");
    does(eve, "receive", "--until-empty");
    assertEquals(List.of("without"), eve.messages("text"));
  }

  @Test
  void a_video_goes_on_where_the_cable_was_cut() throws Exception {
    var clip = Clip.in(folder, CACHE);
    var video = clip.repeated(LARGE_ROUNDS, folder.resolve("video.mp4"));
    assertTrue(Files.size(video) > LARGE_BYTES, () -> "too short");
    breakTwice(cable.forth(), cable::cut);
    does(ana, "send", "Ben", "--attach", video.toString(), "--wait", "accepted");
    assertResumed(cable.forth());

    breakTwice(cable.back(), cable::cut);
    var saved = folder.resolve("cut");
    does(ben, "receive", "--until-empty", "--save", saved.toString());
    assertResumed(cable.back());
    assertEquals(clip.digest(video), clip.digest(saved.resolve("video.mp4")));
    assertFalse(Photo.tells(saved.resolve("video.mp4")), "the title is still there");
  }

  @Test
  void a_document_goes_on_where_the_program_was_killed() throws Exception {
    var bytes = new byte[LARGE_BYTES];
    new Random(40).nextBytes(bytes);
    var document = Files.write(folder.resolve("document.bin"), bytes);
    breakTwice(cable.forth(), ana::kill);
    assertEquals(137, ana.runs("send", "Ben", "--attach", document.toString(), "--wait", "seen"));
    assertTrue(held().stream().anyMatch(file -> file.here() < file.bytes()), () -> "" + held());
    assertEquals(137, ana.runs("receive"));
    does(ana, "send", "Ben", "--text", "after it", "--wait", "accepted");
    assertResumed(cable.forth());
    assertTrue(held().stream().allMatch(file -> file.here() == file.bytes()), () -> "" + held());

    breakTwice(cable.back(), ben::kill);
    var receive = new String[] {"receive", "--until-empty", "--save", "killed"};
    assertEquals(137, ben.runs(receive));
    assertEquals(137, ben.runs(receive));
    does(ben, receive);
    assertResumed(cable.back());
    assertEquals(List.of("", "after it"), ben.messages("text"));
    assertEquals(-1, Files.mismatch(document, folder.resolve("at/Ben/killed/document.bin")));
  }

  /// What the relay's operator sees.
  private List<Holdings.Held> held() {
    try {
      return Holdings.in(folder.resolve("relay"), WireLimits.MESSAGE_EXPIRY);
    } catch (StoreUnusableException e) {
      throw new AssertionError(e);
    }
  }

  /// Does `harm` when 30 % and when 90 % of a large file have passed.
  private static void breakTwice(Meter meter, Runnable harm) {
    meter.restart();
    meter.after(
        LARGE_BYTES * 3L / 10,
        () -> {
          meter.after(LARGE_BYTES * 6L / 10, harm);
          harm.run();
        });
  }

  /// From the beginning each time it would be 2.2 times the file. What socket buffers held when the
  /// cable broke is carried again.
  private static void assertResumed(Meter meter) {
    long carried = meter.bytes();
    assertTrue(
        carried > LARGE_BYTES && carried < LARGE_BYTES * 3L / 2,
        () -> carried + " bytes were carried for " + LARGE_BYTES);
  }

  private static String request(String id, String contact, String text) {
    var parameters = Map.of("contact", contact, "text", text, "wait", "accepted");
    var request = new LinkedHashMap<String, Object>();
    request.put("jsonrpc", "2.0");
    request.put("id", id);
    request.put("method", "send");
    request.put("params", parameters);
    return JsonText.write(request) + "\n";
  }

  private Typist newcomer(String name, String number) throws IOException, InterruptedException {
    var passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse");
    var typist = new Typist(this::engine, folder.resolve("of" + name), passphrase);
    var address = "http://127.0.0.1:" + cable.port();
    does(typist, "register", "--relay", address, "--phone", number);
    does(typist, "verify", "--code", Codes.last(codes(), number), "--name", name);
    return typist;
  }

  private Program program(String name) throws IOException {
    var desk = folder.resolve("at").resolve(name);
    return new Program(desk, folder.resolve("of" + name), folder.resolve("passphrase"), CACHE);
  }

  private Engine engine(Path profile) throws IOException {
    var environment =
        new Environment(clock, new SecureRandom(), new MemoryKeyring(), DatabaseThread::own);
    return new ProfileEngine(
        new EngineParts(profile, links, new UntouchedMedia(), environment, new VirtualLoops()));
  }

  private Path codes() {
    return folder.resolve("codes");
  }

  private Path empty() throws IOException {
    return Files.write(folder.resolve("empty"), new byte[0]);
  }

  private static void does(Typist typist, String... command) throws InterruptedException {
    assertEquals(0, typist.types(command), typist::errors);
  }

  private static void does(Program program, String... command)
      throws IOException, InterruptedException {
    assertEquals(0, program.runs(command), program::errors);
  }
}
