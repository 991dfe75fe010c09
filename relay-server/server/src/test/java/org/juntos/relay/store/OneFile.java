package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.juntos.relay.blob.BlobStore.Created;
import org.juntos.wire.AccountId;

/// A file of somebody's [Life], uploaded in two halves.
final class OneFile {
  private static final int BYTES = 70_000;
  private static final Instant KEPT = StoreFixture.START.plus(Duration.ofDays(30));

  private final StoreFixture store;
  private final AccountId account;
  private final String id = UUID.randomUUID().toString();
  private final byte[] content = new byte[BYTES];

  OneFile(StoreFixture store, AccountId account, int number) {
    this.store = store;
    this.account = account;
    Arrays.fill(content, (byte) number);
  }

  boolean room() throws IOException {
    var blobs = store.store().blobs();
    return blobs.find(id) != null
        || blobs.create(id, account, BYTES, 1 << 20, KEPT.minusSeconds(1)) == Created.MADE;
  }

  boolean uploadHalf() throws IOException {
    return upload(BYTES / 2);
  }

  boolean uploadAll() throws IOException {
    boolean there = upload(BYTES);
    if (there) {
      store.store().blobs().complete(id, KEPT);
    }
    return there;
  }

  private boolean upload(int upTo) throws IOException {
    var blobs = store.store().blobs();
    var upload = blobs.find(id);
    if (upload == null) {
      return false;
    }
    int from = Math.toIntExact(upload.offset());
    if (from < upTo) {
      var rest = new ByteArrayInputStream(content, from, upTo - from);
      assertEquals(upTo, blobs.append(upload, rest));
    }
    return true;
  }

  boolean download() throws IOException {
    var upload = store.store().blobs().find(id);
    if (upload == null || upload.offset() == 0) {
      return false;
    }
    try (var file = Channels.newInputStream(store.store().blobs().read(upload))) {
      int here = Math.toIntExact(upload.offset());
      assertArrayEquals(Arrays.copyOf(content, here), file.readNBytes(BYTES));
      return true;
    }
  }

  /// What was accepted is there.
  void check(Set<String> accepted) throws IOException {
    var upload = store.store().blobs().find(id);
    if (accepted.contains("room")) {
      assertNotNull(upload, "the room is lost");
      long least = accepted.contains("whole") ? BYTES : accepted.contains("half") ? BYTES / 2 : 0;
      assertTrue(upload.offset() >= least, "only " + upload.offset() + " bytes are left");
    }
    if (accepted.contains("whole")) {
      assertEquals(KEPT, upload == null ? null : upload.expiresAt());
    }
    download();
  }

  void checkGone() throws IOException {
    assertNull(store.store().blobs().find(id));
  }
}
