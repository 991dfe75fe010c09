package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.TestStream.Event;
import org.juntos.wire.Paths;

class AdminCommandTest {
  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RelayMain.execute(words, Map.of(), _ -> 9, new PrintWriter(out), new PrintWriter(err));
    return new Ran(code, out.toString(), err.toString());
  }

  private Ran admin(String... words) {
    var all = new ArrayList<>(List.of("admin", "--data", folder.resolve("data").toString()));
    all.addAll(Arrays.asList(words));
    return run(all.toArray(new String[0]));
  }

  private static void send(TestDevice to) throws Exception {
    try (var stream = to.stream()) {
      stream.send(1, UUID.randomUUID(), to.address(), "waits".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void upload(TestDevice device) throws Exception {
    var length = Map.of("Upload-Length", "5");
    var made = device.client().call("POST", Paths.BLOBS, new byte[0], length, device.token());
    var headers = Map.of("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
    device.client().call("PATCH", made.header("Location"), new byte[5], headers, device.token());
  }

  @Test
  void an_account_is_shown_and_deleted_with_all_that_is_held_on_it() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      var bob = TestDevice.register(relay, "+4915112345679");
      send(alice);
      upload(alice);
      var shown = admin("show", alice.account().toString());
      assertEquals(0, shown.code(), shown.err());
      assertTrue(shown.out().contains("envelopes 1"), shown.out());
      assertTrue(shown.out().contains("fileBytes: 5"), shown.out());
      assertTrue(admin("accounts").out().contains("accounts: 2"), admin("accounts").out());
      assertEquals(2, admin("delete", alice.account().toString()).code(), "without --yes");
      var deleted = admin("delete", alice.account().toString(), "--yes");
      assertEquals("done\n", deleted.out(), deleted.err());
      assertEquals("", run("held", "--data", folder.resolve("data").toString()).out());
      try (var files = Files.walk(folder.resolve("data/blobs"))) {
        assertEquals(0, files.filter(Files::isRegularFile).count());
      }
      assertEquals(401, alice.client().get(Paths.KEY_COUNT, alice.token()).status());
      assertEquals(200, bob.client().get(Paths.KEY_COUNT, bob.token()).status());
      var again = admin("delete", alice.account().toString(), "--yes");
      assertEquals(1, again.code());
      assertEquals("juntos relay: there is no such account\n", again.err());
      assertEquals(List.of(bob.account().toString()), ids(admin("accounts").out()));
    }
  }

  private static List<String> ids(String out) {
    return out.lines().dropWhile(line -> !line.equals("ids:")).skip(1).map(String::strip).toList();
  }

  @Test
  void a_suspended_account_is_kept_out_until_it_is_resumed_and_loses_nothing() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      var bob = TestDevice.register(relay, "+4915112345679");
      var open = alice.stream();
      open.next(Event.QueueEmpty.class);
      assertEquals("done\n", admin("suspend", alice.account().toString()).out());
      assertEquals(new Event.Closed(4004), open.next(Event.Closed.class));
      var refused = alice.client().get(Paths.KEY_COUNT, alice.token());
      assertTrue(refused.hasCode("forbidden"), refused.text());
      try (var stream = bob.stream()) {
        stream.send(
            1, UUID.randomUUID(), alice.address(), "later".getBytes(StandardCharsets.UTF_8));
      }
      relay.restart();
      assertEquals(403, alice.on(relay).client().get(Paths.KEY_COUNT, alice.token()).status());
      assertTrue(admin("accounts").out().contains("suspended: 1"), admin("accounts").out());
      assertEquals("done\n", admin("resume", alice.account().toString()).out());
      try (var stream = alice.on(relay).stream()) {
        assertEquals("later", stream.delivery().getCiphertext().toStringUtf8());
      }
      open.close();
    }
  }

  @Test
  void an_account_gets_room_for_files_of_its_own() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      var id = alice.account().toString();
      assertEquals("done\n", admin("quota", id, "--files", "4").out());
      assertTrue(admin("show", id).out().contains("fileShare: 4\n"), admin("show", id).out());
      var length = Map.of("Upload-Length", "5");
      var full = alice.client().call("POST", Paths.BLOBS, new byte[0], length, alice.token());
      assertTrue(full.hasCode("rate-limited"), full.text());
      assertEquals("done\n", admin("quota", id, "--usual").out());
      upload(alice);
      assertEquals(2, admin("quota", id).code(), "says nothing");
      assertEquals(2, admin("quota", id, "--files", "none").code());
      var unknown = admin("quota", UUID.randomUUID().toString(), "--files", "1 GiB");
      assertEquals("juntos relay: there is no such account\n", unknown.err());
    }
  }

  @Test
  void limits_counts_and_sweeping_are_there() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      send(alice);
      upload(alice);
      assertTrue(admin("limits").out().contains("queueEnvelopes: 100000"), admin("limits").out());
      var audit = admin("audit", "--days", "2").out();
      assertTrue(audit.contains("kind message  upToBytes 1024  count 1  bytes 5"), audit);
      assertTrue(audit.contains("kind file  upToBytes 65536  count 1  bytes 5"), audit);
      assertEquals("done\n", admin("sweep").out());
      assertTrue(admin("--json", "limits").out().startsWith("{\"requests"));
      relay.restart();
      assertEquals(audit, admin("audit").out(), "kept over a restart");
    }
  }

  @Test
  void what_cannot_be_done_is_one_line() throws Exception {
    assertEquals(1, admin("accounts").code());
    assertTrue(admin("accounts").err().contains("no relay runs on"), admin("accounts").err());
    assertEquals(1, admin("accounts").err().lines().count());
    assertEquals(2, admin().code());
    assertEquals(2, run("admin", "accounts").code());
    try (var relay = RunningRelay.watched(folder)) {
      var wrong = admin("show", "nobody");
      assertEquals("juntos relay: 'nobody' is no account id\n", wrong.err(), relay.url(""));
      assertEquals(1, wrong.code());
      assertEquals(1, admin("audit", "--days", "0").code());
    }
  }
}
