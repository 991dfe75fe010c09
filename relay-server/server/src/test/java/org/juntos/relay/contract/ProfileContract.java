package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.juntos.relay.blob.BlobStore.Created;
import org.juntos.relay.profile.ProfileStore;
import org.juntos.relay.profile.ProfileStore.Outcome;
import org.juntos.relay.profile.StoredProfile;

/// Profiles: see [org.juntos.relay.profile.ProfileStore].
public abstract class ProfileContract extends StoreContract {
  private static final long ROOM = 1_000;
  private static final StoredProfile FIRST = new StoredProfile(1, Fixture.text("sealed one"));
  private static final StoredProfile SECOND = new StoredProfile(2, Fixture.text("sealed two"));

  /// Of the store that `opening` opens.
  protected ProfileContract(Opening opening) {
    super(opening);
  }

  private ProfileStore profiles() {
    return store.ports().profiles();
  }

  @Test
  void the_newest_version_counts_and_survives_a_restart() throws IOException {
    assertNull(profiles().find(alice.account()));
    assertEquals(Outcome.KEPT, profiles().put(alice.account(), FIRST, ROOM));
    assertEquals(Outcome.KEPT, profiles().put(alice.account(), SECOND, ROOM));
    store.reopen();
    assertEquals(SECOND, profiles().find(alice.account()));
    assertNull(profiles().find(bob.account()));
  }

  @Test
  void an_older_version_or_another_one_of_the_same_number_changes_nothing() throws IOException {
    profiles().put(alice.account(), SECOND, ROOM);
    var other = new StoredProfile(2, Fixture.text("something else"));
    assertEquals(Outcome.OLDER, profiles().put(alice.account(), FIRST, ROOM));
    assertEquals(Outcome.OLDER, profiles().put(alice.account(), other, ROOM));
    assertEquals(Outcome.KEPT, profiles().put(alice.account(), SECOND, ROOM), "the same again");
    assertEquals(SECOND, profiles().find(alice.account()));
  }

  @Test
  void a_profile_takes_room_of_the_share_of_its_account() throws IOException {
    var size = FIRST.ciphertext().size();
    var blobs = store.ports().blobs();
    var later = Instant.parse("2030-01-01T00:00:00Z");
    blobs.create("a".repeat(40), alice.account(), 100, 1_000, later);
    assertEquals(Outcome.ACCOUNT_FULL, profiles().put(alice.account(), FIRST, 100 + size - 1));
    assertEquals(Outcome.KEPT, profiles().put(alice.account(), FIRST, 100 + size));
    assertEquals(
        Created.ACCOUNT_FULL, blobs.create("b".repeat(40), alice.account(), 50, 149 + size, later));
    assertEquals(
        Created.MADE, blobs.create("b".repeat(40), alice.account(), 50, 150 + size, later));
  }

  @Test
  void a_profile_goes_with_its_account() throws IOException {
    profiles().put(alice.account(), FIRST, ROOM);
    profiles().put(bob.account(), SECOND, ROOM);
    store.ports().accounts().delete(alice.account());
    assertNull(profiles().find(alice.account()));
    assertEquals(Outcome.NO_ACCOUNT, profiles().put(alice.account(), FIRST, ROOM));
    assertEquals(SECOND, profiles().find(bob.account()));
  }
}
