package org.juntos.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.store.search.Search.Hit;

class SearchTest {
  @TempDir Path temp;
  private SearchedStore store;

  @BeforeEach
  void open() {
    store = new SearchedStore(temp.resolve("a.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  /// Whatever is indexed, half indexed, changed since, or not indexed at all.
  @ParameterizedTest
  @MethodSource("seeds")
  void finds_and_counts_what_reading_everything_finds(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var round = 0; round < 5; round++) {
      store.write(random, 60);
      store.index(random.nextInt(4));
      store.meddle(random, 2);
      for (var query : IntStream.range(0, 12).mapToObj(_ -> store.query(random)).toList()) {
        var expected = store.readingEverything(query);
        var about = "seed " + seed + ": " + query;
        assertEquals(expected, store.found(query, 1 + random.nextInt(20)), about);
        assertEquals(expected.size(), store.counted(query), about);
      }
    }
  }

  @Test
  void indexes_every_whole_window_once() {
    store.write(RandomGeneratorFactory.of("L64X128MixRandom").create(5), 40);
    assertTrue(store.unindexed() > 0);
    store.index(100);
    assertEquals(0, store.unindexed());
    assertNull(store.begun());
  }

  @Test
  void a_page_goes_on_where_the_one_before_ended_whatever_comes_meanwhile() {
    for (var number = 1; number <= 30; number++) {
      store.say("wanted " + number);
    }
    var first = store.look(SearchQuery.words("wanted"), Search.NEWEST, 10);
    store.say("wanted, but later");
    var second = store.look(SearchQuery.words("wanted"), first.next(), 10);
    assertEquals(10, second.found().size());
    var all = store.found(SearchQuery.words("wanted"), 100);
    assertEquals(all.subList(1, 11), first.found());
    assertEquals(all.subList(11, 21), second.found());
  }

  @Test
  void what_is_said_is_found_at_once() {
    store.say("nothing yet");
    assertEquals(List.of(), store.found(SearchQuery.words("oasis"), 9));
    var row = store.say("at the OÁSIS");
    assertEquals(
        List.of(row), store.found(SearchQuery.words("oasis"), 9).stream().map(Hit::row).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE entry SET body = 'x'",
        "UPDATE entry SET sent_at_ms = 1",
        "DELETE FROM entry WHERE place NOT IN (SELECT place FROM attachment)",
        "UPDATE attachment SET file_name = 'y'",
        "UPDATE attachment SET kind = 'VOICE'",
        "DELETE FROM attachment",
        """
        INSERT INTO entry
          (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms, stored_at_ms,
           accepted_at_ms, delivered_at_ms, seen_at_ms, failure)
        SELECT place + 1, x'07', author, 1, 0, 9, kind, 'late', 0, 0, -1, -1, -1, ''
        FROM entry LIMIT 1\
        """,
        """
        INSERT INTO attachment
          (place, position, message, outgoing, transfer, file, transferred, upload, blob_id, key,
           digest, plaintext_bytes, ciphertext_bytes, file_name, media_type, kind, width, height,
           duration_ms, blurhash, thumbnail, waveform)
        SELECT place, 1, message, 0, transfer, 'other', 0, '', '', key, digest, 1, 1, 'second.pdf',
          media_type, kind, 0, 0, 0, '', thumbnail, waveform
        FROM attachment LIMIT 1\
        """
      })
  void each_change_takes_the_window_out_of_the_index(String change) {
    store.say("words alone");
    store.send("plan.pdf");
    store.nextWindow();
    store.index(9);
    assertEquals(0, store.unindexed());
    store.update(change);
    assertTrue(store.unindexed() > 0);
    assertEquals(0, store.buckets());
  }

  @Test
  void a_window_that_changes_while_it_is_indexed_is_begun_anew() {
    store.say("before");
    store.nextWindow();
    var begun = Objects.requireNonNull(store.begun()).indexed();
    assertTrue(store.put(begun, 0));
    store.edit("before", "after");
    assertFalse(store.put(begun, 1));
    assertEquals(0, store.buckets(), "nothing of it is left");
    store.index(9);
    assertEquals(1, store.counted(SearchQuery.words("after")));
    assertEquals(0, store.counted(SearchQuery.words("before")));
  }

  @Test
  void an_index_that_was_half_written_when_the_program_died_is_begun_anew() {
    store.say("left over");
    store.nextWindow();
    store.put(Objects.requireNonNull(store.begun()).indexed(), 0);
    store.close();
    store = new SearchedStore(temp.resolve("a.db"));
    assertEquals(1, store.counted(SearchQuery.words("left over")));
    store.index(9);
    assertEquals(0, store.unindexed());
    assertEquals(1, store.counted(SearchQuery.words("left over")));
  }

  @Test
  void an_index_of_other_rules_counts_as_none() {
    store.say("folded otherwise");
    store.nextWindow();
    store.index(9);
    store.update("UPDATE search_window SET rules = rules - 1");
    assertTrue(store.unindexed() > 0);
    assertEquals(1, store.counted(SearchQuery.words("otherwise")));
    store.index(9);
    assertEquals(0, store.unindexed());
  }

  @Test
  void nothing_of_what_was_deleted_is_left_in_the_file() throws Exception {
    store.say("Qzxwvj");
    store.nextWindow();
    store.index(9);
    assertTrue(store.buckets() > 0);
    assertTrue(store.plainPages(temp.resolve("before.db")).contains("Qzxwvj"));
    store.update("DELETE FROM entry WHERE body = 'Qzxwvj'");
    assertEquals(0, store.buckets());
    var pages = store.plainPages(temp.resolve("after.db"));
    for (var piece : List.of("Qzx", "qzx", "wvj")) {
      assertFalse(pages.contains(piece), piece);
    }
  }
}
