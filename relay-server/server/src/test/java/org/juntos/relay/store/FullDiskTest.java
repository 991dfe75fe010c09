package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.ManualClock;
import org.juntos.relay.blob.BlobStore.Created;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.wire.DeviceAddress;

class FullDiskTest {
  private static final Duration LATER = Duration.ofSeconds(2);

  @TempDir Path folder;
  private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
  private final ManualClock clock = new ManualClock(StoreFixture.START);

  private StoreFixture open() throws StoreUnusableException {
    var store =
        Store.open(
            folder.resolve("data"),
            RelayLimits.unhurried(),
            clock,
            (_, _) -> {},
            new SecureRandom(),
            _ -> free.get());
    return new StoreFixture(folder.resolve("data"), RelayLimits.unhurried(), clock, store);
  }

  private void diskHas(long bytes) {
    free.set(bytes);
    clock.advance(LATER);
  }

  @Test
  void accepting_stops_while_the_rest_goes_on_and_resumes_when_there_is_space_again()
      throws IOException {
    try (var store = open()) {
      var alice = store.register("alice");
      var bob = store.register("bob");
      var kept = StoreFixture.envelope(alice, "kept");
      store.append(kept);
      store.append(StoreFixture.envelope(bob, "for bob"));

      diskHas(0);
      assertEquals("the disk is nearly full", store.store().trouble(Duration.ofSeconds(5)));
      assertInstanceOf(Appended.Later.class, store.append(StoreFixture.envelope(alice, "no")));
      assertThrows(IOException.class, () -> store.register("carol"));
      assertEquals(Created.DISK_FULL, room(store, alice));

      assertEquals(List.of("kept"), store.texts(alice));
      store.acknowledge(alice, List.of(kept.id()));
      assertEquals(List.of(), store.texts(alice));
      assertTrue(store.store().accounts().delete(bob.account()));
      assertEquals(0, store.store().mailboxes().expire(StoreFixture.START, 10));
      assertInstanceOf(Appended.Later.class, store.append(StoreFixture.envelope(alice, "no")));

      diskHas(Long.MAX_VALUE);
      assertNull(store.store().trouble(Duration.ofSeconds(5)));
      assertInstanceOf(Appended.Durable.class, store.append(StoreFixture.envelope(alice, "yes")));
      assertEquals(List.of("yes"), store.texts(alice));
      assertEquals(Created.MADE, room(store, alice));
    }
  }

  private static Created room(StoreFixture store, DeviceAddress owner) throws IOException {
    var id = UUID.randomUUID().toString();
    return store
        .store()
        .blobs()
        .create(id, owner.account(), 10, 100, StoreFixture.START.plusSeconds(60));
  }
}
