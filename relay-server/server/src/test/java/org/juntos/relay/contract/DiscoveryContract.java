package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.relay.discovery.DiscoveryStore;
import org.juntos.relay.discovery.DiscoveryStore.Listed;
import org.juntos.wire.Bytes;

/// Accounts that can be found by number: see [org.juntos.relay.discovery.DiscoveryStore].
public abstract class DiscoveryContract extends StoreContract {
  private static final Bytes NORTH = Fixture.text("north");
  private static final Bytes SOUTH = Fixture.text("south");
  private static final Bytes KEY = Fixture.text("key");

  /// Of the store that `opening` opens.
  protected DiscoveryContract(Opening opening) {
    super(opening);
  }

  private DiscoveryStore discovery() {
    return store.ports().discovery();
  }

  private static Listed listed(Bytes bucket, String entry) {
    return new Listed(bucket, Fixture.text(entry), KEY);
  }

  private List<Bytes> entries(Bytes... buckets) throws IOException {
    return discovery().entries(List.of(buckets), _ -> false);
  }

  @Test
  void an_account_is_listed_under_its_own_subject_alone() throws IOException {
    assertFalse(discovery().put(alice.account(), Fixture.text("bob"), listed(NORTH, "a")));
    assertEquals(List.of(), entries(NORTH));
    assertTrue(discovery().put(alice.account(), Fixture.text("alice"), listed(NORTH, "a")));
    store.reopen();
    assertEquals(List.of(Fixture.text("a")), entries(NORTH));
    assertEquals(List.of(), entries(SOUTH));
    assertEquals(1, discovery().size());
  }

  @Test
  void a_new_entry_takes_the_place_of_the_one_before_and_can_be_taken_away() throws IOException {
    discovery().put(alice.account(), Fixture.text("alice"), listed(NORTH, "a"));
    discovery().put(alice.account(), Fixture.text("alice"), listed(SOUTH, "b"));
    discovery().put(bob.account(), Fixture.text("bob"), listed(SOUTH, "c"));
    assertEquals(List.of(Fixture.text("b"), Fixture.text("c")), entries(NORTH, SOUTH));
    assertTrue(discovery().remove(alice.account()));
    assertFalse(discovery().remove(alice.account()));
    assertEquals(List.of(Fixture.text("c")), entries(NORTH, SOUTH));
  }

  @Test
  void whoever_is_hidden_is_in_no_answer() throws IOException {
    discovery().put(alice.account(), Fixture.text("alice"), listed(NORTH, "a"));
    discovery().put(bob.account(), Fixture.text("bob"), listed(NORTH, "b"));
    assertEquals(
        List.of(Fixture.text("b")), discovery().entries(List.of(NORTH), alice.account()::equals));
  }

  @Test
  void an_entry_goes_with_its_account_and_when_that_moves_to_another_number() throws IOException {
    discovery().put(alice.account(), Fixture.text("alice"), listed(NORTH, "a"));
    discovery().put(bob.account(), Fixture.text("bob"), listed(NORTH, "b"));
    store.ports().accounts().delete(alice.account());
    assertEquals(List.of(Fixture.text("b")), entries(NORTH));
    var moved = store.admission("bob's new number", "token");
    store.ports().accounts().move(bob.account(), moved, store.keys("", ""));
    assertEquals(List.of(), entries(NORTH));
    assertEquals(0, discovery().size());
  }

  @Test
  void what_another_key_made_is_forgotten() throws IOException {
    discovery().put(alice.account(), Fixture.text("alice"), listed(NORTH, "a"));
    discovery().keepOnly(KEY);
    assertEquals(1, discovery().size());
    discovery().keepOnly(Fixture.text("a new key"));
    assertEquals(0, discovery().size());
  }
}
