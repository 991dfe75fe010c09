package org.juntos.store.contact;

import java.time.Instant;
import org.juntos.wire.AccountId;

/// Something about an account's devices that the account has not signed. As long as it is due or
/// stands, nothing is sent to the account.
///
/// @param why stable code
/// @param detail for whoever looks closer
public record DeviceDoubt(
    AccountId account, String why, String detail, State state, Instant since) {
  /// How far it has been looked into.
  public enum State {
    /// The relay has to be asked for the newest list.
    DUE,
    /// The relay was asked, and that has not resolved it.
    STANDS,
    /// The person goes on with the devices that are signed.
    SET_ASIDE
  }

  /// The same in another state.
  public DeviceDoubt in(State other) {
    return new DeviceDoubt(account, why, detail, other, since);
  }

  /// Whether nothing may be sent.
  public boolean blocksSending() {
    return state != State.SET_ASIDE;
  }
}
