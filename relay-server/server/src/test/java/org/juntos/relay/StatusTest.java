package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.PostStatus;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.StatusSlot;

class StatusTest extends WithTwoDevices {
  private static final byte[] PICTURE = "ciphertext of a picture".getBytes(StandardCharsets.UTF_8);
  private static final ByteString KEY = ByteString.copyFromUtf8("a key to a door.");

  private WireClient client;

  StatusTest() {
    super(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @BeforeEach
  void openDoor() throws Exception {
    client = new WireClient(relay);
    client.put(Paths.ACCESS_KEY, AccessKey.newBuilder().setKey(KEY).build(), ana.token());
  }

  /// The id of a whole file of somebody.
  private static String upload(TestDevice device) throws IOException {
    var blobs = new TestBlobs(device);
    var location = blobs.create(PICTURE.length);
    assertEquals(204, blobs.patch(location, 0, PICTURE).status());
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private WireClient.Reply post(TestDevice device, UUID id, String file) throws IOException {
    var body = PostStatus.newBuilder().setBlobId(file).build();
    return client.put(Paths.STATUSES + "/" + id, body, device.token());
  }

  private static StatusSlot slot(WireClient.Reply reply) throws IOException {
    assertEquals(200, reply.status(), reply.text());
    return StatusSlot.parseFrom(reply.body());
  }

  private WireClient.Reply delete(TestDevice device, UUID id) throws IOException {
    return client.call("DELETE", Paths.STATUSES + "/" + id, null, Map.of(), device.token());
  }

  private WireClient.Reply read(AccountId account, UUID id, ByteString key) throws IOException {
    var shown = Base64.getUrlEncoder().withoutPadding().encodeToString(key.toByteArray());
    var headers = Map.of(Paths.ACCESS_KEY_HEADER, shown);
    return client.call("GET", path(account, id), null, headers, "");
  }

  private static String path(AccountId account, UUID id) {
    return Paths.ACCOUNTS + "/" + account + "/statuses/" + id;
  }

  private static void assertRefused(int status, String code, WireClient.Reply reply) {
    assertEquals(status, reply.status(), reply.text());
    assertTrue(reply.hasCode(code), reply.text());
  }

  private void assertGone(WireClient.Reply reply) throws IOException {
    var unknown = read(new AccountId(UUID.randomUUID()), UUID.randomUUID(), KEY);
    assertRefused(404, "not-found", reply);
    assertEquals(withoutId(unknown), withoutId(reply));
  }

  private static String withoutId(WireClient.Reply reply) {
    return reply.text().replaceAll("\"requestId\":\"[0-9a-f]*\"", "");
  }

  @Test
  void whoever_holds_the_access_key_reads_the_file_and_says_nothing_of_themselves()
      throws Exception {
    var id = UUID.randomUUID();
    assertEquals(1, slot(post(ana, id, upload(ana))).getNumber());
    assertArrayEquals(PICTURE, read(ana.account(), id, KEY).body().toByteArray());
    var shown = Base64.getUrlEncoder().encodeToString(KEY.toByteArray());
    var range = Map.of(Paths.ACCESS_KEY_HEADER, shown, "Range", "bytes=4-");
    var rest = client.call("GET", path(ana.account(), id), null, range, "");
    assertEquals(206, rest.status());
    assertArrayEquals(Arrays.copyOfRange(PICTURE, 4, PICTURE.length), rest.body().toByteArray());
    assertEquals(200, client.get(path(ana.account(), id), ana.token()).status(), "one's own");
  }

  @Test
  void unknown_hidden_deleted_and_expired_look_alike() throws Exception {
    var id = UUID.randomUUID();
    var text = UUID.randomUUID();
    var deleted = UUID.randomUUID();
    post(ana, id, upload(ana));
    post(ana, text, "");
    post(ana, deleted, upload(ana));
    assertEquals(204, delete(ana, deleted).status());
    assertGone(read(ana.account(), id, ByteString.copyFromUtf8("another old key!")));
    assertGone(read(ana.account(), UUID.randomUUID(), KEY));
    assertGone(read(ana.account(), text, KEY));
    assertGone(read(ana.account(), deleted, KEY));
    assertGone(read(ben.account(), id, KEY));
    assertGone(client.get(path(ana.account(), id), ben.token()));
    clock.advance(Duration.ofHours(24));
    assertGone(read(ana.account(), id, KEY));
  }

  @Test
  void the_same_post_again_changes_nothing_and_another_file_is_a_conflict() throws Exception {
    var id = UUID.randomUUID();
    var file = upload(ana);
    slot(post(ana, id, file));
    clock.advance(Duration.ofMinutes(5));
    assertEquals(300_000, slot(post(ana, id, file)).getAgeMs());
    assertRefused(409, "conflict", post(ana, id, ""));
    assertRefused(404, "not-found", post(ben, id, file));
    assertRefused(404, "not-found", post(ana, UUID.randomUUID(), "nothing"));
    assertEquals(2, slot(post(ana, UUID.randomUUID(), "")).getNumber());
    assertRefused(
        400,
        "malformed",
        client.put(Paths.STATUSES + "/x", PostStatus.getDefaultInstance(), ana.token()));
  }

  @Test
  void the_next_after_a_hundred_is_refused_until_the_first_is_a_day_old() throws Exception {
    var first = UUID.randomUUID();
    slot(post(ana, first, upload(ana)));
    clock.advance(Duration.ofHours(1));
    ana = ana.on(relay, token(ana));
    ben = ben.on(relay, token(ben));
    for (int i = 2; i <= 100; i++) {
      assertEquals(i, slot(post(ana, UUID.randomUUID(), "")).getNumber());
    }
    assertEquals(204, delete(ana, first).status());
    relay.restart();
    ana = ana.on(relay, token(ana));
    var refused = post(ana, UUID.randomUUID(), "");
    assertRefused(429, "status-limit", refused);
    assertEquals(Integer.toString(23 * 60 * 60), refused.header("Retry-After"));
    assertTrue(refused.text().contains("2026-01-02T00:00:01Z"), refused.text());
    assertEquals(1, slot(post(ben, UUID.randomUUID(), "")).getNumber());
    clock.advance(Duration.ofHours(23));
    ana = ana.on(relay, token(ana));
    assertEquals(1, slot(post(ana, UUID.randomUUID(), "")).getNumber());
    assertRefused(429, "status-limit", post(ana, UUID.randomUUID(), ""));
  }

  private String token(TestDevice device) throws IOException {
    var reply = client.post(Paths.TOKENS, device.issueToken(), "");
    return AccessToken.parseFrom(reply.body()).getToken();
  }

  @Test
  void a_deleted_file_is_off_the_disk_at_once_and_an_expired_one_when_it_is_swept()
      throws Exception {
    var kept = UUID.randomUUID();
    var deleted = UUID.randomUUID();
    post(ana, kept, upload(ana));
    post(ana, deleted, upload(ana));
    assertEquals(2, files());
    delete(ana, deleted);
    delete(ana, deleted);
    assertEquals(1, files());
    clock.advance(Duration.ofHours(24));
    relay.close();
    var options = RelayOptions.loopback(folder.resolve("data"));
    try (var open = OpenRoles.open(options, clock, new SecureRandom())) {
      open.sweeper().all();
      assertEquals(0, files());
    }
  }

  private long files() throws IOException {
    try (var files = Files.walk(folder.resolve("data/blobs"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void the_info_tells_the_limits() throws Exception {
    var info = RelayInfo.parseFrom(client.get(Paths.RELAY, "").body());
    assertEquals(100, info.getStatuses().getPerDay());
    assertEquals(64L * 1024 * 1024, info.getStatuses().getMaxBytes());
  }
}
