package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.blob.BlobStore.Created;
import org.juntos.relay.blob.Upload;
import org.juntos.wire.AccountId;

/// Encrypted files: see [org.juntos.relay.blob.BlobStore].
public abstract class BlobContract extends StoreContract {
  private static final Instant SOON = Fixture.START.plusSeconds(60);
  private static final Instant LATER = Fixture.START.plusSeconds(600);

  private final String id = UUID.randomUUID().toString();

  /// Of the store that `opening` opens.
  protected BlobContract(Opening opening) {
    super(opening);
  }

  private Created create(AccountId owner, String name, long length) throws IOException {
    return store.ports().blobs().create(name, owner, length, 100, SOON);
  }

  private Upload found() throws IOException {
    return Objects.requireNonNull(store.ports().blobs().find(id), "no file");
  }

  private long append(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return store.ports().blobs().append(found(), new ByteArrayInputStream(bytes));
  }

  private String content() throws IOException {
    try (var file = Channels.newInputStream(store.ports().blobs().read(found()))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_file_grows_piece_by_piece_over_restarts_and_is_read_back() throws IOException {
    assertEquals(Created.MADE, create(alice.account(), id, 10));
    assertEquals(new Upload(id, alice.account(), 10, 0, SOON), found());
    assertEquals(4, append("0123"));
    store.reopen();
    assertEquals(4, found().offset());
    assertEquals(10, append("456789"));
    store.ports().blobs().complete(id, LATER);
    store.reopen();
    assertEquals(new Upload(id, alice.account(), 10, 10, LATER), found());
    assertEquals("0123456789", content());
  }

  @Test
  void no_more_is_taken_than_the_file_is_to_have() throws IOException {
    create(alice.account(), id, 4);
    assertEquals(4, append("0123 and more"));
    assertEquals("0123", content());
  }

  @Test
  void what_came_before_a_connection_broke_is_kept() throws IOException {
    create(alice.account(), id, 10);
    assertThrows(
        IOException.class, () -> store.ports().blobs().append(found(), new BrokenStream("0123")));
    assertEquals(4, found().offset());
    append("456789");
    assertEquals("0123456789", content());
  }

  @Test
  void an_account_has_so_much_room_and_gets_it_back() throws IOException {
    assertEquals(Created.MADE, create(alice.account(), id, 60));
    assertEquals(Created.ACCOUNT_FULL, create(alice.account(), "another", 41));
    assertEquals(Created.MADE, create(alice.account(), "another", 40));
    assertEquals(Created.MADE, create(bob.account(), "of-bob", 60));
    assertEquals(3, store.ports().blobs().expire(SOON, 10));
    assertEquals(Created.MADE, create(alice.account(), "a-third", 100));
  }

  @Test
  void nobody_has_no_room() throws IOException {
    assertEquals(Created.NO_ACCOUNT, create(new AccountId(UUID.randomUUID()), id, 1));
    assertNull(store.ports().blobs().find(id));
  }

  @Test
  void files_expire_a_little_at_a_time_and_not_before_their_time() throws IOException {
    create(alice.account(), id, 1);
    create(alice.account(), "another", 1);
    assertEquals(0, store.ports().blobs().expire(SOON.minusMillis(1), 10));
    assertEquals(1, store.ports().blobs().expire(SOON, 1));
    assertEquals(1, store.ports().blobs().expire(SOON, 10));
    assertNull(store.ports().blobs().find(id));
  }

  @Test
  void the_files_of_a_deleted_account_are_not_found_and_the_next_sweep_takes_them()
      throws IOException {
    create(alice.account(), id, 4);
    append("0123");
    store.ports().accounts().delete(alice.account());
    assertNull(store.ports().blobs().find(id));
    assertEquals(1, store.ports().blobs().expire(Fixture.START, 10));
  }

  @Test
  void an_upload_that_is_gone_cannot_be_kept() throws IOException {
    assertThrows(IOException.class, () -> store.ports().blobs().complete(id, LATER));
  }

  /// Breaks after its text.
  private static final class BrokenStream extends FilterInputStream {
    BrokenStream(String text) {
      super(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = super.read(into, from, most);
      if (read < 0) {
        throw new IOException("the network is gone");
      }
      return read;
    }
  }
}
