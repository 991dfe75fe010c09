package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.limit.RelayLimits;

/// What tus 1.0 has beside the core, and conditional reads.
class BlobExtensionsTest {
  private static final byte[] CONTENT = new byte[5_000];

  static {
    new Random(11).nextBytes(CONTENT);
  }

  @TempDir Path folder;
  private RunningRelay relay;
  private TestBlobs alice;
  private TestBlobs bob;

  @BeforeEach
  void start() throws Exception {
    start(RelayLimits.unhurried());
    alice = new TestBlobs(TestDevice.register(relay, "+4915112345678"));
    bob = new TestBlobs(TestDevice.register(relay, "+4915112345679"));
  }

  private void start(RelayLimits limits) throws Exception {
    relay = RunningRelay.in(folder, limits, java.time.InstantSource.system());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private String upload() throws IOException {
    var location = alice.create(CONTENT.length);
    assertEquals(204, alice.patch(location, 0, CONTENT).status());
    return location;
  }

  private long files() throws IOException {
    var blobs = folder.resolve("data/blobs");
    try (var files = Files.walk(blobs)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void its_owner_deletes_a_file_and_nothing_of_it_stays() throws Exception {
    var whole = upload();
    var half = alice.create(CONTENT.length);
    alice.patch(half, 0, Arrays.copyOf(CONTENT, 10));
    assertEquals(2, files());
    for (var location : new String[] {whole, half}) {
      assertEquals(404, bob.delete(location).status(), "not hers");
      var deleted = alice.delete(location);
      assertEquals(204, deleted.status(), deleted.text());
      assertEquals("1.0.0", deleted.header("Tus-Resumable"));
      assertEquals(404, alice.delete(location).status());
      assertEquals(404, alice.progress(location).status());
      assertEquals(404, bob.read(location).status());
    }
    assertEquals(0, files());
  }

  @Test
  void an_upload_that_is_running_ends_when_its_file_is_deleted() throws Exception {
    var location = alice.create(CONTENT.length);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), relay.relay().port())) {
      var head = new StringBuilder("PATCH " + location + " HTTP/1.1\r\nHost: relay\r\n");
      TestBlobs.at(0).forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      head.append("Authorization: Bearer " + alice.device().token() + "\r\n");
      head.append("Content-Length: " + CONTENT.length + "\r\n\r\n");
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(CONTENT, 0, 100);
      for (int asked = 0; asked < 10_000 && alice.offset(location) < 100; asked++) {
        Thread.onSpinWait();
      }
      assertEquals(100, alice.offset(location));
      assertEquals(204, alice.delete(location).status());
    }
    assertEquals(404, alice.patch(location, 100, new byte[1]).status());
    assertEquals(0, files());
  }

  @Test
  void an_account_has_its_share_and_gets_room_back_by_deleting() throws Exception {
    var limits = RelayLimits.unhurried();
    relay.close();
    start(
        new RelayLimits(
            limits.requests(),
            limits.codes(),
            limits.mailbox(),
            new RelayLimits.Blobs(4_000, 5_000, limits.blobs().expiry()),
            limits.bundleHandOutsPerHour(),
            limits.askedPerDay(),
            limits.reservedDiskBytes()));
    var owner = new TestBlobs(alice.device().on(relay));
    var first = owner.create(3_000);
    var refused = owner.announce(2_001);
    assertEquals(429, refused.status());
    assertTrue(refused.hasCode("rate-limited"), refused.text());
    assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
    owner.create(2_000);
    assertEquals(201, new TestBlobs(bob.device().on(relay)).announce(4_000).status());
    assertEquals(204, owner.delete(first).status());
    owner.create(3_000);
  }

  private static String checksum(String name, String algorithm, byte[] piece) throws Exception {
    var digest = MessageDigest.getInstance(algorithm).digest(piece);
    return name + " " + Base64.getEncoder().encodeToString(digest);
  }

