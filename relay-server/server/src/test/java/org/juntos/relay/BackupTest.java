package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.TestStream.Event;
import org.juntos.relay.otp.ContactKind;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.CodeSession;
import org.juntos.wire.proto.KeyCount;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;

class BackupTest {
  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RelayMain.execute(words, Map.of(), _ -> 9, new PrintWriter(out), new PrintWriter(err));
    return new Ran(code, out.toString(), err.toString());
  }

  private Ran backup(Path to) {
    return run("backup", "--data", folder.resolve("data").toString(), "--to", to.toString());
  }

  private static Ran restore(Path from, Path data) {
    return run("restore", "--from", from.toString(), "--data", data.toString());
  }

  private static void send(TestDevice to, String text) throws Exception {
    try (var stream = to.stream()) {
      stream.send(1, UUID.randomUUID(), to.address(), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String upload(TestDevice device) throws Exception {
    var length = Map.of("Upload-Length", "5");
    var made = device.client().call("POST", Paths.BLOBS, new byte[0], length, device.token());
    var headers = Map.of("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
    var body = "bytes".getBytes(StandardCharsets.UTF_8);
    device.client().call("PATCH", made.header("Location"), body, headers, device.token());
    return made.header("Location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "copy.zip"})
  void what_was_accepted_before_the_backup_is_delivered_after_the_restore(String name)
      throws Exception {
    var copy = folder.resolve(name);
    TestDevice alice;
    String file;
    try (var relay = RunningRelay.in(folder)) {
      alice = TestDevice.register(relay, "+4915112345678");
      send(alice, "one");
      send(alice, "two");
      file = upload(alice);
      var made = backup(copy);
      assertEquals(0, made.code(), made.err());
      assertTrue(made.out().startsWith("backed up to " + copy), made.out());
      send(alice, "after");
    }
    var place = Files.createDirectories(folder.resolve("elsewhere"));
    var restored = restore(copy, place.resolve("data"));
    assertEquals(0, restored.code(), restored.err());
    try (var relay = RunningRelay.in(place);
        var stream = alice.on(relay).stream()) {
      assertEquals("one", stream.delivery().getCiphertext().toStringUtf8());
      assertEquals("two", stream.delivery().getCiphertext().toStringUtf8());
      assertEquals(new Event.QueueEmpty(), stream.next(Event.QueueEmpty.class));
      assertEquals("bytes", alice.on(relay).client().get(file, alice.token()).text());
    }
  }

  @ParameterizedTest
  @CsvSource({"ACCOUNT;OTP, copy", "ACCOUNT;OTP, copy.zip", "OTP, copy", "OTP, copy.zip"})
  void a_code_that_was_sent_before_the_backup_and_its_limits_hold_after_the_restore(
      String roles, String name) throws Exception {
    var copy = folder.resolve(name);
    var number = "+4915112345678";
    String session;
    String code;
    try (var relay = otp(folder, roles)) {
      session = session(new WireClient(relay), number);
      code = relay.codeFor(number);
      var made = backup(copy);
      assertEquals(0, made.code(), made.err());
      assertEquals(201, ask(new WireClient(relay), "+4915112345679").status(), "it goes on");
    }
    var place = Files.createDirectories(folder.resolve("elsewhere"));
    var restored = restore(copy, place.resolve("data"));
    assertEquals(0, restored.code(), restored.err());
    assertEquals("rw-------", permissions(place.resolve("data/otp.db")));
    assertEquals(roles.contains("ACCOUNT"), Files.exists(place.resolve("data/relay.db")));
    assertEquals(
        -1,
        Files.mismatch(
            folder.resolve("data/keys/number-hash"), place.resolve("data/keys/number-hash")));
    try (var relay = otp(place, roles)) {
      var client = new WireClient(relay);
      assertEquals(429, ask(client, number).status(), "the minute between two codes");
      assertEquals(201, ask(client, "+4915112345679").status(), "sent after the backup");
      var entered =
          client.post(
              Paths.REGISTRATION_SESSIONS + "/" + session + "/code",
              SubmitCode.newBuilder().setCode(code).build(),
              "");
      assertEquals(200, entered.status(), entered.text());
    }
  }

  private static RunningRelay otp(Path folder, String roles) throws RelayStartException {
    var parts = Stream.of(roles.split(";", -1)).map(Role::valueOf).collect(Collectors.toSet());
    var codes = folder.resolve("codes.jsonl");
    var channel = OtpOptions.Channel.plain(new OtpDelivery.ToFile(codes));
    var otp =
        new OtpOptions(
            parts,
            Map.of(ContactKind.PHONE, channel),
            Set.of(),
            null,
            List.of(),
            List.of(),
            Set.of());
    var options = RelayOptions.loopback(folder.resolve("data")).withOtp(otp);
    return RunningRelay.with(options, codes);
  }

  private static WireClient.Reply ask(WireClient client, String number) throws Exception {
    var start = StartCodeSession.newBuilder().setPhoneNumber(number).build();
    return client.post(Paths.REGISTRATION_SESSIONS, start, "");
  }

  private static String session(WireClient client, String number) throws Exception {
    var id = CodeSession.parseFrom(ask(client, number).body()).getSessionId().toByteArray();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  @Test
  void one_time_keys_of_a_restored_relay_are_never_given_and_cannot_come_back() throws Exception {
    TestDevice alice;
    var copy = folder.resolve("copy");
    int given;
    try (var relay = RunningRelay.in(folder)) {
      alice = TestDevice.register(relay, "+4915112345678");
      assertEquals(0, backup(copy).code());
      given = oneTimeKey(alice);
      assertTrue(given > 0, "a key was given after the backup");
    }
    var place = Files.createDirectories(folder.resolve("elsewhere"));
    restore(copy, place.resolve("data"));
    try (var relay = RunningRelay.in(place)) {
      var back = alice.on(relay);
      assertEquals(0, oneTimeKey(back), "no one-time key is left to give");
      var again = back.client().put(Paths.KEYS, alice.registration().getKeys(), alice.token());
      assertEquals(200, again.status(), again.text());
      assertEquals(0, KeyCount.parseFrom(again.body()).getOneTimePrekeys());
      assertEquals(0, KeyCount.parseFrom(again.body()).getOneTimeKyberPrekeys());
      try (var stream = back.stream()) {
        assertEquals(new Event.PrekeysLow(), stream.next(Event.PrekeysLow.class));
      }
    }
  }

  /// The id of the one-time key in a bundle of `device`; zero when there is none.
  private static int oneTimeKey(TestDevice device) throws Exception {
    var path = Paths.ACCOUNTS + "/" + device.account() + "/keys";
    var bundles = PrekeyBundles.parseFrom(device.client().get(path, device.token()).body());
    return bundles.getBundles(0).getOneTimePrekey().getId();
  }

  @Test
  void a_restored_mailbox_goes_on_above_all_sequences_that_were_ever_used() throws Exception {
    TestDevice alice;
    var copy = folder.resolve("copy");
    long highest;
    try (var relay = RunningRelay.in(folder)) {
      alice = TestDevice.register(relay, "+4915112345678");
      assertEquals(0, backup(copy).code());
      send(alice, "lost");
      try (var stream = alice.stream()) {
        highest = stream.delivery().getSequence();
      }
    }
    var place = Files.createDirectories(folder.resolve("elsewhere"));
    restore(copy, place.resolve("data"));
    try (var relay = RunningRelay.in(place)) {
      send(alice.on(relay), "new");
      try (var stream = alice.on(relay).stream()) {
        assertTrue(stream.delivery().getSequence() > highest + 1_000_000);
      }
    }
  }

  @Test
  void a_backup_is_for_its_owner_only_and_never_written_over() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
      var copy = folder.resolve("copy");
      var file = folder.resolve("copy.zip");
      assertEquals(0, backup(copy).code());
      assertEquals(0, backup(file).code());
      assertEquals("rwx------", permissions(copy));
      assertEquals("rw-------", permissions(copy.resolve("keys/access")));
      assertEquals("rw-------", permissions(file));
      for (var taken : List.of(copy, file)) {
        assertEquals(1, backup(taken).code());
        assertTrue(backup(taken).err().contains("is there already"), backup(taken).err());
      }
      assertTrue(Files.exists(folder.resolve("data/last-backup")));
      try (var left = Files.list(folder)) {
        assertFalse(left.anyMatch(path -> path.toString().contains(".part")));
      }
    }
  }

  @Test
  void what_looks_like_the_draft_of_another_backup_is_left_alone() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
      var other = Files.writeString(folder.resolve("copy.zip.part"), "of another");
      var made = backup(folder.resolve("copy.zip"));
      assertEquals(0, made.code(), made.err());
      assertEquals("of another", Files.readString(other));
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void keys_from_one_file_are_for_their_owner_only_again() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
      assertEquals(0, backup(folder.resolve("copy.zip")).code());
    }
    var data = folder.resolve("restored");
    assertEquals(0, restore(folder.resolve("copy.zip"), data).code());
    assertEquals("rwx------", permissions(data));
    assertEquals("rw-------", permissions(data.resolve("keys/access")));
    assertEquals("rw-------", permissions(data.resolve("relay.db")));
  }

  @Test
  void what_cannot_be_restored_is_told_and_leaves_nothing() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      send(TestDevice.register(relay, "+4915112345678"), "x");
      assertEquals(0, backup(folder.resolve("copy")).code());
    }
    var full = restore(folder.resolve("copy"), folder.resolve("data"));
    assertEquals(1, full.code());
    assertTrue(full.err().contains("is not empty"), full.err());
    refused(folder.resolve("nowhere"), "there is no backup");
    refused(Files.createDirectories(folder.resolve("other")), "is no backup");
    var database = folder.resolve("copy/relay.db");
    var bytes = Files.readAllBytes(database);
    bytes[bytes.length / 2] ^= 1;
    Files.write(database, bytes);
    refused(folder.resolve("copy"), "relay.db has changed");
    Files.delete(folder.resolve("copy/otp.db"));
    refused(folder.resolve("copy"), "otp.db is missing");
    Files.delete(folder.resolve("copy/keys/access"));
    refused(folder.resolve("copy"), "keys/access is missing");
  }

  @Test
  void a_place_that_cannot_be_written_is_told_in_words() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
      Files.writeString(folder.resolve("file"), "in the way");
      var ran = backup(folder.resolve("file/copy"));
      assertEquals(1, ran.code());
      assertTrue(ran.err().startsWith("juntos relay: cannot use "), ran.err());
    }
  }

  private void refused(Path from, String why) {
    var ran = restore(from, folder.resolve("new"));
    assertEquals(1, ran.code(), ran.out());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().contains(why), ran.err());
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void there_is_nothing_to_back_up_where_no_relay_was() {
    var ran = backup(folder.resolve("copy"));
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("no relay has used the folder"), ran.err());
    assertFalse(Files.exists(folder.resolve("copy")));
  }
}
