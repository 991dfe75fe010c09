package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;

/// Mailboxes of devices without an account: see [org.juntos.relay.provisioning.ProvisioningStore].
public abstract class ProvisioningContract extends StoreContract {
  private static final Bytes ID = Fixture.text("0123456789abcdef");
  private static final Instant END = Fixture.START.plusSeconds(600);
  private static final int MANY = 10;

  /// Of the store that `opening` opens.
  protected ProvisioningContract(Opening opening) {
    super(opening);
  }

  private @Nullable Bytes put(String sealed, Instant now) throws IOException {
    return store.ports().provisioning().put(ID, Fixture.text(sealed), now);
  }

  private @Nullable Bytes sealed(Instant now) throws IOException {
    return store.ports().provisioning().sealed(ID, now);
  }

  @Test
  void a_mailbox_takes_one_message_and_keeps_it_over_a_restart() throws IOException {
    assertTrue(store.ports().provisioning().make(ID, END, MANY));
    assertEquals(Bytes.EMPTY, sealed(Fixture.START));
    assertEquals(Fixture.text("first"), put("first", Fixture.START));
    assertEquals(Fixture.text("first"), put("second", Fixture.START), "the first stays");
    store.reopen();
    assertEquals(Fixture.text("first"), sealed(Fixture.START));
  }

  @Test
  void a_mailbox_that_is_over_is_not_there() throws IOException {
    store.ports().provisioning().make(ID, END, MANY);
    assertNull(put("late", END));
    assertNull(sealed(END));
    assertEquals(0, store.ports().provisioning().expire(END.minusMillis(1), MANY));
    assertEquals(1, store.ports().provisioning().expire(END, MANY));
  }

  @Test
  void there_are_no_more_than_so_many() throws IOException {
    assertTrue(store.ports().provisioning().make(ID, END, 1));
    assertFalse(store.ports().provisioning().make(Fixture.text("another"), END, 1));
    assertNull(sealed(END));
  }
}
