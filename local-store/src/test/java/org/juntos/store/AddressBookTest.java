package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.juntos.store.Fixture.BOB;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juntos.content.AddressEntry;
import org.juntos.store.address.AddressBook.Known;
import org.juntos.wire.Bytes;

class AddressBookTest extends OpenStore {
  private static Bytes id(int number) {
    return Bytes.ofHex("%032x".formatted(number));
  }

  private static AddressEntry entry(int number, String name, String... phones) {
    return new AddressEntry(id(number), name, List.of(phones), List.of(number + "@example.org"));
  }

  private boolean removed() {
    return writing(txn -> txn.addressBook().remove(id(1)));
  }

  private List<String> names() {
    return reading(
        txn -> txn.addressBook().all().stream().map(known -> known.entry().name()).toList());
  }

  @Test
  void entries_are_kept_in_the_order_of_names_with_their_values_in_theirs() {
    write(txn -> {
      txn.addressBook().put(entry(1, "zoe", "3", "1", "2"));
      txn.addressBook().put(entry(2, "Adam"));
    });
    assertEquals(List.of("Adam", "zoe"), names());
    var zoe = reading(txn -> txn.addressBook().all().getLast());
    assertEquals(new Known(entry(1, "zoe", "3", "1", "2"), null), zoe);
  }

  @Test
  void an_entry_that_is_put_again_takes_the_place_of_the_old_one_and_stays_matched() {
    write(txn -> {
      txn.addressBook().put(entry(1, "Bob", "1", "2"));
      txn.addressBook().match(id(1), BOB);
      txn.addressBook().put(entry(1, "Robert", "9"));
    });
    assertEquals(
        List.of(new Known(entry(1, "Robert", "9"), BOB)), reading(txn -> txn.addressBook().all()));
  }

  @Test
  void what_is_removed_is_gone_with_its_values() {
    write(txn -> {
      txn.addressBook().put(entry(1, "Bob", "1"));
    });
    assertEquals(List.of(true, false), List.of(removed(), removed()));
    write(txn -> {
      assertNull(txn.addressBook().find(id(1)));
      txn.addressBook().put(new AddressEntry(id(1), "New", List.of(), List.of()));
    });
    assertEquals(List.of(), reading(txn -> txn.addressBook().all().getFirst().entry().phones()));
  }

  @Test
  void a_thousand_entries_are_read_at_once() {
    write(txn -> {
      IntStream.range(0, 1_000).forEach(i -> txn.addressBook().put(entry(i, "n" + i, "+49" + i)));
    });
    assertEquals(1_000, names().size());
    int size = reading(txn -> txn.addressBook().size());
    assertEquals(1_000, size);
  }
}