  @ParameterizedTest
  @CsvSource({"sha1, SHA-1", "sha256, SHA-256"})
  void a_piece_with_a_wrong_checksum_is_dropped_and_one_with_the_right_one_is_kept(
      String name, String algorithm) throws Exception {
    var location = alice.create(CONTENT.length);
    var begin = Arrays.copyOf(CONTENT, 2_000);
    var rest = Arrays.copyOfRange(CONTENT, 2_000, CONTENT.length);
    var right = checksum(name, algorithm, begin);
    assertEquals(204, alice.patch(location, 0, begin, right).status());
    var damaged = alice.patch(location, 2_000, rest, right);
    assertEquals(460, damaged.status());
    assertTrue(damaged.hasCode("checksum-mismatch"), damaged.text());
    assertEquals("1.0.0", damaged.header("Tus-Resumable"));
    assertEquals(2_000, alice.offset(location));
    var good = alice.patch(location, 2_000, rest, checksum(name, algorithm, rest));
    assertEquals(204, good.status(), good.text());
    assertArrayEquals(CONTENT, bob.read(location).body().toByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5 AAAA", "sha1", "sha1 !", ""})
  void a_checksum_that_cannot_be_read_is_refused_and_changes_nothing(String header)
      throws Exception {
    var location = alice.create(10);
    var refused = alice.patch(location, 0, new byte[10], header);
    assertEquals(400, refused.status());
    assertTrue(refused.text().contains("sha1,sha256"), refused.text());
    assertEquals(0, alice.offset(location));
  }

  @Test
  void who_can_only_post_appends_and_deletes_all_the_same() throws Exception {
    var location = alice.create(10);
    var headers = new java.util.HashMap<>(TestBlobs.at(0));
    headers.put("X-HTTP-Method-Override", "PATCH");
    assertEquals(204, alice.call("POST", location, new byte[10], headers).status());
    assertEquals(10, alice.offset(location));
    var delete = Map.of("X-HTTP-Method-Override", "DELETE");
    assertEquals(405, alice.call("POST", location, new byte[0], Map.of()).status());
    assertEquals(204, alice.call("POST", location, new byte[0], delete).status());
    assertEquals(404, alice.progress(location).status());
  }

  @Test
  void a_range_is_read_only_of_the_file_that_it_was_begun_from() throws Exception {
    var location = upload();
    var whole = bob.read(location);
    var tag = whole.header("ETag");
    assertEquals("bytes", whole.header("Accept-Ranges"));
    var range = Map.of("Range", "bytes=-100", "If-Range", tag);
    var part = bob.read(location, range);
    assertEquals(206, part.status());
    assertEquals("bytes 4900-4999/5000", part.header("Content-Range"));
    assertEquals(tag, part.header("ETag"));
    var tail = Arrays.copyOfRange(CONTENT, 4_900, 5_000);
    assertArrayEquals(tail, part.body().toByteArray());
    var other = bob.read(location, Map.of("Range", "bytes=-100", "If-Range", "\"other\""));
    assertEquals(200, other.status());
    assertArrayEquals(CONTENT, other.body().toByteArray());
    var missing = bob.read(location, Map.of("Range", "bytes=5000-"));
    assertEquals(416, missing.status());
    assertEquals("bytes */5000", missing.header("Content-Range"));
  }

  @Test
  void a_file_that_is_known_already_is_not_sent_again() throws Exception {
    var location = upload();
    var tag = bob.read(location).header("ETag");
    var known = bob.read(location, Map.of("If-None-Match", tag));
    assertEquals(304, known.status());
    assertEquals(0, known.body().size());
    assertEquals(200, bob.read(location, Map.of("If-None-Match", "\"other\"")).status());
    var elsewhere = alice.create(0);
    assertEquals(200, bob.read(elsewhere, Map.of("If-None-Match", tag)).status());
  }

  @Test
  void every_answer_to_a_client_of_the_protocol_names_it() throws Exception {
    var location = alice.create(10);
    assertEquals("1.0.0", alice.patch(location, 5, new byte[1]).header("Tus-Resumable"));
    var untold = alice.call("PATCH", location, new byte[1], Map.of("Upload-Offset", "0"));
    assertEquals(400, untold.status());
    assertEquals("1.0.0", untold.header("Tus-Resumable"));
  }
}
