package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.juntos.relay.name.NameStore;
import org.juntos.wire.Bytes;

/// User names: see [org.juntos.relay.name.NameStore].
public abstract class NameContract extends StoreContract {
  private static final Bytes ONE = Fixture.text("hash one");
  private static final Bytes OTHER = Fixture.text("hash two");

  /// Of the store that `opening` opens.
  protected NameContract(Opening opening) {
    super(opening);
  }

  private NameStore names() {
    return store.ports().names();
  }

  @Test
  void a_name_belongs_to_who_took_it_first_until_they_let_go_of_it() throws IOException {
    assertTrue(names().take(alice.account(), ONE));
    assertFalse(names().take(bob.account(), ONE));
    assertTrue(names().take(alice.account(), ONE), "the same again");
    store.reopen();
    assertEquals(alice.account(), names().owner(ONE));
    assertTrue(names().drop(alice.account()));
    assertFalse(names().drop(alice.account()));
    assertNull(names().owner(ONE));
    assertTrue(names().take(bob.account(), ONE));
  }

  @Test
  void an_account_has_one_name_and_the_one_before_is_free() throws IOException {
    names().take(alice.account(), ONE);
    assertTrue(names().take(alice.account(), OTHER));
    assertNull(names().owner(ONE));
    assertEquals(alice.account(), names().owner(OTHER));
  }

  @Test
  void a_name_goes_with_its_account() throws IOException {
    names().take(alice.account(), ONE);
    store.ports().accounts().delete(alice.account());
    assertNull(names().owner(ONE));
    assertFalse(names().take(alice.account(), ONE), "there is no such account");
  }
}
