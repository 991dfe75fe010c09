package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSetTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_says_what_a_set_of_pairs_says(long seed) {
    var random = new Random(seed);
    var ids = new IdSet(random.nextLong());
    var expected = new HashSet<List<Object>>();
    for (int i = 0; i < 20_000; i++) {
      long device = 1L + random.nextInt(5);
      // few distinct ids, some of them alike in one half
      var id = new UUID(random.nextInt(300), random.nextInt(4) == 0 ? 0 : random.nextInt(30));
      var pair = List.<Object>of(device, id);
      assertEquals(expected.contains(pair), ids.contains(device, id), "seed " + seed);
      assertEquals(expected.add(pair), ids.add(device, id), "seed " + seed);
    }
    assertEquals(expected.size(), ids.size());
  }

  /// Ids whose two halves differ in the same bits. In one place they would take hours.
  @Test
  @Timeout(60)
  void ids_that_somebody_has_chosen_to_meet_in_one_place_do_not() {
    var ids = new IdSet(new SecureRandom().nextLong());
    for (long high = 0; high < 400_000; high++) {
      ids.add(1, new UUID(high, ~high));
    }
    assertEquals(400_000, ids.size());
  }
}
