package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import okhttp3.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.KeyCount;
import org.juntos.wire.proto.SealedProfile;

class ProfileTest extends WithTwoDevices {
  private static final byte[] KEY = new byte[16];
  private static final byte[] OTHER = "another key of 1".getBytes(StandardCharsets.US_ASCII);

  ProfileTest() {
    super(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @BeforeEach
  void openDoor() throws Exception {
    assertEquals(204, access(KEY, 1).status());
  }

  private WireClient.Reply access(byte[] key, long revision) throws Exception {
    var message =
        AccessKey.newBuilder().setKey(ByteString.copyFrom(key)).setRevision(revision).build();
    return ben.client().put(Paths.ACCESS_KEY, message, ben.token());
  }

  private WireClient.Reply put(long version, int size) throws Exception {
    var profile =
        SealedProfile.newBuilder()
            .setVersion(version)
            .setCiphertext(ByteString.copyFrom(new byte[size]))
            .build();
    return ben.client().put(Paths.PROFILE, profile, ben.token());
  }

  /// What somebody is told who shows a key and no token.
  private Told ask(String account, byte[] key) throws IOException {
    var shown = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    var request =
        new Request.Builder()
            .url(relay.url(Paths.PROFILE + "/" + account))
            .header(Paths.ACCESS_KEY_HEADER, shown)
            .build();
    try (var answer = ana.client().http().newCall(request).execute()) {
      return new Told(answer.code(), ByteString.copyFrom(answer.body().bytes()));
    }
  }

  private record Told(int status, ByteString body) {
    /// Without the id of the request, which is another one each time.
    String words() {
      return body.toStringUtf8().replaceAll("[0-9a-f]{16}", "ID");
    }
  }

  @Test
  void whoever_holds_the_key_is_given_the_profile() throws Exception {
    assertEquals(204, put(3, 500).status());
    relay.restart();
    var told = ask(ben.account().toString(), KEY);
    assertEquals(200, told.status());
    var profile = SealedProfile.parseFrom(told.body());
    assertEquals(3, profile.getVersion());
    assertEquals(500, profile.getCiphertext().size());
  }

  @Test
  void another_key_an_old_key_and_no_such_account_look_alike() throws Exception {
    put(1, 100);
    access(OTHER, 2);
    var nobody = ask(UUID.randomUUID().toString(), KEY);
    var hidden = ask(ana.account().toString(), KEY); // has no key at all
    var old = ask(ben.account().toString(), KEY);
    var wrong = ask(ben.account().toString(), new byte[] {1});
    assertEquals(403, nobody.status(), nobody.words());
    for (var told : List.of(hidden, old, wrong)) {
      assertEquals(nobody.status(), told.status());
      assertEquals(nobody.words(), told.words());
    }
    assertEquals(200, ask(ben.account().toString(), OTHER).status());
  }

  @Test
  void a_token_gives_ones_own_profile_only() throws Exception {
    put(1, 100);
    var path = Paths.PROFILE + "/" + ben.account();
    assertEquals(200, ben.client().get(path, ben.token()).status());
    var stranger = ana.client().get(path, ana.token());
    assertEquals(403, stranger.status());
    assertTrue(stranger.hasCode("access-denied"), stranger.text());
  }

  @Test
  void an_older_version_is_refused_and_the_same_again_is_not() throws Exception {
    assertEquals(204, put(2, 100).status());
    assertEquals(204, put(2, 100).status());
    for (var refused : List.of(put(1, 100), put(2, 101))) {
      assertEquals(409, refused.status());
      assertTrue(refused.hasCode("conflict"), refused.text());
    }
  }

  @Test
  void what_is_too_long_or_nothing_is_refused() throws Exception {
    assertEquals(204, put(1, WireLimits.MAX_PROFILE_BYTES).status());
    assertEquals(413, put(2, WireLimits.MAX_PROFILE_BYTES + 1).status());
    assertEquals(413, put(2, WireLimits.MAX_BODY_OF_REQUEST_BYTES + 1).status());
    assertEquals(400, put(2, 0).status());
    assertEquals(400, put(0, 10).status());
    assertEquals(400, put(-1, 10).status());
  }

  @Test
  void a_device_that_was_away_does_not_bring_back_an_old_access_key() throws Exception {
    assertEquals(204, access(OTHER, 2).status());
    var refused = access(KEY, 1);
    assertEquals(409, refused.status());
    assertTrue(refused.hasCode("conflict"), refused.text());
    var count = ben.client().get(Paths.KEY_COUNT, ben.token());
    assertEquals(2, KeyCount.parseFrom(count.body()).getAccessKeyRevision());
  }
}
