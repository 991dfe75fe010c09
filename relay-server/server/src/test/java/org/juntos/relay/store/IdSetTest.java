package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSetTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_says_what_a_set_of_pairs_says(long seed) {
    var random = new Random(seed);
    var ids = new IdSet();
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
}
