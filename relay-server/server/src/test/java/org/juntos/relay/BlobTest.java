package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Paths;

class BlobTest {
  private static final byte[] CONTENT = new byte[1_500_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private RunningRelay relay;
  private TestBlobs alice;
  private TestBlobs bob;

  @BeforeEach
  void start() throws Exception {
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
    alice = new TestBlobs(TestDevice.register(relay, "+4915112345678"));
    bob = new TestBlobs(TestDevice.register(relay, "+4915112345679"));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void a_file_uploaded_in_two_pieces_with_a_restart_between_is_read_back_identical()
      throws Exception {
    var location = alice.create(CONTENT.length);
    assertEquals("500000", patch(location, 0, 0, 500_000).header("Upload-Offset"));
    relay.restart();
    assertEquals("500000", alice.progress(location).header("Upload-Offset"));
    assertEquals(204, patch(location, 500_000, 500_000, CONTENT.length).status());
    var read = bob.read(location);
    assertEquals(200, read.status());
    assertArrayEquals(CONTENT, read.body().toByteArray());
  }

  @Test
  void an_upload_that_breaks_off_goes_on_where_it_broke() throws Exception {
    var location = alice.create(CONTENT.length);
    breakOff(location, 400_000);
    assertTrue(alice.offset(location) <= 400_000, "more than was sent: " + alice.offset(location));
    var reply = goOn(location);
    // the broken request may be taken up only now, and then it cuts this one off
    for (int tried = 0; tried < 20 && (reply.status() == 409 || reply.status() == 503); tried++) {
      reply = goOn(location);
    }
    assertEquals(204, reply.status());
    assertArrayEquals(CONTENT, bob.read(location).body().toByteArray());
  }

  @Test
  void a_new_connection_cuts_off_the_old_one_that_hangs() throws Exception {
    var location = alice.create(CONTENT.length);
    try (var hanging = begin(location, 0, CONTENT.length)) {
      hanging.getOutputStream().write(CONTENT, 0, 100_000);
      hanging.getOutputStream().flush();
      awaitOffset(location, 100_000);
      assertEquals(204, patch(location, 100_000, 100_000, CONTENT.length).status());
    }
    assertArrayEquals(CONTENT, bob.read(location).body().toByteArray());
  }

  @Test
  void a_range_is_read_alone() throws Exception {
    var location = alice.create(CONTENT.length);
    patch(location, 0, 0, CONTENT.length);
    var middle = range(location, "bytes=1000-1999");
    assertEquals(206, middle.status());
    assertEquals("bytes 1000-1999/1500000", middle.header("Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(CONTENT, 1000, 2000), middle.body().toByteArray());
    var tail = range(location, "bytes=-10");
    assertArrayEquals(
        Arrays.copyOfRange(CONTENT, CONTENT.length - 10, CONTENT.length),
        tail.body().toByteArray());
    var rest = range(location, "bytes=1499990-");
    assertArrayEquals(tail.body().toByteArray(), rest.body().toByteArray());
    assertEquals(416, range(location, "bytes=1500000-").status());
  }

  @Test
  void a_client_finds_out_what_is_spoken_and_how_long_a_file_may_be() throws Exception {
    var reply = alice.device().client().call("OPTIONS", Paths.BLOBS, null, Map.of(), "");
    assertEquals(204, reply.status());
    assertEquals("1.0.0", reply.header("Tus-Version"));
    assertEquals("creation,expiration,termination,checksum", reply.header("Tus-Extension"));
    assertEquals(
        Long.toString(RelayLimits.standard().blobs().bytes()), reply.header("Tus-Max-Size"));
  }

  @Test
  void another_version_of_the_protocol_is_refused_with_the_one_that_is_spoken() throws Exception {
    var headers = Map.of("Tus-Resumable", "0.2.2", "Upload-Length", "5");
    var reply =
        alice
            .device()
            .client()
            .call("POST", Paths.BLOBS, new byte[0], headers, alice.device().token());
    assertEquals(412, reply.status());
    assertTrue(reply.hasCode("version-unsupported"), reply.text());
    assertEquals("1.0.0", reply.header("Tus-Version"));
  }

  @Test
  void an_empty_file_is_whole_at_once() throws Exception {
    var location = alice.create(0);
    var read = bob.read(location);
    assertEquals(200, read.status());
    assertEquals(0, read.body().size());
  }

  @Test
  void a_wrong_offset_is_a_conflict_and_changes_nothing() throws Exception {
    var location = alice.create(1_000);
    patch(location, 0, 0, 600);
    assertEquals(409, patch(location, 599, 599, 1_000).status());
    assertEquals(409, patch(location, 601, 601, 1_000).status());
    assertEquals("600", alice.progress(location).header("Upload-Offset"));
  }

  @Test
  void a_file_longer_than_announced_is_refused() throws Exception {
    var location = alice.create(1_000);
    assertEquals(413, patch(location, 0, 0, 1_001).status());
    assertEquals("0", alice.progress(location).header("Upload-Offset"));
  }

  @Test
  void a_file_over_the_limit_is_refused_before_a_byte_is_sent() throws Exception {
    long tooLong = RelayLimits.standard().blobs().bytes() + 1;
    var reply = alice.announce(tooLong);
    assertEquals(413, reply.status());
    assertTrue(reply.hasCode("too-large"), reply.text());
  }

  @Test
  void a_half_uploaded_file_cannot_be_read_and_only_its_owner_may_go_on() throws Exception {
    var location = alice.create(1_000);
    patch(location, 0, 0, 600);
    assertEquals(404, bob.read(location).status());
    var stranger = bob.patch(location, 600, Arrays.copyOfRange(CONTENT, 600, 1_000));
    assertEquals(404, stranger.status());
  }

  @Test
  void a_file_is_gone_after_its_time() throws Exception {
    var location = alice.create(1_000);
    patch(location, 0, 0, 1_000);
    clock.advance(Duration.ofDays(31));
    var token = relayToken(bob.device());
    assertEquals(404, bob.device().client().get(location, token).status());
  }

  @Test
  void nobody_reads_without_a_token_or_by_a_path_that_leaves_the_folder() throws Exception {
    var location = alice.create(1_000);
    patch(location, 0, 0, 1_000);
    assertEquals(401, bob.device().client().get(location, "").status());
    for (var path : new String[] {"/..%2f..%2frelay.db", "/%2e%2e", "/keys"}) {
      int status = bob.device().client().get(Paths.BLOBS + path, bob.device().token()).status();
      assertTrue(status == 404 || status == 400, path + " gave " + status);
    }
  }

  private String relayToken(TestDevice device) throws IOException {
    var reply = device.client().post(Paths.TOKENS, device.issueToken(), "");
    return org.juntos.wire.proto.AccessToken.parseFrom(reply.body()).getToken();
  }

  private WireClient.Reply patch(String location, long offset, int from, int to)
      throws IOException {
    return alice.patch(location, offset, Arrays.copyOfRange(CONTENT, from, to));
  }

  private WireClient.Reply goOn(String location) throws IOException {
    long offset = alice.offset(location);
    return patch(location, offset, (int) offset, CONTENT.length);
  }

  private void awaitOffset(String location, long offset) throws IOException {
    for (int asked = 0; asked < 10_000; asked++) {
      if (alice.offset(location) == offset) {
        return;
      }
    }
    throw new AssertionError("the upload did not get to " + offset);
  }

  private WireClient.Reply range(String location, String range) throws IOException {
    return bob.read(location, Map.of("Range", range));
  }

  private Socket begin(String location, long offset, int length) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), relay.relay().port());
    var head = new StringBuilder("PATCH " + location + " HTTP/1.1\r\nHost: relay\r\n");
    TestBlobs.at(offset).forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Authorization: Bearer " + alice.device().token() + "\r\n");
    head.append("Content-Length: " + length + "\r\n\r\n");
    OutputStream out = socket.getOutputStream();
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void breakOff(String location, int bytes) throws IOException {
    try (var socket = begin(location, 0, CONTENT.length)) {
      socket.getOutputStream().write(CONTENT, 0, bytes);
      socket.getOutputStream().flush();
      socket.setSoLinger(true, 0);
    }
  }

  @Test
  void deleting_the_account_takes_its_files_away() throws Exception {
    var location = alice.create(1_000);
    patch(location, 0, 0, 1_000);
    assertEquals(
        204,
        alice
            .device()
            .client()
            .call("DELETE", Paths.ACCOUNTS, null, Map.of(), alice.device().token())
            .status());
    assertEquals(404, bob.read(location).status());
  }
}
